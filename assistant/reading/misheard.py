"""Mending everyday and official words typed by ear: 累记 for 累计, 入柱率 for 入驻率, 迁头 for 牵头. Mends no names.

Only what is no word of the language and no part of a name, stands in no document and shares a character with a word of
the facts is mended.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from assistant.reading.normalising import stretches, to_key
from assistant.reading.senses import hear
from assistant.reading.spelling import readings
from assistant.reading.vocabulary import Vocabulary, vocabulary_of
from corpus.facts import Library
from indexing.words import is_word

_ASKING = ("牵头", "负责", "几幢", "几栋", "多少", "时限", "截止", "完成", "目标", "责任", "单位", "文号", "印发")
_PARTICLES = frozenset("的了和与及在是里有几多少谁哪这那个要能会就都也被把给对从到为")
"""They stand beside words without belonging to them."""
_LENGTH = 2

Sounds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mender:
    """Words by their sounds, and the vocabulary whose texts tell what is written on purpose."""

    by_sound: Mapping[Sounds, str]
    vocabulary: Vocabulary

    @classmethod
    def of(cls, library: Library) -> "Mender":
        """A mender for the words of a library's indicators and tasks and for words that ask."""
        by_sound = {_usual_sounds(word): word for word in sorted({*_ASKING, *_words_of(library)})}
        asking = {sounds: word for word in _ASKING for sounds in product(*map(readings, word))}
        return cls(asking | by_sound, vocabulary_of(library))

    def mended(self, text: str) -> str:
        """`text` with misheard words put right; as long as before. 阳老 of 浑阳老旧小区 begins in a name, 年建 of
        哪年建的 in what asks.
        """
        key = to_key(text)
        asking = (one for one in hear(key) if not one.content and one.end - one.start >= _LENGTH)
        taken = [*stretches(self.vocabulary.names.mentions(key)), *stretches(asking)]
        named = {at for start, end in taken for at in range(start, end)}
        for at in range(len(text) - _LENGTH + 1):
            window = text[at : at + _LENGTH]
            meant = self._meant(window) if named.isdisjoint((at, at + 1)) and not _beside_word(text, at) else None
            text = text[:at] + (meant or window) + text[at + _LENGTH :]
        return text

    def _meant(self, window: str) -> str | None:
        if not _is_chinese(window) or is_word(window):
            return None
        word = self.by_sound.get(_usual_sounds(window))
        wrong = [typed for typed, meant in zip(window, word or window, strict=True) if typed != meant]
        if len(wrong) != 1 or wrong[0] in _PARTICLES or self.vocabulary.holders(window):
            return None
        return word


@lru_cache(maxsize=4)
def mender_of(library: Library) -> Mender:
    """The mender of a library, made once."""
    return Mender.of(library)


def _words_of(library: Library) -> Iterator[str]:
    """The words of two characters in the names of indicators and tasks."""
    names = {target.indicator for target in library.targets()} | {task.task for task in library.tasks()}
    windows = {name[at : at + _LENGTH] for name in names for at in range(len(name) - _LENGTH + 1)}
    return (window for window in windows if _is_chinese(window) and is_word(window))


def _beside_word(text: str, at: int) -> bool:
    """Whether a character at `at` makes a word with its other neighbour: then the two only happen to meet."""
    pairs = (text[max(0, at - 1) : at + 1], text[at + 1 : at + _LENGTH + 1])
    return any(len(pair) == _LENGTH and is_word(pair) for pair in pairs)


def _is_chinese(text: str) -> bool:
    return len(text) == _LENGTH and all("一" <= character <= "鿿" for character in text)


def _usual_sounds(text: str) -> Sounds:
    return tuple(readings(character)[0] for character in text)

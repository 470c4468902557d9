"""Mending names that were typed by ear or by shape: 青蒲 for 青浦, 张家巷 for 张家港. Knows only the names it is given.

The only importer of pypinyin. An ordinary place or word is never mended into a name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.divisions import is_division
from assistant.reading.names import NameKind, Names
from corpus.regions import short_name
from indexing.words import is_word

_LONG = 3
"""From this many characters on (suffix not counted) one wrong character, not the first, leaves a place recognisable."""
_LONGEST = 24
"""What is longer is no name that is typed by heart."""
_OPENERS = "，,。:;、 和与跟及对比那"
_ADVERBS = "太很更最不没有是在要会能可也都还就只"
"""They begin phrases that no dictionary lists (太远): only where a name would stand is one meant."""
_MENDED = (NameKind.DOCUMENT, NameKind.AREA)
_WRONG = "\0"
_MOST_WRONG = 2

Sounds = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Speller:
    """Mends the names of places in a question's key."""

    names: Names
    by_sound: Mapping[Sounds, str]
    by_shape: Mapping[str, str]
    """Names with one character left out (张家_市)."""
    lengths: tuple[int, ...]
    """The lengths of the names, the longest first."""

    @classmethod
    def of(cls, names: Names) -> "Speller":
        """A speller for the places among `names`."""
        mended = (name.form for name in names.all(*_MENDED) if len(name.form) <= _LONGEST)
        forms = sorted({form for form in mended if form.isalpha() and not form.isascii()})
        shapes = {shape: form for form in forms if _is_well_known(form) for shape in _shapes(form)}
        sounds = {_sounds(form): form for form in forms}
        return cls(names, sounds, shapes, tuple(sorted({len(form) for form in forms}, reverse=True)))

    def mended(self, key: str) -> str:
        """`key` with misspelled places put right; as long as before."""
        taken = [False] * len(key)
        for mention in self.names.mentions(key):
            taken[mention.start : mention.end] = [True] * (mention.end - mention.start)
        for length in self.lengths:
            for at in range(len(key) - length + 1):
                form = None if any(taken[at : at + length]) else self._meant(key, at, length)
                if form is not None:
                    key = key[:at] + form + key[at + length :]
                    taken[at : at + length] = [True] * length
        return key

    def _meant(self, key: str, at: int, length: int) -> str | None:
        """The name that the window of `key` at `at` misspells; None where it is a word or place of its own."""
        window = key[at : at + length]
        by_shape = next((self.by_shape[shape] for shape in _shapes(window) if shape in self.by_shape), None)
        by_sound = self.by_sound.get(_sounds(window))
        if by_shape is None and (by_sound is None or not _is_near(window, by_sound)):
            return None
        if is_division(window) or is_division(short_name(window)) or _is_torn(key, at) or _is_torn(key, at + length):
            return None
        if by_shape is not None:
            return by_shape
        stands = window[0] not in _ADVERBS or at == 0 or key[at - 1] in _OPENERS
        return by_sound if stands and not is_word(window) else None


@lru_cache(maxsize=8192)
def readings(character: str) -> tuple[str, ...]:
    """Every reading of a character, without tones; other characters sound like themselves."""
    from pypinyin import Style, pinyin

    return tuple(map(str, pinyin(character, style=Style.NORMAL, heteronym=True)[0]))


def _is_well_known(form: str) -> bool:
    """Whether a name is that of a place long enough to be known by all but one of its characters."""
    return len(short_name(form)) >= _LONG and is_division(form)


def _shapes(form: str) -> Iterator[str]:
    """The name with each of its characters left out in turn, save the first."""
    return (form[:at] + _WRONG + form[at + 1 :] for at in range(1, len(form)))


def _is_torn(key: str, at: int) -> bool:
    """Whether an edge of a window lies within a word: 服|务中, 任|务中, 打方|括号."""
    return bool(at) and any(is_word(key[at - 1 : end]) for end in (at + 1, at + 2) if end <= len(key))


def _is_near(window: str, form: str) -> bool:
    """Whether at least one character is right and few are wrong."""
    wrong = sum(typed != meant for typed, meant in zip(window, form, strict=True))
    return 0 < wrong <= _MOST_WRONG and wrong < len(form)


def _sounds(text: str) -> Sounds:
    return tuple(map(_sound, text))


@lru_cache(maxsize=8192)
def _sound(character: str) -> str:
    """The usual reading of a character, without its tone; other characters sound like themselves."""
    from pypinyin import Style, pinyin

    return str(pinyin(character, style=Style.NORMAL)[0][0])

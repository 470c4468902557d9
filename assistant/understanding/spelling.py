"""Mending names that were typed by ear or by shape: 青蒲 for 青浦, 张家巷 for 张家港. Knows only the names it is given.

The only importer of pypinyin. An ordinary place or word is never mended into a name.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.understanding.divisions import is_division, short_name
from assistant.understanding.names import NameKind, Names
from indexing.words import is_word

__all__ = ["Speller"]

_LONG = 3
"""From this many characters on (suffix not counted) one wrong character, not the first, leaves a place recognisable."""
_OPENERS = "，,。:;、 和与跟及对比那"
_ADVERBS = "太很更最不没有是在要会能可也都还就只"
"""They begin phrases that no dictionary lists (太远): only where a name would stand is one meant."""
_MENDED = (NameKind.DOCUMENT, NameKind.AREA)


@dataclass(frozen=True)
class Speller:
    """Mends the names of places in a question's key."""

    names: Names
    forms: Sequence[str]
    """The names that are mended, the longest first."""

    @classmethod
    def of(cls, names: Names) -> "Speller":
        """A speller for the places among `names`."""
        forms = {name.form for name in names.all(*_MENDED) if name.form.isalpha() and not name.form.isascii()}
        return cls(names, sorted(forms, key=lambda form: (-len(form), form)))

    def mended(self, key: str) -> str:
        """`key` with misspelled places put right; as long as before."""
        for form in self.forms:
            for at in _windows(key, form):
                window = key[at : at + len(form)]
                if self._is_misspelled(window, form, key, at):
                    key = key[:at] + form + key[at + len(form) :]
        return key

    def _is_misspelled(self, window: str, form: str, key: str, at: int) -> bool:
        if window in self.names.by_form or is_division(window) or is_division(short_name(window)):
            return False
        if any(mention.start < at + len(form) and at < mention.end for mention in self.names.mentions(key)):
            return False
        wrong = [(typed, meant) for typed, meant in zip(window, form, strict=True) if typed != meant]
        if len(wrong) == 1 and len(short_name(form)) >= _LONG and is_division(form) and window[0] == form[0]:
            return True
        if not all(_alike(typed, meant) for typed, meant in wrong):
            return False
        return not is_word(window) and (window[0] not in _ADVERBS or at == 0 or key[at - 1] in _OPENERS)


def _windows(key: str, form: str) -> Iterable[int]:
    """Where in `key` something as long as `form` shares a character with it at the same position."""
    for at in range(len(key) - len(form) + 1):
        shared = sum(typed == meant for typed, meant in zip(key[at:], form, strict=False))
        if len(form) - 2 <= shared < len(form) and shared:
            yield at


def _alike(left: str, right: str) -> bool:
    return left == right or bool(_sounds(left) & _sounds(right))


@lru_cache(maxsize=4096)
def _sounds(character: str) -> frozenset[str]:
    """The readings of a character, without tones."""
    from pypinyin import Style, pinyin

    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])

"""Shorter names than any the documents print: 审批局 for 市审批服务管理局, 深改 for 深化改革. Knows no tasks."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from assistant.reading.words import everyday_words
from corpus.extraction.similarity import is_subsequence
from corpus.facts import Unit
from indexing.words import Words

_ENDS = "局委办部厅院会社站联"
_ANY_END = re.compile(r"([一-鿿]{2,5})部门")
_SHORTEST, _LONGEST = 3, 6
_FEWEST_WORDS = 2
_DOUBLE = 4
_NATIONAL = re.compile(r"^(?:全国|国家|中国|中央)")
_LEVEL = re.compile(r"^(?:[省市区县](?:委|政府)?)(?=\w{3})")


def abbreviated_units(text: str, units: Iterable[Unit]) -> dict[str, str]:
    """The units that some words of `text` abbreviate, each with these words: their first and last characters, in order,
    and only one fits; 部门 stands for any last character.
    """
    found: dict[str, str] = {}
    known = [unit for unit in units if not unit.group]
    for words in _ANY_END.findall(text):
        shorts = (words[start:] for start in range(len(words) - 1))
        meant = next(((short, named) for short in shorts if (named := _in_charge(short, known))), ("", ()))
        found |= dict.fromkeys(meant[1], f"{meant[0]}部门")
    for end in (at + 1 for at, character in enumerate(text) if character in _ENDS):
        for start in range(max(0, end - _LONGEST), end - 1):
            fitting = [unit.name for unit in known if _stands_for(text[start:end], unit.name)]
            if len(fitting) == 1:
                found[fitting[0]] = text[start:end]
                break
    return found


def _stands_for(short: str, name: str) -> bool:
    """Whether a name is abbreviated, or said without what tells that it is national (妇联 for 全国妇联)."""
    bare = _NATIONAL.sub("", name)
    return (len(short) >= _SHORTEST and _abbreviates(short, name)) or short == bare != name


def _abbreviates(short: str, name: str) -> bool:
    full = _LEVEL.sub("", name)
    bare = _LEVEL.sub("", short) if len(short) > _SHORTEST else short
    if not full or bare[0] != full[0] or bare[-1] != full[-1] or len(bare) >= len(full):
        return False
    return is_subsequence(bare, full)


def _in_charge(short: str, units: Iterable[Unit]) -> tuple[str, ...]:
    """The one unit whose name, its last character aside, some words shorten (药监 for 市药品监管局); else none."""
    fitting = tuple(unit.name for unit in units if _abbreviates(f"{short}{unit.name[-1]}", unit.name))
    return fitting if len(fitting) == 1 else ()


def says(words: str, title: str) -> bool:
    """Whether a title holds some words, as they are, in official words, or shortened: 自贸区 for 自由贸易试验区."""
    official = (official for everyday, official in everyday_words() if everyday == words)
    return words in title or any(one in title for one in official) or is_short_for(words, title)


def is_short_for(short: str, name: str) -> bool:
    """Whether `short` is made of the first characters of words that follow each other in `name`, its last character
    perhaps being the last one of the last word: 自贸区 for 自由贸易试验区.
    """
    if len(short) < _FEWEST_WORDS:
        return False
    words = _words_of(name)
    runs = (words[at : at + len(short)] for at in range(len(words) - len(short) + 1))
    return any(_is_initials(short, run) for run in runs)


def _is_initials(short: str, words: tuple[str, ...]) -> bool:
    heads = all(word[0] == character and len(word) > 1 for word, character in zip(words[:-1], short, strict=False))
    return heads and len(words[-1]) > 1 and short[-1] in {words[-1][0], words[-1][-1]}


@lru_cache(maxsize=512)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a name, those of four characters as two."""
    cut = (name[start:end] for start, end in pairwise([0, *Words().borders(name)]))
    return tuple(part for word in cut for part in ((word[:2], word[2:]) if len(word) == _DOUBLE else (word,)))

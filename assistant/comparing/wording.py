"""Indicators in a normal form: the words that say what is measured, not what is done about it. Knows no documents."""

import re
import unicodedata
from functools import cache, lru_cache

from assistant.comparing.vocabulary import field
from corpus.quoting import compact

__all__ = ["normal_form"]

_BRACKETS = re.compile(r"\([^()]{0,12}\)$|[“”\"'《》]")
_SCOPE = re.compile(r"^(?:全国|全省|全市|全区|全县|全域|本市|本区|市域)(?=.{2})的?")
_INSIDE = re.compile(r"(?<=.)累计(?=.)")


@lru_cache(maxsize=8192)
def normal_form(indicator: str) -> str:
    """What is measured, in one form for all ways to write it; equal forms are the same words up to a known variant.

    What is done (新增, 累计, 打造) is left out, since it is no part of what is measured. Where that would leave a word
    that says next to nothing (新建商务楼宇 -> 楼宇), it is kept: alone is better than in false company.

    >>> normal_form("累计新增税收亿元楼宇项目"), normal_form("超亿元税收楼宇"), normal_form("5亿元以上楼宇")
    ('亿元楼宇', '亿元楼宇', '5亿元楼宇')
    """
    text = _formed(_folded(indicator), first=True)
    core = _core(text)
    return text if core in field().words.bare else core


def _folded(indicator: str) -> str:
    text = compact(unicodedata.normalize("NFKC", indicator))
    return _SCOPE.sub("", _BRACKETS.sub("", text), count=1)


def _core(text: str) -> str:
    """`text` without the words for what is done, however bare that leaves it."""
    core = _INSIDE.sub("", text)
    for pattern in _edges():
        for _ in range(4):
            core = pattern.sub("", core, count=1)
    return _formed(core, first=False)


def _formed(text: str, *, first: bool) -> str:
    for one in field().forms:
        if one.first is first:
            text = one.pattern.sub(one.form, text)
    return text


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = field().words
    return re.compile(rf"^(?:{words.doing})(?=.{{2}})"), re.compile(rf"(?<=.{{2}})(?:{words.doing}|{words.counting})$")

"""Numbers of items as they are printed and as people name them: 第三十二项, 任务二, （一）, ①, 1.1, 第1-2项."""

import re
from dataclasses import dataclass

from corpus.folding.characters import fold
from corpus.folding.numerals import numeral_to_int
from corpus.folding.units import UNIT

_CN = "[一二三四五六七八九十百零〇]{1,6}"
_ONE = rf"(?:\d{{1,4}}|{_CN}|[①-⑳])"
_LABEL = rf"[（(]?{_ONE}(?:[.\-]{_ONE}){{0,3}}[）)]?"
_NOUN = "项|条|款|个|号|行|点|类|章|节|批|位|名"
_NAMED = "任务|措施|事项|目标|专栏|附件|附表|表|条款|序号"
_TIMES = "年|个?月|[天日周季次届轮期步回遍代档]|个?学期|阶段|[一二三]?产业|[小中大]学|[初高]中|医院"
"""What is counted by its order, but is no item."""
_ORDINAL = re.compile(
    rf"第(?>(?P<behind>{_LABEL})(?P<noun>{_NOUN})?)(?!{_TIMES})(?:(?:至|到|-|~)第?(?P<last>{_ONE})(?P<last_noun>{_NOUN}))?"
    rf"|(?P<name>{_NAMED})(?P<named>{_LABEL})(?!\d|[.\-]\d|年|月|{UNIT}|[共起样般定些下直种体并旦致时])"
    rf"|(?P<alone>[（(]{_ONE}[）)]|[①-⑳])"
)
_WRAPPING = str.maketrans("", "", "（()）")
_STOPS = "第项条款个号、.．。:： "


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A number by which an item is named at [start, end).

    `key` compares equal with `ordinal_key` of the printed number; `first` and `last` are its value, or the span
    第1项至第3项 and 1-2 can also mean; None where it is no plain number (1.1).
    """

    start: int
    end: int
    key: str
    first: int | None
    last: int | None
    noun: str = ""
    """What is counted, as printed: 项, 条, 任务; empty where nothing is."""


def find_ordinals(text: str) -> list[Ordinal]:
    """The numbers of items that the words name, in order.

    >>> [(one.key, one.first, one.last) for one in find_ordinals("第三十二项、任务二、第1-2项、第1.1项、（一）")]
    [('32', 32, 32), ('2', 2, 2), ('1-2', 1, 2), ('1.1', None, None), ('1', 1, 1)]
    >>> find_ordinals("第一年发多少，第12个月呢，第二届")
    []
    """
    return [_ordinal(match) for match in _ORDINAL.finditer(fold(text))]


def ordinal_key(printed: str) -> str:
    """The form under which two printings of one number are equal: 一, （一）, ①, 1. and 第1项 are all 1; 1－2 is 1-2.

    >>> [ordinal_key(text) for text in ("（一）", "①", "3．", "1－2", "1.1", "第十二项", "A3")]
    ['1', '1', '3', '1-2', '1.1', '12', 'A3']
    """
    bare = "".join(fold(printed).split()).translate(_WRAPPING).strip(_STOPS)
    parts = re.split(r"([.\-])", bare)
    values = [part if at % 2 else numeral_to_int(part) for at, part in enumerate(parts)]
    return bare if None in values else "".join(map(str, values))


def _ordinal(match: re.Match[str]) -> Ordinal:
    label = match["behind"] or match["named"] or match["alone"]
    key = ordinal_key(label)
    ends = [int(part) for part in key.split("-") if part.isdecimal()]
    first, last = (ends[0], ends[-1]) if ends and "." not in key and len(ends) < 3 else (None, None)
    if match["last"]:
        key = f"{key}-{ordinal_key(match['last'])}"
        last = numeral_to_int(match["last"])
    noun = match["noun"] or match["last_noun"] or match["name"] or ""
    return Ordinal(match.start(), match.end(), key, first, last, noun)

"""What kind of words stand in a cell or head a column. Knows single cells, no table."""

import re
import unicodedata

__all__ = ["is_figure", "is_reference_header", "is_total"]

_FIGURE = re.compile(
    r"(?!20\d\d年)[约超达≥≤<>]{0,2}[+-]?\d[\d,]{0,15}(?:\.\d{1,6})?\s?(?:%|‰)?[^\d\s，。、；]{0,4}(?:以上|以内|左右|以下)?"
)
_NOTHING = re.compile(r"[/\\—\-–－无]{0,3}")
_REFERENCE = re.compile(r"单位|部门|责任|牵头|配合|主体|时限|时间|期限|进度|联系|备注|金额|面积|数量|指标值|目标值|年$")
_TOTAL = re.compile(r"合\s?计|总\s?计|小\s?计|共\s?计")
_LONGEST_TOTAL = 24


def is_figure(text: str) -> bool:
    """Whether a cell holds one number, its unit and bound included, or the dash that stands for none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    return bool(_FIGURE.fullmatch(plain) or _NOTHING.fullmatch(plain))


def is_reference_header(name: str) -> bool:
    """Whether a column named so holds units, times, amounts or remarks: never carried down where it is blank."""
    return _REFERENCE.search(name) is not None


def is_total(text: str) -> bool:
    """Whether a cell names a 合计."""
    return len(text) <= _LONGEST_TOTAL and _TOTAL.search(text) is not None

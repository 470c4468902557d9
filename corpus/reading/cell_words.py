"""What kind of words stand in a cell or head a column, and header rows to columns: one level or two, a name that spans
several columns, a diagonal first cell. Knows no table.
"""

import re
import unicodedata
from collections.abc import Sequence

from corpus.quoting import squeeze
from corpus.simplified import simplified
from corpus.table import Column

_FIGURE = re.compile(
    r"(?!20\d\d年)[约超达≥≤<>]{0,2}[+-]?\d[\d,]{0,15}(?:\.\d{1,6})?\s?(?:%|‰)?[^\d\s，。、；]{0,4}(?:以上|以内|左右|以下)?"
)
_NOTHING = re.compile(r"[/\\—\-–－无]{0,3}")
_REFERENCE = re.compile(r"单位|部门|责任|牵头|配合|主体|时限|时间|期限|进度|联系|备注|金额|面积|数量|指标值|目标值|年$")
_TOTAL = re.compile(r"合\s?计|总\s?计|小\s?计|共\s?计")
_LONGEST_TOTAL = 24
_DEEPEST = 3
_LONGEST_NAME = 16


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


def count_header_rows(rows: Sequence[Sequence[str]], width: int) -> int:
    """How many of the first rows are header: a second level has names only where the first left room for them."""
    count = 1
    while count < min(_DEEPEST, len(rows) - 1) and _is_lower_level(rows[count], rows[0], width):
        count += 1
    return count


def header_to_columns(rows: Sequence[Sequence[str]], width: int) -> tuple[Column, ...]:
    """`width` columns from header rows whose cells are as printed (fewer than `width` where names span columns)."""
    levels = [_spread(row, rows[-1], width) for row in rows]
    return tuple(Column(path=_path([level[index] for level in levels])) for index in range(width))


def _is_lower_level(row: Sequence[str], top: Sequence[str], width: int) -> bool:
    room = len(top) < width or not all(top)
    names = [text for text in row if text]
    short = all(len(text) <= _LONGEST_NAME and not is_figure(text) for text in names)
    return room and bool(names) and not row[0] and short


def _spread(row: Sequence[str], lowest: Sequence[str], width: int) -> list[str]:
    """The names of a level, one for each column: spans are even where cells are missing, explicit where blank."""
    if len(row) >= width or not all(row[1:]):
        return _fill_right([*row, *[""] * width][:width], lowest)
    fixed = next((index for index, text in enumerate(lowest) if text), 0) if lowest is not row else len(row)
    spanning, room = row[fixed:], width - fixed
    if not spanning or room % len(spanning):
        return [*row, *[""] * (width - len(row))]
    return [*row[:fixed], *(name for name in spanning for _ in range(room // len(spanning)))]


def _fill_right(row: Sequence[str], lowest: Sequence[str]) -> list[str]:
    """A blank right of a name is under that name where the lowest level has a name of its own."""
    filled: list[str] = []
    for index, text in enumerate(row):
        below = lowest[index] if index < len(lowest) else ""
        filled.append(text or (filled[-1] if filled and below and lowest is not row else ""))
    return filled


def _path(names: Sequence[str]) -> tuple[str, ...]:
    """The names of one column, simplified, outermost first; a diagonal cell (时间 over 指标) gives its last line."""
    levels = [
        name.split("\n")[-1] if "\n" in name and not any(names[1:]) and len(names) > 1 else name for name in names
    ]
    return tuple(dict.fromkeys(simplified(squeeze(level)) for level in levels if level.strip())) or ("",)

"""Header rows to columns: one level or two, a name that spans several columns, a diagonal first cell."""

from collections.abc import Sequence

from corpus.quoting import squeeze
from corpus.reading.cell_text import is_figure
from corpus.simplified import simplified
from corpus.table import Column

__all__ = ["count_header_rows", "header_to_columns"]

_DEEPEST = 3
_LONGEST_NAME = 16


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

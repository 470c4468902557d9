"""What PDF text extraction does to a table: cells are wrapped to their column's width and written out row by row.

Knows nothing of the code under test. A cell of None is merged with the one above it, "" is empty.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CLOSING = "、，。；：！？）》〉”’】〕,;.:)>%％"
_OPENING = "（《〈“‘【〔(<"
_UNBREAKABLE = re.compile(r"[\x21-\x7e]+|[^\x21-\x7e]")
PLAIN, BLANK_BETWEEN_CELLS, BY_HEIGHT, ALWAYS_BLANK = "plain", "between cells", "by height", "always"
STYLES = (PLAIN, BLANK_BETWEEN_CELLS, BY_HEIGHT, ALWAYS_BLANK)

Row = Sequence[str | None]


@dataclass(frozen=True)
class Printed:
    """A printed line: its text, its cell, its height on the page in lines."""

    text: str
    cell: tuple[int, int]
    height: float


def flatten(header: Sequence[str], rows: Sequence[Row], widths: Sequence[float], style: str = BY_HEIGHT) -> str:
    """The text of the table, header first, in the order of a PDF's content: row by row, cell by cell."""
    body = [printed for row in _placed(rows, widths) for printed in row]
    text = " ".join(header)
    previous: Printed | None = None
    for printed in body:
        text += ("\n\n" if previous is None else _gap(previous, printed, style)) + printed.text
        previous = printed
    return text + "\n"


def wrap(text: str, width: float) -> list[str]:
    """Lines of at most `width` ems; none begins with a closing mark or ends with an opening one."""
    lines, line = [], ""
    for chunk in _chunks(text):
        if line and em(line) + em(chunk) > width:
            lines.append(line)
            line = ""
        line += chunk
    return [*lines, line]


def em(text: str) -> float:
    return sum(0.5 if "!" <= character <= "~" else 1.0 for character in text)


def _chunks(text: str) -> list[str]:
    chunks: list[str] = []
    for piece in _UNBREAKABLE.findall(text):
        if chunks and (piece[0] in _CLOSING or chunks[-1][-1] in _OPENING):
            chunks[-1] += piece
        else:
            chunks.append(piece)
    return chunks


def _placed(rows: Sequence[Row], widths: Sequence[float]) -> list[list[Printed]]:
    """Every printed line with its height; cells are centred in their rows, merged ones over all of theirs."""
    wrapped = [[wrap(cell, width) if cell else [] for cell, width in zip(row, widths, strict=True)] for row in rows]
    heights = [
        max([len(lines) for c, lines in enumerate(row) if not _spans(rows, r, c)] or [1])
        for r, row in enumerate(wrapped)
    ]
    tops = [sum(heights[:r]) for r in range(len(rows) + 1)]
    return [
        [
            Printed(line, (r, c), (tops[r] + tops[_last(rows, r, c)]) / 2 + n - (len(lines) - 1) / 2)
            for c, lines in enumerate(row)
            for n, line in enumerate(lines)
        ]
        for r, row in enumerate(wrapped)
    ]


def _spans(rows: Sequence[Row], r: int, c: int) -> bool:
    return _last(rows, r, c) > r + 1


def _last(rows: Sequence[Row], r: int, c: int) -> int:
    end = r + 1
    while end < len(rows) and rows[end][c] is None:
        end += 1
    return end


def _gap(previous: Printed, printed: Printed, style: str) -> str:
    step = abs(printed.height - previous.height)
    same_cell = printed.cell == previous.cell
    if step == 0 and printed.cell[0] == previous.cell[0]:
        return " "
    if style == PLAIN:
        return "\n"
    if style == ALWAYS_BLANK:
        return "\n\n"
    if style == BLANK_BETWEEN_CELLS:
        return "\n" if same_cell else "\n\n"
    return "\n" if 0 < step < 0.8 else "\n\n"


def flatten_numbers(
    stub: str, years: Sequence[str], leaves: Sequence[str], rows: Sequence[Sequence[str]], widths: tuple[float, float]
) -> str:
    """A number table: first column name, years on one line, wrapped column names, then names and figures.

    `widths` are those of the first column and of the others, in ems.
    """
    header = [*wrap(stub, widths[0]), *([" ".join(years)] if years else [])]
    header += [line for leaf in leaves for line in wrap(leaf, widths[1])]
    body = ["\n\n".join(wrap(row[0], widths[0])) + "\n" + " ".join(cell for cell in row[1:] if cell) for row in rows]
    return "\n\n".join([*header, *body]) + "\n"

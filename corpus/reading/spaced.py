"""Tables whose cells are parted by blanks, one row per line: written with tabs, as the others are.

A table is a line of column names and the lines below it with as many cells. Blanks part words too: so one of its
columns holds figures, or its first one is that of numbers or indicators. Lists and running text have no such names.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.line import Line
from corpus.reading.marks import is_note, text_to_mark

_BLANKS = (re.compile(r"(?<=\S)(?:[ \u3000]{2,40}|\u3000)(?=\S)"), re.compile(r"(?<=\S)[ \u3000]{1,40}(?=\S)"))
"""What parts cells: wide blanks, so that narrow ones stand within a cell; or any."""
_WITHIN = re.compile(r"(?<![^ \u3000])[\u4e00-\u9fff][ \u3000]{1,4}[\u4e00-\u9fff](?![^ \u3000])|[ \u3000]{1,4}[（(]")
"""合　计, and a unit in brackets behind a blank: no blank of these parts cells."""
_INDEX = re.compile(r"序号|指标|项目")
_NAME = re.compile(r"(?!\d)(?=.{0,23}[\u4e00-\u9fff])[^。；：，,！？]{1,24}|(?:19|20)\d\d年?[^。；：，,！？\d]{0,16}")
_VALUE = re.compile(r"[约≥≤＞＜><+\-−(（\[]{0,2}\d[^。；：]{0,15}|[/\\—–\-]{1,3}|无")
_SENTENCE = re.compile(r"[。；：！？]")
_FEWEST_CELLS, _FEWEST_ROWS = 3, 2
_LONGEST_CELL, _LONGEST_LABEL = 40, 12


def with_tabs(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a table parted by blanks with tabs in their place; every character stays where it was."""
    filled = [line for line in lines if line.text]
    told: dict[int, Line] = {}
    done = 0
    for at, line in enumerate(filled):
        table = _table(filled, at) if at >= done and _may_open(line) else []
        told |= {row.start: row for row in table}
        done = max(done, at + len(table))
    return [told.get(line.start, line) if line.text else line for line in lines]


def _may_open(line: Line) -> bool:
    """Whether a line has blanks enough for a line of names, and is no sentence."""
    text = line.text
    return "\t" not in text and len(text.split()) >= _FEWEST_CELLS and not _SENTENCE.search(text)


def _table(lines: Sequence[Line], at: int) -> list[Line]:
    """The lines of the table whose names stand at index `at`, tabs between its cells; none where there is none."""
    for blanks in _BLANKS:
        names = _cells(lines[at], blanks)
        count = _count_rows(lines, at, blanks) if _are_names(names) else 0
        if count >= _FEWEST_ROWS and not _goes_on(lines, at + count):
            return [_tabbed(line, blanks) for line in lines[at : at + count + 1]]
    return []


def _are_names(cells: Sequence[str]) -> bool:
    return len(set(cells)) == len(cells) >= _FEWEST_CELLS and all(_NAME.fullmatch(cell) for cell in cells)


def _count_rows(lines: Sequence[Line], at: int, blanks: re.Pattern[str]) -> int:
    """How many lines below the names have as many cells, figures in one column of all; none is asked for behind names
    of indicators. Behind an empty line, if none stands below the names, a row holds figures wherever that above does.
    """
    names, count = _cells(lines[at], blanks), 0
    figures, above = set(range(1, len(names))), set[int]()
    for index in range(at + 1, len(lines)):
        cells = _cells(lines[index], blanks)
        values = {column for column, cell in enumerate(cells) if column and _is_value(cell)}
        apart = lines[index].number - lines[index - 1].number > lines[at + 1].number - lines[at].number
        if not _is_row(cells, len(names)) or (apart and not (above and above <= values)):
            break
        figures, above, count = figures & values, values, count + 1
        if not figures and not _INDEX.match(names[0]):
            return 0
    return count


def _is_row(cells: Sequence[str], width: int) -> bool:
    return len(cells) == width and all(len(cell) <= _LONGEST_CELL and "。" not in cell for cell in cells)


def _is_value(cell: str) -> bool:
    return _VALUE.fullmatch(cell) is not None


def _goes_on(lines: Sequence[Line], last: int) -> bool:
    """Whether the line behind the last row is one of the table too, with other cells: then it is not read by lines."""
    if last + 1 >= len(lines):
        return False
    below = lines[last + 1]
    if _SENTENCE.search(below.text) or text_to_mark(below.text) or is_note(below.text):
        return False
    adjacent = below.number - lines[last].number == 1
    return sum(map(_is_value, below.text.split())) > 1 or (adjacent and len(below.text) <= _LONGEST_LABEL)


def _cells(line: Line, blanks: re.Pattern[str]) -> list[str]:
    return [cell.strip() for cell in _tabbed(line, blanks).text.split("\t")]


def _tabbed(line: Line, blanks: re.Pattern[str]) -> Line:
    """The line with a tab for the first character of every blank that parts cells; those within a cell stay."""
    within = {at for match in _WITHIN.finditer(line.text) for at in range(*match.span())}
    return replace(
        line,
        text=blanks.sub(lambda blank: blank[0] if blank.start() in within else "\t" + blank[0][1:], line.text),
    )

"""Tables whose cells are parted by blanks, one row per line: written with tabs, as the others are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.line import Line

__all__ = ["with_tabs"]

_HEADER = re.compile(r"(?:序号|指标|项目)\S{0,12}(?:[ \u3000]{1,8}\S{1,24}){2,9}")
_BLANKS = re.compile(r"[ \u3000]{1,8}(?=\S)")
_FEWEST_ROWS = 2


def with_tabs(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of a table parted by blanks with tabs in their place; every character stays where it was.

    A table is a line of column names and at least two lines below it with as many words.
    """
    told = list(lines)
    for at, line in enumerate(lines):
        if _HEADER.fullmatch(line.text):
            count = _rows_below(lines, at)
            rows = range(at, at + count + 1 if count >= _FEWEST_ROWS else at)
            told[at : at + len(rows)] = [_tabbed(lines[index]) for index in rows]
    return told


def _rows_below(lines: Sequence[Line], at: int) -> int:
    """How many lines below have as many words as the header."""
    width = len(lines[at].text.split())
    other = (index for index in range(at + 1, len(lines)) if len(lines[index].text.split()) != width)
    return next(other, len(lines)) - at - 1


def _tabbed(line: Line) -> Line:
    return replace(line, text=_BLANKS.sub(lambda blanks: "\t" + blanks[0][1:], line.text))

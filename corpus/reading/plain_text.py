"""Plain text files to a Reading: decoded, cut into lines, its tables found. Knows nothing of headings or metadata."""

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.flattened.tables import flattened_tables
from corpus.grid import Grid
from corpus.line import Line
from corpus.reading.cell_lists import cell_list_tables
from corpus.reading.characters import mend
from corpus.reading.decoding import bytes_to_text
from corpus.reading.lines import blank_page_marks, text_to_lines, text_to_page_count
from corpus.reading.reading import Reading
from corpus.reading.shards import without_shards
from corpus.reading.spaced import with_tabs
from corpus.reading.tabbed import tabbed_tables
from corpus.reading.unfolding import unfold_lines

_REMARK = re.compile(r"<!--[^\n]{0,200}?-->")
"""What a text marked up says to programs only."""


def read_text(data: bytes, name: str) -> Reading:
    """The Reading of a text file; raises UnreadableDocument."""
    text = _REMARK.sub(lambda match: " " * len(match[0]), without_shards(mend(bytes_to_text(data, name))))
    lines = unfold_lines(text_to_lines(text))
    return Reading(blank_page_marks(text), tuple(lines), tuple(find_grids(lines)), text_to_page_count(text))


def find_grids(lines: Sequence[Line]) -> list[Grid]:
    """The tables of `lines`: those with tabs, blanks or a line for a cell first, then flattened ones in the rest."""
    lines = with_tabs(lines)
    plain = [*tabbed_tables(lines), *cell_list_tables(lines)]
    taken = {index for grid in plain for index in range(grid.first, grid.last + 1)}
    rest = [replace(line, text="", lead="") if index in taken else line for index, line in enumerate(lines)]
    return sorted([*plain, *flattened_tables(rest)], key=lambda grid: grid.first)

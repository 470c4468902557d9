"""Regions of number tables: a caption, a header, and lines that are mostly figures with names before them.

Finds lines only; the header is not taken apart and no figure is given a column.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from corpus.flattened.regions import is_annex_line, is_barrier, unit_note
from corpus.flattened.tokens import em_width
from corpus.line import Line
from corpus.quoting import squeeze

_FIGURE = re.compile(r"[-+−]?\d[\d,]{0,15}(?:\.\d{1,6})?[%％]?|[—–\-/]{1,2}")
_YEAR = re.compile(r"20\d\d")
_CAPTION = re.compile(r"\A.{4,200}(?:表|清单|一览)(?:[（(].{1,12}[)）])?")
_MARKS = re.compile(r"[。；，：:]")
_MOST_BETWEEN = 6
_MOST_HEADER_LINES = 80
_LABEL_WIDTH = 12.0
_HEADER_WIDTH = 60.0


@dataclass(frozen=True, slots=True)
class NumberRegion:
    """`first` is the caption's line, `header` the header's first, `figures` the first with figures, `last` the last."""

    caption: str
    unit_note: str | None
    first: int
    header: int
    figures: int
    last: int


def is_figure(text: str) -> bool:
    """Whether the token is nothing but a figure, a rate or the dash of an empty cell."""
    return _FIGURE.fullmatch(text) is not None


def find_number_regions(lines: Sequence[Line], taken: Collection[int]) -> list[NumberRegion]:
    """The regions of number tables in lines not `taken` by other tables, in order."""
    regions: list[NumberRegion] = []
    floor = 0
    for group in _groups(lines, taken):
        if region := _group_to_region(lines, group, floor, taken):
            regions.append(region)
            floor = region.last + 1
    return regions


def _groups(lines: Sequence[Line], taken: Collection[int]) -> list[list[int]]:
    """Runs of at least two lines of figures with little between them."""
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if index in taken or not _is_line_of_figures(line.text):
            continue
        if groups and _is_joined(lines, groups[-1][-1], index, taken):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [group for group in groups if len(group) > 1]


def _is_line_of_figures(text: str) -> bool:
    pieces = text.split()
    figures = [piece for piece in pieces if is_figure(piece)]
    if "\t" in text or all(_YEAR.fullmatch(figure) for figure in figures):
        return False
    return len(figures) > 1 and 2 * len(figures) >= len(pieces)


def _is_joined(lines: Sequence[Line], left: int, right: int, taken: Collection[int]) -> bool:
    between = [index for index in range(left + 1, right) if lines[index].text]
    return len(between) <= _MOST_BETWEEN and all(
        index not in taken and _may_be_label(lines[index].text) for index in between
    )


def _may_be_label(text: str) -> bool:
    return em_width(text) <= _LABEL_WIDTH and not _MARKS.search(text) and not is_barrier(text)


def _group_to_region(
    lines: Sequence[Line], group: Sequence[int], floor: int, taken: Collection[int]
) -> NumberRegion | None:
    top = group[0]
    while top > floor and top > group[0] - _MOST_HEADER_LINES and _may_be_header(lines, top - 1, taken):
        top -= 1
    filled = [index for index in range(top, group[0]) if lines[index].text and not unit_note(lines[index].text)]
    annexed = _is_under_annex(lines, top)
    captions = [index for index in filled if _CAPTION.fullmatch(lines[index].text)] or (filled[:1] if annexed else [])
    if not captions:
        return None
    first = filled[0] if annexed else captions[0]
    caption = "".join(lines[index].text for index in filled if first <= index <= captions[0])
    header = next((index for index in filled if index > captions[0]), group[0])
    notes = (note for line in lines[first : group[0]] if (note := unit_note(line.text)))
    return NumberRegion(squeeze(caption), next(notes, None), first, header, group[0], _extend(lines, group[-1]))


def _is_under_annex(lines: Sequence[Line], top: int) -> bool:
    return top > 0 and is_annex_line(lines[top - 1].text)


def _may_be_header(lines: Sequence[Line], index: int, taken: Collection[int]) -> bool:
    text = lines[index].text
    if index in taken or is_annex_line(text) or is_barrier(text):
        return False
    return unit_note(text) is not None or (em_width(text) <= _HEADER_WIDTH and not _MARKS.search(text))


def _extend(lines: Sequence[Line], last: int) -> int:
    """The last line, and single figures that a line break cut off it."""
    index = last + 1
    while index < len(lines) and (not lines[index].text or all(map(is_figure, lines[index].text.split()))):
        if lines[index].text:
            last = index
        index += 1
    return last

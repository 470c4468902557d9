"""Lines and grids to blocks: headings, paragraphs and tables in reading order, each with its place.

Knows the frame of the document and its outline; knows nothing of what tables or paragraphs mean.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import cast

from corpus.document import Block, Heading, Paragraph
from corpus.grid import Grid
from corpus.line import Line
from corpus.place import Span
from corpus.quoting import compact, source_text, squeeze
from corpus.reading.attachments import Annex
from corpus.reading.frame import Frame
from corpus.reading.headings import (
    HeadingParts,
    entry_headings,
    place_headings,
    text_to_heading,
    whole_heading,
    without_stray,
)
from corpus.reading.marks import Mark, Style, is_attachment_list, is_note, strip_edges, text_to_mark
from corpus.reading.outline import Opened, Outline
from corpus.reading.passages import Passage, lines_to_passages
from corpus.reading.placing import Placer
from corpus.reading.tables import grid_to_table

_CLOSING = re.compile(
    r"[（(]此件|本(?:方案|办法|意见|规划|细则|规定|通知|计划|措施|政策|条例|实施细则)[^。]{0,30}(?:解释|施行|实施|执行|废止)"
)
_LONGEST_CLOSING = 80
_Element = Passage | Grid


def build_blocks(text: str, lines: Sequence[Line], grids: Sequence[Grid], frame: Frame, placer: Placer) -> list[Block]:
    """The blocks of a document, in reading order. `text` is the source text that all offsets refer to."""
    return list(_Builder(text, list(_elements(lines, grids, frame)), frame, placer).blocks())


def _elements(lines: Sequence[Line], grids: Sequence[Grid], frame: Frame) -> Iterator[_Element]:
    """Passages and grids in order; the heading of an annex stays a passage even where a grid counts it as caption."""
    groups = frame.groups()
    headed = {index for annex in frame.annexes for index in range(annex.first, annex.last + 1)}
    headed |= {index for index, line in enumerate(lines) if is_attachment_list(line.text)}
    start = 0
    for grid in sorted(grids, key=lambda grid: grid.first):
        first = next(index for index in range(grid.first, grid.last + 2) if index not in headed)
        yield from lines_to_passages(lines, range(start, first), frame.layout, groups)
        yield grid
        start = grid.last + 1
    yield from lines_to_passages(lines, range(start, len(lines)), frame.layout, groups)


class _Builder:
    """Walks the elements once, with the outline that is open at each."""

    def __init__(self, text: str, elements: Sequence[_Element], frame: Frame, placer: Placer) -> None:
        self.text, self.elements, self.frame, self.placer = text, elements, frame, placer
        self.outline = Outline()
        self.tables = 0
        self.annexes = {annex.first: annex for annex in frame.annexes}
        self.titles = {title.first for title in frame.printed_titles}
        self.feet = {first for first, _ in frame.feet}
        self.marks = [None if isinstance(element, Grid) else text_to_mark(self._raw(element)) for element in elements]
        self.next_mark = _next_of_each(self.marks)
        self.headings = self._all_heading_parts()
        ranks = sorted({parts.mark.rank for parts in self.headings if parts})
        self.levels = {rank: level for level, rank in enumerate(ranks, 1)}

    def blocks(self) -> Iterator[Block]:
        """All blocks; of a line that is nothing but bold or hash marks there is none."""
        return (block for block in self._all_blocks() if not isinstance(block, Heading | Paragraph) or block.text)

    def _all_blocks(self) -> Iterator[Block]:
        for index, element in enumerate(self.elements):
            if isinstance(element, Grid):
                yield from self._table(element, index)
            elif element.first in self.annexes:
                yield self._annex(self.annexes[element.first], element)
            elif element.first in self.titles:
                yield self._title(element)
            elif element.first in self.feet or self._is_closing(element):
                self.outline.reset()
                yield self._paragraph(element.start, element.end)
            else:
                yield from self._passage(element, index)

    def _raw(self, passage: Passage) -> str:
        return self.text[passage.start : passage.end]

    def _heading_parts(self, element: _Element) -> HeadingParts | None:
        if isinstance(element, Grid) or element.first in self.annexes or element.first in self.titles:
            return None
        raw = self._raw(element)
        return None if is_attachment_list(raw) or is_note(raw) else text_to_heading(raw)

    def _all_heading_parts(self) -> list[HeadingParts | None]:
        """The heading in each element; the last item of a list （一）…；（二）…。 is none, like the others."""
        found: list[HeadingParts | None] = []
        listed: tuple[Style, int | None] | None = None
        for element, mark in zip(self.elements, self.marks, strict=True):
            parts = self._heading_parts(element)
            item = mark is not None and listed == (mark.style, (mark.value or 0) - 1)
            found.append(None if item and parts and parts.body is None else parts)
            if mark is not None and isinstance(element, Passage):
                listed = (mark.style, mark.value) if self._raw(element).endswith(("；", ";")) else None
        texts = ["" if isinstance(element, Grid) else self._raw(element) for element in self.elements]
        found = without_stray(found, self.marks, texts)
        plain = [self._plain(at) for at in range(len(found))]
        for at, style in {**entry_headings(plain), **place_headings(plain, self.next_mark)}.items():
            found[at] = whole_heading(self._raw(cast("Passage", self.elements[at])), style)
        return found

    def _plain(self, index: int) -> str | None:
        """The text of an element that is nothing but a paragraph."""
        element = self.elements[index]
        if isinstance(element, Grid) or self.marks[index] or element.first in {*self.annexes, *self.titles, *self.feet}:
            return None
        return self._raw(element)

    def _is_closing(self, passage: Passage) -> bool:
        raw = self._raw(passage)
        return is_attachment_list(raw) or (len(raw) <= _LONGEST_CLOSING and _CLOSING.match(raw) is not None)

    def _passage(self, passage: Passage, index: int) -> Iterator[Block]:
        parts = self.headings[index]
        if parts:
            yield from self._heading(passage, parts)
            return
        mark = self.marks[index]
        if mark and mark.style is not Style.ANNEX:
            self.outline.close(mark.rank)
        else:
            self._close_finished(index)
        yield self._paragraph(passage.start, passage.end, note=is_note(self._raw(passage)))

    def _heading(self, passage: Passage, parts: HeadingParts) -> Iterator[Block]:
        raw, rank = self._raw(passage), parts.mark.rank
        label = parts.label(raw)
        self.outline.close(rank)
        start = parts.title_start if parts.marked else parts.start
        yield Heading(
            level=self.levels[rank],
            number=compact(parts.mark.number).rstrip("：:"),
            title=parts.title(raw),
            text=parts.quote(raw),
            place=self.placer.place(passage.start, self.outline.path),
            span=Span(start=passage.start + start, end=passage.start + parts.end),
        )
        self.outline.open(Opened(rank, parts.mark.style, label, run_in=parts.body is not None))
        if parts.body is not None:
            yield self._paragraph(passage.start + parts.body, passage.end)

    def _title(self, passage: Passage) -> Heading:
        self.outline.reset()
        return self._whole_heading(passage, 0, "")

    def _annex(self, annex: Annex, passage: Passage) -> Heading:
        self.outline.reset()
        heading = self._whole_heading(passage, 1, annex.number)
        self.outline.reset(f"{annex.number} {annex.title}".strip())
        return heading

    def _whole_heading(self, passage: Passage, level: int, number: str) -> Heading:
        """A heading that takes its whole passage, over however many lines."""
        start, end = self._edges(passage.start, passage.end)
        words = squeeze(self.text[start:end])
        title = words.removeprefix(number).lstrip("：: ")
        return Heading(
            level=level,
            number=number,
            title=title,
            text=f"{number} {title}".strip() if words == f"{number}{title}" else words,
            place=self.placer.place(passage.start),
            span=Span(start=start, end=end),
        )

    def _paragraph(self, start: int, end: int, *, note: bool = False) -> Paragraph:
        start, end = self._edges(start, end)
        return Paragraph(
            text=squeeze(self.text[start:end]),
            place=self.placer.place(start, self.outline.path),
            span=Span(start=start, end=end),
            note=note,
        )

    def _table(self, grid: Grid, index: int) -> Iterator[Block]:
        self._close_run_in(grid)
        notes = [self._raw(passage) for passage in self._notes_below(index)]
        path = self.outline.path
        self.tables += 1
        yield grid_to_table(self.text, grid, self.tables, self.placer, path, [squeeze(note) for note in notes])
        printed = {compact(note) for note in notes}
        for note in grid.notes:
            span = source_text(self.text).find(note, grid.header_start)
            if span and compact(note) not in printed:
                yield self._paragraph(span.start, span.end, note=True)

    def _notes_below(self, index: int) -> list[Passage]:
        below = (element for element in self.elements[index + 1 :])
        return [
            passage
            for passage in takewhile(
                lambda element: isinstance(element, Passage) and is_note(self._raw(element)), below
            )
            if isinstance(passage, Passage)
        ]

    def _edges(self, start: int, end: int) -> tuple[int, int]:
        return strip_edges(self.text, start, end)

    def _close_run_in(self, grid: Grid) -> None:
        """A table with a caption of its own belongs to the section, not to the one-paragraph item printed above it."""
        while grid.caption and self.outline.opened and self.outline.opened[-1].run_in:
            self.outline.opened.pop()

    def _close_finished(self, index: int) -> None:
        """An unnumbered paragraph ends a box that a table or an empty line closed, and a run-in item if numbers begin
        anew.
        """
        last = self.outline.opened[-1] if self.outline.opened else None
        if last is None:
            return
        element, before = self.elements[index], self.elements[index - 1]
        gap = isinstance(before, Grid) or (element.first - before.last > 1 and not self.frame.layout.spaced)
        if (last.style is Style.BOX and gap) or (last.run_in and self._begins_anew(index, last.style)):
            self.outline.close(last.rank)

    def _begins_anew(self, index: int, style: Style) -> bool:
        """Whether the next numbered passage has the number 1 of this style."""
        mark = self.next_mark[index]
        return mark is not None and mark.style is style and mark.value == 1


def _next_of_each(marks: Sequence[Mark | None]) -> list[Mark | None]:
    """For each position the first mark behind it."""
    following: list[Mark | None] = []
    upcoming: Mark | None = None
    for mark in reversed(marks):
        following.append(upcoming)
        upcoming = mark or upcoming
    return following[::-1]

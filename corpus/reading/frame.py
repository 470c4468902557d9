"""What surrounds and orders a document's body: titles, signature, imprint, copies, list and headings of attachments.

Found once on the lines; metadata and blocks are both made from it. Knows no blocks.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.grid import Grid
from corpus.line import Line
from corpus.reading.attachments import Annex, attachment_names, find_annexes, find_attachment_list
from corpus.reading.layout import Layout, lines_to_layout
from corpus.reading.passages import Passage
from corpus.reading.signature import Foot, find_copied_to, find_imprint, find_signature
from corpus.reading.titles import Title, Titles, find_titles

__all__ = ["Frame", "lines_to_frame"]


@dataclass(frozen=True, slots=True)
class Frame:
    """All indexes are into the lines of the reading."""

    layout: Layout
    titles: Titles
    signature: Foot | None
    imprint: Foot | None
    copied_to: tuple[int, int] | None
    attachment_list: Passage | None
    attachments: tuple[str, ...]
    annexes: tuple[Annex, ...]

    @property
    def printed_titles(self) -> list[Title]:
        """The titles that stand in lines of their own."""
        return [title for title in (self.titles.notice, self.titles.own) if title]

    @property
    def feet(self) -> list[tuple[int, int]]:
        """First and last index of signature, copies and imprint."""
        feet = [(foot.first, foot.last) for foot in (self.signature, self.imprint) if foot]
        return feet + ([self.copied_to] if self.copied_to else [])

    def groups(self) -> dict[int, int]:
        """First to last index of all lines that belong together whatever they look like."""
        ranges = [(title.first, title.last) for title in self.printed_titles]
        return dict(sorted([*ranges, *self.feet, *((annex.first, annex.last) for annex in self.annexes)]))


def lines_to_frame(text: str, lines: Sequence[Line], grids: Sequence[Grid]) -> Frame:
    """The frame of the document with these lines and tables."""
    in_tables = {index for grid in grids for index in range(grid.first, grid.last + 1)}
    layout = lines_to_layout([line for index, line in enumerate(lines) if index not in in_tables])
    signature, imprint = find_signature(lines), find_imprint(lines)
    listed = find_attachment_list(lines, layout, [foot.first for foot in (signature, imprint) if foot])
    names = attachment_names(text[listed.start : listed.end]) if listed else ()
    cells = {
        index for grid in grids for index in range(grid.first, grid.last + 1) if lines[index].start >= grid.header_start
    }
    titles = find_titles([replace(line, text="") if index in cells else line for index, line in enumerate(lines)])
    return Frame(
        layout=layout,
        titles=titles,
        signature=signature,
        imprint=imprint,
        copied_to=find_copied_to(lines),
        attachment_list=listed,
        attachments=names,
        annexes=tuple(annex for annex in find_annexes(lines, grids, names) if not _is_body(annex, titles)),
    )


def _is_body(annex: Annex, titles: Titles) -> bool:
    """Whether what a notice calls its 附件 is the document itself, which then heads no annex."""
    return titles.own is not None and annex.first <= titles.own.first <= annex.last

"""What surrounds and orders a document's body: titles, signature, imprint, copies, list and headings of attachments.

Found once on the lines; metadata and blocks are both made from it. Knows no blocks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from corpus.folding.dates import DAY
from corpus.grid import Grid
from corpus.line import Line
from corpus.quoting import compact
from corpus.reading.attachments import Annex, attachment_names, find_annexes, find_attachment_list
from corpus.reading.layout import Layout, lines_to_layout
from corpus.reading.marks import strip_edges
from corpus.reading.organisations import is_organisation
from corpus.reading.passages import Passage
from corpus.reading.titles import Title, Titles, find_titles

_REMARK = re.compile(r"[（(][^（()）]{2,14}[）)]$")
_PRINTED = re.compile(r"印发(?:共印\d{1,5}份)?[。）)]?$")
_COPIED = re.compile(r"抄\s{0,3}送\s{0,3}[:：]")
_PROSE = re.compile(
    r"[。；：:！？，《》\d]|^关于|(?:通知|意见|方案|规划|办法|细则|规定|计划|纲要|决定|条例|报告|批复|公告|通告|函)$"
)
"""Nor has the name of a body digits: the list of attachments and the last row of a table stand above the first; nor is
it called as a title is, which stands above where a document is signed on top.
"""
_CELLS = re.compile(r"[\t|]")
"""Before a day these part the cells of a table's row, which nobody signs."""
_MOST_LINES = 8
_MOST_SIGNERS = 24
_WIDEST = 60


class Foot(NamedTuple):
    """Indexes (inclusive) of the lines, and the bodies as printed line by line, the date left out."""

    first: int
    last: int
    names: tuple[str, ...]


def find_signature(lines: Sequence[Line]) -> Foot | None:
    """The signature: names of bodies above a date that stands alone; only the date where no name does."""
    dated = [foot for index in range(len(lines)) if (foot := _signature_at(lines, index))]
    return next((foot for foot in dated if foot.names), dated[0] if dated else None)


def find_imprint(lines: Sequence[Line]) -> Foot | None:
    """The last 印发 line: X 2023年5月17日印发, the name on the same line or the one above."""
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text
        day = DAY.search(text)
        if not day or not _PRINTED.fullmatch(compact(text[day.end() :])):
            continue
        name = text[slice(*strip_edges(text, 0, day.start()))]
        if is_organisation(name):
            return Foot(index, index, (name,))
        above = _written_above(lines, index, 1)
        named = not name and above and is_organisation(lines[above[0]].text)
        return Foot(above[0], index, (lines[above[0]].text,)) if named else Foot(index, index, ())
    return None


def find_copied_to(lines: Sequence[Line]) -> tuple[int, int] | None:
    """First and last index of the 抄送 lines: until the list ends, or until the imprint."""
    start = next((index for index in range(len(lines) - 1, -1, -1) if _COPIED.match(lines[index].text)), None)
    if start is None:
        return None
    imprint = find_imprint(lines)
    end = imprint.first if imprint and imprint.first > start else min(len(lines), start + _MOST_LINES)
    last = start
    for index in range(start + 1, end):
        if lines[index].text and (index == last + 1 or not lines[last].text.endswith("。")):
            last = index
    return start, last


def _signature_at(lines: Sequence[Line], index: int) -> Foot | None:
    bare = lines[index].text.strip().strip("（()）")
    text = bare if DAY.fullmatch(bare) else _REMARK.sub("", lines[index].text).strip()
    day = DAY.search(text)
    if not day or text[day.end() :].strip() or _CELLS.search(text[: day.start()].strip()):
        return None
    name = text[: day.start()].strip()
    if name:
        return Foot(index, index, (name,)) if is_organisation(name) else None
    above = _written_above(lines, index, _MOST_SIGNERS)
    names: list[int] = []
    for at in above:
        if (
            _PROSE.search(lines[at].text)
            or len(lines[at].text) > _WIDEST
            or not (names or is_organisation(_last_name(lines[at].text)))
        ):
            break
        names.append(at)
    ordered = names[::-1]
    return Foot(ordered[0] if ordered else index, index, tuple(lines[at].text for at in ordered))


def _last_name(text: str) -> str:
    return re.split(r"\s{2,}|\t", text.strip())[-1]


def _written_above(lines: Sequence[Line], index: int, count: int) -> list[int]:
    return list(islice((above for above in range(index - 1, -1, -1) if lines[above].text), count))


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

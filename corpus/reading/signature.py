"""Who signs and when, who prints and when, who gets a copy: the foot of a document. Knows lines, no blocks."""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from corpus.folding.dates import DAY
from corpus.line import Line
from corpus.quoting import compact
from corpus.reading.marks import strip_edges
from corpus.reading.organisations import is_organisation

__all__ = ["Foot", "find_copied_to", "find_imprint", "find_signature"]

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
    text = _REMARK.sub("", lines[index].text).strip()
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

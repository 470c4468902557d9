"""Source text to lines: where each begins, on which page it stands. Knows nothing of what the lines say.

Page furniture (a page number between dashes, a form feed) never becomes a line. It tells pages only where it leaves no
doubt: form feeds always, page numbers when they run without a gap.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.line import Line

_SEGMENT = re.compile(r"([^\n\r\f]*)(\r\n|[\n\r\f]|\Z)")
_DASHES = "—–―─‒‐－-"
_PAGE_MARK = re.compile(
    rf"(?:[{_DASHES}]{{1,3}}[ \u3000]{{0,4}}(\d{{1,4}})[ \u3000]{{0,4}}[{_DASHES}]{{1,3}}"
    r"|第[ \u3000]{0,2}(\d{1,4})[ \u3000]{0,2}页(?:[ \u3000,，/]{0,3}共[ \u3000]{0,2}\d{1,4}[ \u3000]{0,2}页)?)"
)


class _Segment(NamedTuple):
    """What stands between two line or page breaks; `sheet` counts form feeds before it, from 1."""

    number: int
    sheet: int
    start: int
    raw: str
    mark: int | None


def text_to_lines(text: str) -> list[Line]:
    """All lines of a source text, empty ones too, page furniture left out.

    `page` is known throughout a text with form feeds; without them up to the last page number of an unbroken run (a
    number ends its page); None elsewhere.
    """
    segments = list(_text_to_segments(text))
    pages = [segment.sheet for segment in segments] if "\f" in text else _marks_to_pages(segments)
    return [
        _segment_to_line(segment, page) for segment, page in zip(segments, pages, strict=True) if segment.mark is None
    ]


def blank_page_marks(text: str) -> str:
    """`text` with page numbers overwritten by spaces, so that words on both sides of a page break are neighbours.

    Offsets and line numbers stay as they are.
    """
    pieces, at = [], 0
    for segment in _text_to_segments(text):
        if segment.mark is not None:
            end = segment.start + len(segment.raw)
            pieces += [text[at : segment.start], " " * len(segment.raw)]
            at = end
    return "".join([*pieces, text[at:]])


def text_to_page_count(text: str) -> int | None:
    """How many pages the text says it has; None where it does not say."""
    pages = [line.page for line in text_to_lines(text)]
    if not pages or None in pages:
        return None
    return max(page for page in pages if page is not None)


def _text_to_segments(text: str) -> Iterator[_Segment]:
    number, sheet = 1, 1
    for match in _SEGMENT.finditer(text):
        raw, separator = match.groups()
        if raw or separator not in {"\f", ""}:
            yield _Segment(number, sheet, match.start(), raw, _page_mark(raw))
        if separator == "\f":
            sheet += 1
        else:
            number += 1
        if match.end() == len(text):
            return


def _page_mark(raw: str) -> int | None:
    """The page number that is all there is on a line (full-width digits too)."""
    match = _PAGE_MARK.fullmatch(raw.strip())
    return int(match[1] or match[2]) if match else None


def _marks_to_pages(segments: Sequence[_Segment]) -> Sequence[int | None]:
    marks = [(index, segment.mark) for index, segment in enumerate(segments) if segment.mark is not None]
    run = len(marks) > 1 and all(later[1] == earlier[1] + 1 for earlier, later in pairwise(marks))
    if not run:
        return [None] * len(segments)
    ends, first = [index for index, _ in marks], marks[0][1]
    return [_marked_page(index, ends, first) for index in range(len(segments))]


def _marked_page(index: int, ends: Sequence[int], first: int) -> int | None:
    """A mark ends its page. What stands before the first mark is known only if that is page 1, and behind the last
    mark nothing says whether one page follows or several.
    """
    before = bisect_left(ends, index)
    if before == len(ends) or (before == 0 and first != 1):
        return None
    return first + before


def _segment_to_line(segment: _Segment, page: int | None) -> Line:
    stripped = segment.raw.strip()
    lead = segment.raw[: len(segment.raw) - len(segment.raw.lstrip())]
    return Line(segment.number, page, segment.start + len(lead), stripped, lead)

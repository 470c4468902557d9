"""Regions: where in a document task tables that lost their borders begin and may end, caption and notes included.

A region begins at a header line (columns named like 序号, 责任单位) and ends before the next annex, header or line that
keeps its tabs. Reads no cell.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.flattened.headers import Header, find_headers
from corpus.flattened.tokens import Gap, Token, em_width, lines_to_tokens
from corpus.line import Line
from corpus.quoting import squeeze

_ANNEX = re.compile(r"(?:附件|附表|附录)\s{0,2}[\d一二三四五六七八九十]{0,3}\s{0,2}[:：]?")
_BARRIER = re.compile(
    r"(?:附件|附表|附录)\s{0,2}[\d一二三四五六七八九十]{0,3}\s{0,2}(?:[:：]|$)|(?:抄送|抄报|主送|主题词)[:：]|.{0,60}印发$"
)
_FOREIGN = re.compile(
    r"[（(][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条节]|"
    r"(?:注|备注|说明|注释)\s?[:：]|[（(]此件|[（(]联系"
)
_UNIT_NOTE = re.compile(r"[（(]?\s?(?:计量)?单位\s?[:：]\s?([^）)]{1,40})[)）]?")
_MARKS = re.compile(r"[。；，：:]")
_CONTINUED = re.compile(r"[（(]?续表?\s?\d{0,2}[)）]?")
_CAPTION = re.compile(r"\A.{2,200}(?:表|清单|一览|分工|计划|方案|目录)(?:[（(].{1,12}[)）])?")
_CAPTION_LINES = 3
_CAPTION_WIDTH = 45.0
_LOOK_ABOVE = 9


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands above a header: the caption (with its first line's index) and the text behind 单位：."""

    caption: str
    unit_note: str | None
    first: int


@dataclass(frozen=True, slots=True)
class Region:
    """Where a task table may stand: its header with what is above it, and the lines (inclusive) it may fill.

    `tokens` are those of its body, repeated headers left out.
    """

    header: Header
    above: Surroundings
    tokens: tuple[Token, ...]
    first: int
    last: int


def find_regions(lines: Sequence[Line]) -> list[Region]:
    """The regions of all headers, in order."""
    groups = _group_repeated(lines, find_headers(lines))
    floors = [0, *(group[-1].last + 1 for group in groups)]
    aboves = [lines_above(lines, group[0].first, floor) for group, floor in zip(groups, floors, strict=False)]
    ceilings = [*(above.first for above in aboves[1:]), len(lines)]
    regions = []
    for group, above, ceiling in zip(groups, aboves, ceilings, strict=False):
        last = _last_line(lines, group[-1].last + 1, ceiling)
        regions.append(Region(group[0], above, _body(lines, group, above, last), above.first, last))
    return regions


def is_annex_line(text: str) -> bool:
    """Whether the line is nothing but 附件 and its number."""
    return _ANNEX.fullmatch(text) is not None


def is_barrier(text: str) -> bool:
    """Whether no flattened table goes on over this line: an annex begins, the letter ends, or it keeps its tabs."""
    return "\t" in text or _BARRIER.match(text) is not None


def is_foreign(text: str) -> bool:
    """Whether a line that begins so probably stands outside the table, once its last row is complete."""
    return _FOREIGN.match(text) is not None


def unit_note(text: str) -> str | None:
    """The units in which a table counts, where the line says nothing else (单位：幢、场)."""
    match = _UNIT_NOTE.fullmatch(text)
    return squeeze(match.group(1)) if match else None


def lines_above(lines: Sequence[Line], first: int, floor: int) -> Surroundings:
    """Caption and unit note above the header that begins at `first`, looking no higher than `floor`.

    Below 附件 N the caption is all there is; elsewhere it is one line, and below another table one that says it is a
    caption.
    """
    units: str | None = None
    caption: list[str] = []
    top = first
    for index in range(first - 1, floor - 1, -1):
        text = lines[index].text
        if note := unit_note(text):
            units, top = note, index
        elif text:
            annexed = _annex_above(lines, index, floor)
            if not _may_be_caption(text) or not (annexed or (not caption and (floor == 0 or _CAPTION.fullmatch(text)))):
                break
            caption.insert(0, text)
            top = index
    return Surroundings(squeeze("".join(caption)), units, top)


def _group_repeated(lines: Sequence[Line], headers: Sequence[Header]) -> list[list[Header]]:
    """Headers with those that only repeat them on a later page: same names, numbers running on, no annex between."""
    groups: list[list[Header]] = []
    for header in headers:
        last = groups[-1][-1] if groups else None
        if last and last.names == header.names and not _starts_anew(lines, last.last, header):
            groups[-1].append(header)
        else:
            groups.append([header])
    return groups


def _starts_anew(lines: Sequence[Line], last: int, header: Header) -> bool:
    between = (lines[index].text for index in range(last + 1, header.first))
    behind = next((line.text for line in lines[header.last + 1 :] if line.text), "")
    return any(map(is_barrier, between)) or re.match(r"1(?![\d%％])", behind) is not None


def _last_line(lines: Sequence[Line], start: int, ceiling: int) -> int:
    return next((index for index in range(start, ceiling) if is_barrier(lines[index].text)), ceiling) - 1


def _body(lines: Sequence[Line], group: Sequence[Header], above: Surroundings, last: int) -> tuple[Token, ...]:
    """The tokens behind the headers; behind a repeated header nothing is known of the gap."""
    tokens: list[Token] = []
    ends = [header.first - 1 for header in group[1:]]
    for header, end in zip(group, [*ends, last], strict=True):
        piece = [
            token
            for token in lines_to_tokens(lines, header.last + 1, end)
            if not _repeats(lines[token.line].text, above.caption)
        ]
        if piece and tokens:
            piece[0] = replace(piece[0], gap=Gap.PAGE, blanks=0)
        tokens += piece
    return tuple(tokens)


def _repeats(text: str, caption: str) -> bool:
    """Whether the line only repeats the caption on a later page."""
    compact = "".join(text.split())
    return (bool(caption) and compact.removesuffix("（续）") == "".join(caption.split())) or _CONTINUED.fullmatch(
        compact
    ) is not None


def _may_be_caption(text: str) -> bool:
    return em_width(text) <= _CAPTION_WIDTH and not (_MARKS.search(text) or text.endswith("、") or is_barrier(text))


def _annex_above(lines: Sequence[Line], index: int, floor: int) -> bool:
    """Whether the line, or one of the few above it, stands right below 附件 N."""
    above = [line.text for line in lines[max(floor, index - _LOOK_ABOVE) : index] if line.text]
    return any(map(is_annex_line, above[-_CAPTION_LINES:]))

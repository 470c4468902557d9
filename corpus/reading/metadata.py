"""What the head and foot of a document say of it: title, 文号, issuer, dates, period, region, attachments, copies.

Read by the grammar of 公文 from the frame and the lines. A 文号 quoted in running text is never the document's own.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from corpus.document import Metadata
from corpus.folding.dates import text_to_day, text_to_term, text_to_years
from corpus.line import Line
from corpus.quoting import SourceText, compact, source_text, squeeze
from corpus.reading.doc_number import DocNumber, line_to_doc_number, line_to_serial
from corpus.reading.frame import Foot, Frame
from corpus.reading.marks import strip_edges
from corpus.reading.organisations import (
    Region,
    is_organisation,
    join_names,
    name_to_region,
    names_to_region,
    split_names,
)
from corpus.reading.origin import Origin, find_delivery, find_origins, head_issuer, origin_behind, stated_days
from corpus.reading.placing import Placer
from corpus.reading.titles import Title
from corpus.reading.validity import read_validity
from corpus.simplified import simplified

Value = TypeVar("Value")
_HEAD = 40
_LETTER = 3
_TITLE_ISSUER = re.compile(r"(.{2,60}?)(?:[（(][^（()）]{2,12}[)）])?(?:关于|印发|转发|(?=20\d\d年))")
_TERM = re.compile(r"(?:规划|实施|行动|执行|计划|政策)期限?\s{0,2}(?:为|是|[:：])?\s{0,2}(?=\d{4})")
_TERM_WIDTH = 30
_INTERPRETED = re.compile(
    r"(?:本[^。；，由]{1,20})?由([^。；，由]{2,60}?)(?:(?:按照?|根据|依)各?自?职责(?:分工)?)?(?:负责|承担)?(?:具体|最终)?$"
)
_EXPLAIN = "解释"
_SENTENCE = 90
_ABOVE = re.compile(r"[省市盟州](?=.)")
_COPIED = re.compile(r"抄\s{0,3}送\s{0,3}[:：]\s{0,3}")


@dataclass(frozen=True, slots=True)
class _Found(Generic[Value]):
    """A value and the span of the source text it was read from."""

    value: Value
    start: int
    end: int


def read_metadata(text: str, lines: Sequence[Line], frame: Frame, document_id: str, file_title: str) -> Metadata:
    """The metadata of a document; `file_title` is used where the text shows no title of its own."""
    title = _find_title(text, lines, frame, file_title)
    head = [line for line in lines if line.text][:_HEAD]
    origins, given = find_origins(head), find_delivery(head)
    number = _find_doc_number(lines) or _of_origin(origins, lambda one: one.number)
    issuer = _find_issuer(text, lines, frame) or _of_origin(origins, lambda one: "、".join(one.names))
    delivered, place = (_at(given.line, given.day), given.place) if given else (None, None)
    written = _find_day(lines, frame.signature) or _of_origin(stated_days(head), lambda one: one.day) or delivered
    written = written or _of_origin(origins, lambda one: one.day)
    printed, period = _find_day(lines, frame.imprint), _find_period(text, lines, frame, title)
    interpreter, copied = _find_interpreter(text), _find_copied_to(text, lines, frame)
    region, posted = _region(frame, issuer, title, file_title) or place, _posted(issuer, title)
    listed = frame.attachment_list
    issued = printed or written
    force = {
        field: _Found(stated.value, stated.start, stated.end)
        for field, stated in read_validity(text, issued.value if issued else None).items()
    }
    found = {
        "title": title,
        "doc_number": number,
        "issuer": issuer,
        "written_on": written,
        "printed_on": printed,
        "period": period,
        "attachments": _Found(frame.attachments, listed.start, listed.end) if listed else None,
        "interpreter": interpreter,
        "copied_to": copied,
        "region": (title if posted else issuer or delivered) if region and region.name else None,
        **force,
    }
    metadata = Metadata(
        title=title.value if title else file_title,
        doc_number=number.value.key if number else None,
        doc_number_raw=number.value.raw if number else None,
        issuer=issuer.value if issuer else None,
        written_on=written.value if written else None,
        printed_on=printed.value if printed else None,
        period=period.value if period else None,
        region=region.name if region else None,
        level=region.level if region else None,
        attachments=frame.attachments,
        interpreter=interpreter.value if interpreter else None,
        copied_to=copied.value if copied else None,
        **{field: stated.value for field, stated in force.items()},
        quotes={name: squeeze(text[item.start : item.end]) for name, item in found.items() if item},
    )
    placer = Placer(document_id, metadata.name, lines)
    places = {name: placer.place(item.start) for name, item in found.items() if item}
    return metadata.model_copy(update={"places": places})


def _at(line: Line, value: Value | None) -> _Found[Value] | None:
    """What a line says, if it says this."""
    return _Found(value, line.start, line.end) if value else None


def _of_origin(origins: Sequence[Origin], told: Callable[[Origin], Value | None]) -> _Found[Value] | None:
    """What the first line says that tells it of where a document comes from."""
    return next((found for one in origins if (found := _at(one.line, told(one)))), None)


def _find_title(text: str, lines: Sequence[Line], frame: Frame, file_title: str) -> _Found[str] | None:
    own, notice = frame.titles.own, frame.titles.notice
    if own:
        return _Found(own.text, *_edges(text, lines, own.first, own.last))
    if notice and frame.titles.quoted:
        span = source_text(text).find(frame.titles.quoted, lines[notice.first].start)
        return _Found(frame.titles.quoted, span.start, span.end) if span else None
    head = [line for line in lines if line.text][:_LETTER]
    found = next((line for line in head if compact(line.text) == compact(file_title)), None)
    return _at(found, (origin_behind(found) or (file_title,))[0]) if found else None


def _edges(text: str, lines: Sequence[Line], first: int, last: int) -> tuple[int, int]:
    return strip_edges(text, lines[first].start, lines[last].end)


def _find_doc_number(lines: Sequence[Line]) -> _Found[DocNumber] | None:
    """The 文号 in the head: above the first sentence; of a decree or an announcement its number alone."""
    head = [line for line in lines if line.text][:_HEAD]
    for above, line in zip(["", *(line.text for line in head)], head, strict=False):
        number = line_to_doc_number(line.text) or line_to_serial(line.text, above)
        span = SourceText(line.text).find(number.raw) if number else None
        if number and span:
            return _Found(number, line.start + span.start, line.start + span.end)
        if "。" in line.text:
            return None
    return None


def _find_issuer(text: str, lines: Sequence[Line], frame: Frame) -> _Found[str] | None:
    """Who signs; else who the title, the letterhead, a field above the text or the imprint names. A department that
    signs without its place is the one that title or letterhead names with it.
    """
    signed = _foot_issuer(lines, frame.signature)
    titled = next((one for title in frame.printed_titles if (one := _title_issuer(text, lines, title))), None)
    told = head_issuer([line for line in lines if line.text][:_HEAD])
    above = [one for one in (titled, _Found(*told) if told else None) if one]
    named = signed or next(iter(above), None) or _foot_issuer(lines, frame.imprint)
    fuller = (one for one in above if named and any(_is_fuller(name, named.value) for name in one.value.split("、")))
    return next(fuller, named)


def _is_fuller(name: str, other: str) -> bool:
    return name != other and name.endswith(other)


def _foot_issuer(lines: Sequence[Line], foot: Foot | None) -> _Found[str] | None:
    return _Found("、".join(join_names(foot.names)), *_names_span(lines, foot)) if foot and foot.names else None


def _title_issuer(text: str, lines: Sequence[Line], title: Title) -> _Found[str] | None:
    match = _TITLE_ISSUER.match(simplified(title.text))
    apart = match is not None and compact(printed := lines[title.first].text) == compact(match[1])
    names = (join_names([printed]) if apart else split_names(title.text[: match.end(1)])) if match else []
    if match is None or not all(map(is_organisation, names)):
        return None
    span = source_text(text).find(title.text[: match.end(1)], lines[title.first].start)
    return _Found("、".join(names), span.start, span.end) if span else None


def _names_span(lines: Sequence[Line], foot: Foot) -> tuple[int, int]:
    """From the first name to the last, the date left out."""
    last = next(line for line in lines[foot.first :] if foot.names[-1] in line.text)
    return lines[foot.first].start, last.start + last.text.index(foot.names[-1]) + len(foot.names[-1])


def _find_day(lines: Sequence[Line], foot: Foot | None) -> _Found[date] | None:
    """The day in a foot; its words are the whole foot, names included."""
    day = text_to_day(lines[foot.last].text) if foot else None
    return _Found(day, lines[foot.first].start, lines[foot.last].end) if foot and day else None


def _find_period(
    text: str, lines: Sequence[Line], frame: Frame, title: _Found[str] | None
) -> _Found[tuple[int, int]] | None:
    """The years in the title, or those printed as the term of the plan."""
    years = text_to_years(title.value) if title else None
    if years and title:
        return _Found(years[0], title.start, title.end)
    notice = frame.titles.notice
    years = text_to_years(notice.text) if notice else None
    if years and notice:
        return _Found(years[0], *_edges(text, lines, notice.first, notice.last))
    for term in _TERM.finditer(text):
        words = text_to_term(text[term.end() : term.end() + _TERM_WIDTH])
        span = source_text(text).find(words[1], term.end()) if words else None
        if words and span:
            return _Found(words[0], term.start(), span.end)
    return None


def _find_interpreter(text: str) -> _Found[str] | None:
    """本方案由X负责解释: the last such sentence."""
    at = text.rfind(_EXPLAIN)
    while at >= 0:
        start = max(0, at - _SENTENCE)
        clause = _INTERPRETED.search(text[start:at])
        if clause:
            return _Found(squeeze(clause[1]), start + clause.start(), at + len(_EXPLAIN))
        at = text.rfind(_EXPLAIN, 0, at)
    return None


def _find_copied_to(text: str, lines: Sequence[Line], frame: Frame) -> _Found[str] | None:
    if frame.copied_to is None:
        return None
    start, end = lines[frame.copied_to[0]].start, lines[frame.copied_to[1]].end
    begin = label.end() if (label := _COPIED.match(text, start, end)) else start
    return _Found(squeeze(text[begin:end]).rstrip("。"), start, end)


def _region(frame: Frame, issuer: _Found[str] | None, title: _Found[str] | None, file_title: str) -> Region | None:
    if posted := _posted(issuer, title):
        return posted
    names = [issuer.value] if issuer else []
    names += frame.imprint.names if frame.imprint else ()
    names += [title.value if title else file_title]
    return names_to_region(names)


def _posted(issuer: _Found[str] | None, title: _Found[str] | None) -> Region | None:
    """The city or province by whose name a title begins though a county's body put it out: it posts what is theirs."""
    own, titled = (name_to_region(one.value) if one else None for one in (issuer, title))
    alone = own is not None and own.level == "区县" and not _ABOVE.search(own.name or "")
    return titled if alone and titled and titled.level in ("市", "省") else None

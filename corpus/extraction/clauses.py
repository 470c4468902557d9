"""Responsibility clauses of the running text, （A牵头，B配合） or 责任单位：A、B, as tasks.

Knows where clauses stand in a paragraph and what they are about; what their words mean is `assignments`' business.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document, Paragraph
from corpus.extraction.assignments import (
    Assignment,
    bare_units,
    starts_with_due,
    starts_with_role,
    together,
    words_to_assignment,
)
from corpus.extraction.deadlines import deadline_from_text, deadline_in_clause
from corpus.extraction.duties import Duty, How, duties_in, in_runs, without_repeats
from corpus.extraction.duty_evidence import NONE, SENTENCE, Among, duty_kind, said
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.lead_rules import stated_rule
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import own_year
from corpus.extraction.setting import Setting
from corpus.folding.dates import find_dates
from corpus.quoting import SourceText, compact, source_text
from corpus.reading.marks import Style, text_to_mark
from corpus.task import Deadline, Task, TaskOrigin

_LONGEST_TITLE = 40
_DECIMAL = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}\s?[\u4e00-\u9fff]")
"""2.2.3 保税维修: items that are numbered through."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, the text it closes, and the paragraph it begins to stand in."""

    words: str
    measure: str
    printed: str
    """Measure and clause in one, as printed."""
    paragraph: Paragraph


def clauses_to_tasks(document: Document, each: Each = unguarded) -> list[Task]:
    """The tasks of all responsibility clauses of the document's running text, in printed order."""
    source, heads = source_text(document.text), _heads(document)
    setting = Setting(document.metadata.title, own_year(document))
    rule = stated_rule(_notes(document))

    def tasks(section: Section) -> Iterator[Task]:
        nonlocal rule
        found = _section_to_clauses(section, setting)
        clauses = [one for one in found if one.paragraph.place.line not in heads or "。" in one.paragraph.text]
        if not clauses:
            rule = stated_rule(paragraph.text for paragraph in section.paragraphs) or rule
        told: list[tuple[_Clause, Assignment]] = []
        for clause in clauses:
            rule = stated_rule((clause.words, clause.measure)) or rule
            assignment = words_to_assignment(clause.words, rule) or bare_units(clause.words, rule)
            if assignment is None or assignment.is_contact:
                continue
            if told and not clause.measure:
                told[-1] = (told[-1][0], together(told[-1][1], assignment))
            else:
                told.append((clause, assignment))
        for clause, assignment in told:
            yield _task(document.id, section, clause, assignment, setting.year, source, alone=len(told) == 1)

    return list(each(tasks, blocks_to_sections(document.blocks)))


def _heads(document: Document) -> set[int]:
    """The lines that say who made a document, its number and when, which assign no work where they are no sentence."""
    places = document.metadata.places
    return {places[field].line for field in ("doc_number", "issuer", "written_on", "printed_on") if field in places}


def _notes(document: Document) -> list[str]:
    """What the document's notes say, of everything in it."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.note]


def _deadline(assignment: Assignment, measure: str, year: int | None) -> Deadline | None:
    """What the clause says (完成时限：…), else what its text does (2022年10月底前)."""
    if assignment.deadline:
        dated = find_dates(measure)
        return deadline_from_text(assignment.deadline, dated[-1].last.year if dated and year is None else year)
    return deadline_in_clause(measure, year)


def _section_to_clauses(section: Section, setting: Setting) -> Iterator[_Clause]:
    """Each clause with the text since the clause before it (under the same heading); where there is no heading, an item
    一、… begins anew, so that what stands above the first is no part of it, and so does an item that says itself whose
    it is, as one before it did.
    """
    measure: list[str] = []
    labels: list[Paragraph] = []
    inline = False
    for paragraph, duties in zip(section.paragraphs, _section_to_duties(section, setting), strict=True):
        if starts_with_role(paragraph.text) or (labels and starts_with_due(paragraph.text)):
            labels.append(paragraph)
            continue
        if labels:
            yield _labelled(labels, measure)
            labels, measure = [], []
        last = 0
        measure = _still_told(section, paragraph, duties, measure, inline=inline)
        inline = inline or (bool(duties) and _starts_item(paragraph.text))
        for one in duties:
            if one.apart:
                measure, last = [], max(last, one.begins)
            before, printed = paragraph.text[last : one.start], paragraph.text[last : one.end]
            yield _Clause(one.words, _joined([*measure, before]), _joined([*measure, printed]), paragraph)
            measure, last = [], one.end
        measure.append(paragraph.text[last:].lstrip("。；; "))
    if labels:
        yield _labelled(labels, measure)


def _still_told(
    section: Section, paragraph: Paragraph, duties: Sequence[Duty], measure: list[str], *, inline: bool
) -> list[str]:
    """What of the text above a paragraph its first clause may be about: none where the paragraph stands apart, or is an
    item that says itself whose it is, or the first that is numbered.
    """
    if _stands_apart(section, paragraph, duties):
        return []
    if not duties or not duties[0].start or not _starts_item(paragraph.text):
        return measure
    own = not paragraph.text.startswith(("（", "("), duties[0].start)
    return [] if inline or own or not any(map(_starts_item, measure)) else measure


def _section_to_duties(section: Section, setting: Setting) -> list[list[Duty]]:
    """By paragraph the duties that its words lay on units, those that are told together as one."""
    found = [duties_in(paragraph.text, setting.year) for paragraph in section.paragraphs]
    share = sum(map(bool, found)) / max(1, len(found))
    alone = sum(not one.note for one in section.paragraphs) == 1
    titles = tuple(heading.title for heading in section.headings)
    told = list[list[Duty]]()
    for paragraph, duties in zip(section.paragraphs, found, strict=True):
        among = Among(titles, _item(paragraph.text), alone, paragraph.note, len(duties) - 1, share)
        told.append(
            without_repeats(one for run in in_runs(duties) for one in _laid(paragraph.text, run, among, setting))
        )
    return told


def _laid(text: str, run: Sequence[Duty], among: Among, setting: Setting) -> Iterator[Duty]:
    """Those of a run that lay work on units: with one of them all that say so in words of role."""
    kinds = [duty_kind(said(text, one, among), setting) for one in run]
    spoken = any(kind != NONE and one.how == How.ROLES for one, kind in zip(run, kinds, strict=True))
    for one, kind in zip(run, kinds, strict=True):
        if kind != NONE or (spoken and one.how == How.ROLES):
            yield replace(one, apart=kind == SENTENCE)


def _stands_apart(section: Section, paragraph: Paragraph, duties: Sequence[Duty]) -> bool:
    """Whether what stands above a paragraph is no part of what its clauses are about: without a heading above an item
    or words of its own, in a note, and where it tells what units do.
    """
    mark = text_to_mark(paragraph.text)
    if not section.headings and mark is not None and mark.style is Style.CHINESE:
        return True
    apart = paragraph.note or not section.headings or any(one.works for one in duties)
    return apart and bool(duties) and bool(paragraph.text[: duties[0].start].strip())


def _item(text: str) -> str:
    """How an item is numbered."""
    mark = text_to_mark(text)
    return str(mark.style) if mark else ""


def _starts_item(text: str) -> bool:
    return text_to_mark(text) is not None or _DECIMAL.match(text) is not None


def _labelled(labels: list[Paragraph], measure: list[str]) -> _Clause:
    """Paragraphs that are role labels (牵头单位：A / 责任单位：B) make one clause about the text above them."""
    words = "；".join(paragraph.text.strip("。；;") for paragraph in labels)
    printed = _joined([*measure, *(paragraph.text for paragraph in labels)])
    return _Clause(words, _joined(measure), printed, labels[0])


def _task(
    document_id: str,
    section: Section,
    clause: _Clause,
    assignment: Assignment,
    year: int | None,
    source: SourceText,
    *,
    alone: bool,
) -> Task:
    title, measure = _title(section, clause.measure, alone=alone)
    clause_place = clause.paragraph.place
    return Task(
        id=content_id("clause", document_id, clause_place.line, title, measure, clause.words),
        seq=None,
        category=section.above,
        task=title,
        measure=measure,
        lead_units=assignment.lead,
        responsible_units=assignment.responsible,
        deadline=_deadline(assignment, measure, year),
        origin=TaskOrigin.CLAUSE,
        place=clause_place,
        quote=_quote(clause, source),
        other_roles=assignment.others,
        open_ended=assignment.open_ended,
    )


def _title(section: Section, measure: str, *, alone: bool) -> tuple[str, str]:
    """What the clause is about: the heading, or where several clauses share it, the text's own first sentence."""
    first, stop, rest = measure.partition("。")
    leads_in = bool(stop) and len(first) <= _LONGEST_TITLE and bool(rest.strip())
    if not section.title or (not alone and leads_in):
        return (first if leads_in else measure[:_LONGEST_TITLE]) or "（无标题）", measure
    return section.title, measure or section.title


def _quote(clause: _Clause, source: SourceText) -> str:
    """The longest of the clause's own printings that stands in the source in one piece."""
    candidates = (clause.printed, clause.paragraph.text, clause.words)
    return next((text for text in candidates if compact(text) and text in source), clause.words)


def _joined(texts: list[str]) -> str:
    return "".join(text.strip() for text in texts)

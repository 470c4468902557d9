"""Responsibility clauses of the running text, （A牵头，B配合） or 责任单位：A、B, as tasks.

Knows where clauses stand in a paragraph and what they are about; what their words mean is `assignments`' business.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document, Paragraph
from corpus.extraction.assignments import Assignment, starts_with_role, words_to_assignment
from corpus.extraction.brackets import bracket_groups
from corpus.extraction.deadlines import deadline_from_text
from corpus.extraction.identity import content_id
from corpus.extraction.lead_rules import LeadRule, stated_rule
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.quoting import SourceText, compact, source_text
from corpus.task import Task, TaskOrigin

__all__ = ["clauses_to_tasks"]

_LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause, the text it closes, and the paragraph it begins to stand in."""

    words: str
    measure: str
    printed: str
    """Measure and clause in one, as printed."""
    paragraph: Paragraph


def clauses_to_tasks(document: Document) -> list[Task]:
    """The tasks of all responsibility clauses of the document's running text, in printed order."""
    source = source_text(document.text)
    rule: LeadRule | None = None
    tasks: list[Task] = []
    for section in blocks_to_sections(document.blocks):
        clauses = list(_section_to_clauses(section))
        for clause in clauses:
            rule = stated_rule([clause.words]) or rule
            if assignment := words_to_assignment(clause.words, rule):
                tasks.append(_task(document.id, section, clause, assignment, source, alone=len(clauses) == 1))
    return tasks


def _section_to_clauses(section: Section) -> Iterator[_Clause]:
    """Each clause with the text since the clause before it (under the same heading)."""
    measure: list[str] = []
    labels: list[Paragraph] = []
    for paragraph in section.paragraphs:
        if starts_with_role(paragraph.text):
            labels.append(paragraph)
            continue
        if labels:
            yield _labelled(labels, measure)
            labels, measure = [], []
        last = 0
        for group in bracket_groups(paragraph.text):
            if words_to_assignment(group.inner) is None:
                continue
            before = paragraph.text[last : group.start]
            printed = paragraph.text[last : group.end]
            yield _Clause(group.inner, _joined([*measure, before]), _joined([*measure, printed]), paragraph)
            measure, last = [], group.end
        measure.append(paragraph.text[last:].lstrip("。；; "))
    if labels:
        yield _labelled(labels, measure)


def _labelled(labels: list[Paragraph], measure: list[str]) -> _Clause:
    """Paragraphs that are role labels (牵头单位：A / 责任单位：B) make one clause about the text above them."""
    words = "；".join(paragraph.text.strip("。；;") for paragraph in labels)
    printed = _joined([*measure, *(paragraph.text for paragraph in labels)])
    return _Clause(words, _joined(measure), printed, labels[0])


def _task(
    document_id: str, section: Section, clause: _Clause, assignment: Assignment, source: SourceText, *, alone: bool
) -> Task:
    title, measure = _title(section, clause.measure, alone=alone)
    clause_place = clause.paragraph.place
    due = deadline_from_text(assignment.deadline) if assignment.deadline else None
    return Task(
        id=content_id("clause", document_id, clause_place.line, title, measure, clause.words),
        seq=None,
        category=section.above,
        task=title,
        measure=measure,
        lead_units=assignment.lead,
        responsible_units=assignment.responsible,
        deadline=due,
        origin=TaskOrigin.CLAUSE,
        place=clause_place,
        quote=_quote(clause, source),
        open_ended=assignment.open_ended,
    )


def _title(section: Section, measure: str, *, alone: bool) -> tuple[str, str]:
    """What the clause is about: the heading, or where several clauses share it, the text's own first sentence."""
    first, stop, rest = measure.partition("。")
    leads_in = bool(stop) and len(first) <= _LONGEST_TITLE and bool(rest.strip())
    if section.title is None or (not alone and leads_in):
        return (first if leads_in else measure[:_LONGEST_TITLE]) or "（无标题）", measure
    return section.title, measure or section.title


def _quote(clause: _Clause, source: SourceText) -> str:
    """The longest of the clause's own printings that stands in the source in one piece."""
    candidates = (clause.printed, clause.paragraph.text, clause.words)
    return next((text for text in candidates if compact(text) and text in source), clause.words)


def _joined(texts: list[str]) -> str:
    return "".join(text.strip() for text in texts)

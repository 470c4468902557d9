"""Responsibility clauses of the running text, （A牵头，B配合） or 责任单位：A、B, as tasks.

Knows where clauses stand in a paragraph and what they are about; what their words mean is `assignments`' business.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.document import Document, Paragraph
from corpus.extraction.assigning import assigning_words
from corpus.extraction.assignments import (
    Assignment,
    bare_units,
    starts_with_due,
    starts_with_role,
    words_to_assignment,
)
from corpus.extraction.deadlines import deadline_from_text, deadline_in_clause
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.lead_rules import stated_rule
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import own_year
from corpus.folding.dates import find_dates
from corpus.quoting import SourceText, compact, source_text
from corpus.reading.marks import Style, text_to_mark
from corpus.task import Deadline, Task, TaskOrigin

__all__ = ["clauses_to_tasks"]

_LONGEST_TITLE = 40
_DECIMAL = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?\s?(?=[^\d\s.．%％])")
"""An item numbered through its chapter: 2.2.3 保税维修。"""


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
    source = source_text(document.text)
    year = own_year(document)
    rule = stated_rule(_notes(document))

    def tasks(section: Section) -> Iterator[Task]:
        nonlocal rule
        clauses = list(_section_to_clauses(section))
        if not clauses:
            rule = stated_rule(paragraph.text for paragraph in section.paragraphs) or rule
        for clause in clauses:
            rule = stated_rule((clause.words, clause.measure)) or rule
            if assignment := words_to_assignment(clause.words, rule) or bare_units(clause.words, rule):
                due = _deadline(assignment, clause, year)
                yield _task(document.id, section, clause, assignment, due, source, alone=len(clauses) == 1)

    return list(each(tasks, blocks_to_sections(document.blocks)))


def _notes(document: Document) -> list[str]:
    """What the document's notes say, of everything in it."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.note]


def _deadline(assignment: Assignment, clause: _Clause, year: int | None) -> Deadline | None:
    """What the clause says (完成时限：…), else what the text before it does (2022年10月底前)."""
    if assignment.deadline:
        dated = find_dates(clause.measure)
        return deadline_from_text(assignment.deadline, dated[-1].last.year if dated and year is None else year)
    return deadline_in_clause(clause.measure, year)


def _section_to_clauses(section: Section) -> Iterator[_Clause]:
    """Each clause with the text since the clause before it (under the same heading); an item that is a task of its own
    begins anew, so that what stands above it is no part of it.
    """
    measure: list[str] = []
    labels: list[Paragraph] = []
    own = _own_items(section)
    for paragraph in section.paragraphs:
        if starts_with_role(paragraph.text) or (labels and starts_with_due(paragraph.text)):
            labels.append(paragraph)
            continue
        if labels:
            yield _labelled(labels, measure)
            labels, measure = [], []
        if _item_style(paragraph.text) in own:
            measure = []
        last = 0
        for one in assigning_words(paragraph.text):
            before, printed = paragraph.text[last : one.start], paragraph.text[last : one.end]
            told = one.topic or _joined([*measure, before])
            whole = printed[-(one.end - one.start) :] if one.topic else _joined([*measure, printed])
            yield _Clause(one.words, _joined([told, one.rest.lstrip("，,")]), whole, paragraph)
            measure, last = [], one.end
        measure.append(paragraph.text[last:].lstrip("。；; "))
    if labels:
        yield _labelled(labels, measure)


def _item_style(text: str) -> str:
    """How an item that a paragraph begins with is numbered; empty where it begins with none."""
    mark = text_to_mark(text)
    return mark.style.name if mark else "decimal" if _DECIMAL.match(text) else ""


def _own_items(section: Section) -> frozenset[str]:
    """The numberings of which several items say who does them: each is a task of its own; under no heading 一、 too."""
    styles = Counter(_item_style(one.text) for one in section.paragraphs if assigning_words(one.text))
    own = {style for style, count in styles.items() if style and count > 1}
    return frozenset(own if section.headings else {*own, Style.CHINESE.name})


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
    due: Deadline | None,
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
        deadline=due,
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
    if section.title is None or (not alone and leads_in):
        return (first if leads_in else measure[:_LONGEST_TITLE]) or "（无标题）", measure
    return section.title, measure or section.title


def _quote(clause: _Clause, source: SourceText) -> str:
    """The longest of the clause's own printings that stands in the source in one piece."""
    candidates = (clause.printed, clause.paragraph.text, clause.words)
    return next((text for text in candidates if compact(text) and text in source), clause.words)


def _joined(texts: list[str]) -> str:
    return "".join(text.strip() for text in texts)

"""Responsibility clauses of the running text, （A牵头，B配合） or 责任单位：A、B, as tasks.

Knows where clauses stand in a paragraph and what they are about; what their words mean is `assignments`' business.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Document, Paragraph
from corpus.extraction.assignments import (
    Assignment,
    bare_units,
    labelled_tail,
    starts_with_due,
    starts_with_role,
    together,
    words_to_assignment,
)
from corpus.extraction.brackets import BracketGroup, bracket_groups
from corpus.extraction.deadlines import deadline_from_text, deadline_in_clause
from corpus.extraction.goal_words import sets_rules
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.lead_rules import stated_rule
from corpus.extraction.outline import Section, blocks_to_sections
from corpus.extraction.periods import own_year
from corpus.extraction.spoken import Spoken, spoken_sentences
from corpus.extraction.unit_names import looks_like_unit
from corpus.folding.dates import find_dates
from corpus.quoting import SourceText, compact, source_text
from corpus.reading.marks import Style, text_to_mark
from corpus.task import Deadline, Task, TaskOrigin

__all__ = ["clauses_to_tasks"]

_LONGEST_TITLE = 40
_BY_WHOM = re.compile(r"(?:(?<=[，,；;。])|^)由[^，,。；;（）()]{2,30}(?:牵头|负责|主办|承办)[^。；;（）()]{0,80}")
"""Work assigned outside brackets: …，由市交通局牵头，市公安局配合。"""
_BY_NAME = re.compile(
    r"(?:(?<=。)|^)[^，,。；;（）()：:]{2,60}(?:牵头|主办|负责)(?:负责|落实)?"
    r"(?:[，,][^，,。；;（）()：:]{2,120}(?:配合|协助|协办|参与|完成|落实)){1,2}(?=[。；;]|$)"
)
"""A sentence that only assigns the work told before it: 市卫健委牵头，市财政局配合，2025年底前完成。"""
_DECIMAL = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){1,3}\s?[\u4e00-\u9fff]")
"""2.2.3 保税维修: items that are numbered through."""

_Group = tuple[int, int, str]


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
    year, rules = own_year(document), sets_rules(document.metadata.title)
    rule = stated_rule(_notes(document))

    def tasks(section: Section) -> Iterator[Task]:
        nonlocal rule
        found = _section_to_clauses(section, year, rules=rules)
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
            yield _task(document.id, section, clause, assignment, year, source, alone=len(told) == 1)

    return list(each(tasks, blocks_to_sections(document.blocks)))


def _heads(document: Document) -> set[int]:
    """The lines that say who made a document, its number and when, which assign no work where they are no sentence."""
    places = document.metadata.places
    return {places[field].line for field in ("doc_number", "issuer", "written_on", "printed_on") if field in places}


def _notes(document: Document) -> list[str]:
    """What the document's notes say, of everything in it."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph) and block.note]


def _deadline(assignment: Assignment, clause: _Clause, year: int | None) -> Deadline | None:
    """What the clause says (完成时限：…), else what the text before it does (2022年10月底前)."""
    if assignment.deadline:
        dated = find_dates(clause.measure)
        return deadline_from_text(assignment.deadline, dated[-1].last.year if dated and year is None else year)
    return deadline_in_clause(clause.measure, year)


def _section_to_clauses(section: Section, year: int | None, *, rules: bool) -> Iterator[_Clause]:
    """Each clause with the text since the clause before it (under the same heading); where there is no heading, an item
    一、… begins anew, so that what stands above the first is no part of it, and so does an item that says itself whose
    it is, as one before it did.
    """
    measure: list[str] = []
    labels: list[Paragraph] = []
    inline, alone = False, sum(not one.note for one in section.paragraphs) == 1
    for paragraph in section.paragraphs:
        if starts_with_role(paragraph.text) or (labels and starts_with_due(paragraph.text)):
            labels.append(paragraph)
            continue
        if labels:
            yield _labelled(labels, measure)
            labels, measure = [], []
        said, last = spoken_sentences(paragraph.text, year, rules=rules, alone=alone), 0
        groups = _spoken(paragraph.text, said, titled=bool(section.headings))
        if _stands_apart(section, paragraph, said, groups):
            measure = []
        if groups and _starts_item(paragraph.text):
            own = not paragraph.text.startswith(("（", "("), groups[0][0])
            begins = inline or own or not any(map(_starts_item, measure))
            measure = [] if begins and groups[0][0] else measure
            inline = True
        for start, end, words in groups:
            before, printed = paragraph.text[last:start], paragraph.text[last:end]
            yield _Clause(words, _joined([*measure, before]), _joined([*measure, printed]), paragraph)
            measure, last = [], end
        measure.append(paragraph.text[last:].lstrip("。；; "))
    if labels:
        yield _labelled(labels, measure)


def _stands_apart(section: Section, paragraph: Paragraph, said: Sequence[Spoken], groups: Sequence[_Group]) -> bool:
    """Whether what stands above a paragraph is no part of what its clauses are about: without a heading above an item
    or words of its own, in a note, and where it lists duties.
    """
    mark = text_to_mark(paragraph.text)
    if not section.headings and mark is not None and mark.style is Style.CHINESE:
        return True
    apart = paragraph.note or not section.headings or any(one.listed for one in said)
    return apart and bool(groups) and bool(paragraph.text[: groups[0][0]].strip())


def _starts_item(text: str) -> bool:
    return text_to_mark(text) is not None or _DECIMAL.match(text) is not None


def _spoken(text: str, said: Sequence[Spoken], *, titled: bool) -> list[_Group]:
    """Where a paragraph assigns work, and the words: brackets, 由A牵头, and sentences that begin with a role label."""
    groups = [(one.start, one.end, one.inner) for one in bracket_groups(text) if words_to_assignment(one.inner)]
    groups += [(*match.span(), match[0]) for match in _BY_WHOM.finditer(text) if words_to_assignment(match[0])]
    groups += [(*match.span(), match[0]) for match in _BY_NAME.finditer(text) if _names_leads(match[0])]
    groups += [
        (one.start, one.end, one.inner) for one in bracket_groups(text) if _names_units(text, one, titled=titled)
    ]
    groups += [(one.start, one.end, one.words) for one in said if words_to_assignment(one.words)]
    if listed := next((one for one in said if one.listed), None):
        groups = [group for group in groups if group[0] >= listed.start]
    tail = labelled_tail(text)
    if tail and words_to_assignment(text[slice(*tail)]):
        groups.append((*tail, text[slice(*tail)]))
    return _apart(groups)


def _apart(groups: list[_Group]) -> list[_Group]:
    """The groups in order, of those that share words the first and longest: one sentence assigns its work once."""
    kept: list[_Group] = []
    for group in sorted(groups, key=lambda one: (one[0], -one[1])):
        if not kept or group[0] >= kept[-1][1]:
            kept.append(group)
    return kept


def _names_leads(words: str) -> bool:
    """Whether every name that a sentence gives in a role is a unit's."""
    told = words_to_assignment(words)
    return told is not None and all(map(looks_like_unit, (*told.lead, *told.responsible)))


def _names_units(text: str, group: BracketGroup, *, titled: bool) -> bool:
    """Whether a bracket behind a whole sentence holds units and no word of role (…。（县财政局、县水利局）); where a
    heading is the sentence, all of the text is the bracket.
    """
    behind = text[: group.start].rstrip().endswith(("。", "；", ";"))
    behind = behind or (titled and not (text[: group.start] + text[group.end :]).strip("。； "))
    return behind and words_to_assignment(group.inner) is None and bare_units(group.inner) is not None


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
        deadline=_deadline(assignment, clause, year),
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

"""A short overview of a document: what it is, its goals, parts, main tasks and times."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.citing import statement_problems
from assistant.draft import Draft, Statement
from assistant.facts.document_rows import field_evidence, row_label, rows_in_scope
from assistant.facts.evidence import distinct, targets_evidence
from assistant.facts.rows import Fitted, Row, fitted, weighed
from assistant.facts.section_rows import document_parts, row_parts, section_rows
from assistant.facts.target_rows import in_table, is_whole, value_words, year_words
from assistant.reading.ask import Ask
from assistant.reading.words import pairs, terms_of
from corpus.document import Document
from corpus.facts import Evidence, Library
from corpus.folding.dates import day_to_text
from corpus.target import Target
from corpus.task import DeadlineKind, Task, TaskOrigin
from indexing.index import Index

_ROOM, _SHORT = 320, 240
"""Characters of an overview, and of one without goals."""
_TASKS = ("任务", "举措", "行动", "工作")
"""How sections are called that hold what is to be done, the surest first."""
_FEW = 4
_ASKED = frozenset({"summary", "goal"})
"""Senses that ask for it."""


def answer_overview(ask: Ask, index: Index) -> list[Candidate]:
    """Of the one document in scope as much as there is room for; of several what each is, and an overview of the one
    that the words fit best, as of one of all where none is named.
    """
    rows = rows_in_scope(ask, index.library)
    group = fitted(rows, ask, index, meaning=False)
    if len(rows) == 1:
        return _of_one(group[0], (), ask, index)
    best = _best_titled(group, ask, index) if _ASKED & ask.heard else []
    each = [_labelled(row, rows, index.library) for row in rows] if ask.where.documents else []
    return [*([_candidate(each, group, (), ask, index)] if each else []), *best]


def _best_titled(group: Sequence[Fitted], ask: Ask, index: Index) -> list[Candidate]:
    """An overview of the document whose title holds most of the question; none where two hold as much."""
    terms, library = terms_of(ask.said or ask.where.words, index.library), index.library
    held = [(terms.coverage(pairs(_called(library.document(one.row.document)))), one) for one in group]
    most = max((share for share, _ in held), default=0.0)
    best = [one for share, one in held if share == most > 0]
    return _of_one(best[0], [one for one in group if one is not best[0]], ask, index) if len(best) == 1 else []


def _called(document: Document) -> str:
    """What a document is called: by its title, and by its place, which not every title names."""
    return " ".join((document.metadata.title, document.metadata.region or "", *document.regions))


def _of_one(one: Fitted, others: Sequence[Fitted], ask: Ask, index: Index) -> list[Candidate]:
    """What a document is about, and the same without its goals where that is much."""
    told = [*_overview_statements(one.row.document, index.library)]
    goals = _goal_statement(one.row.document, index.library)
    whole = _in_room(told, _ROOM, index.library)
    short = _in_room([each for each in told if each != goals], _SHORT, index.library)
    long = sum(len(each.text) for each in whole) > _SHORT
    return [_candidate(each, [one], others, ask, index) for each in (whole, short if long else []) if each]


def _candidate(
    told: Sequence[Statement], chosen: Sequence[Fitted], others: Sequence[Fitted], ask: Ask, index: Index
) -> Candidate:
    agree = float(bool(_ASKED & ask.heard))
    features = weighed(chosen, others, ask, index, agree=agree, named=float(ask.where.named), whole=1.0)
    return Candidate(ask, Draft(AnswerKind.LIST, tuple(told)), features, tuple(one.row.name for one in chosen))


def _labelled(row: Row, rows: Sequence[Row], library: Library) -> Statement:
    told = _identity_statement(library.document(row.document))
    return replace(told, text=f"{row_label(row, rows, library)}：{told.text}")


def _in_room(statements: Sequence[Statement], room: int, library: Library) -> list[Statement]:
    """The sound statements, as far as there is room for them."""
    chosen: list[Statement] = []
    for one in statements:
        if len(one.text) <= room and not statement_problems(one, library):
            chosen.append(one)
            room -= len(one.text)
    return chosen


def _overview_statements(document_id: str, library: Library) -> list[Statement]:
    """What it is, its main goals, its parts, its main tasks, who leads most, and from when to when."""
    document = library.document(document_id)
    goals = _goal_statement(document_id, library)
    told = (_identity_statement(document), goals, *_parts(document_id, library), *_tasks(document_id, library))
    return [one for one in told if one is not None]


def _identity_statement(document: Document) -> Statement:
    """Title, 文号, who issued it and when."""
    meta = document.metadata
    day = meta.printed_on or meta.written_on
    issued = f"由{meta.issuer}{'印发' if meta.printed_on or not day else '制发'}" if meta.issuer else ""
    dated = day_to_text(day) if day else ""
    fields = ("title", "doc_number", "issuer", "printed_on" if meta.printed_on else "written_on")
    evidence = distinct(item for field in fields for item in field_evidence(document, field))
    text = "，".join(part for part in (document.name, f"{dated}{issued}") if part)
    return Statement(f"{text}。", evidence)


def _goal_statement(document_id: str, library: Library) -> Statement | None:
    """The goals of the whole area, and those told in one sentence with them, for the last year; those of running text
    before cells.
    """
    every = [one for one in library.targets([document_id]) if not one.is_baseline]
    told = {one.quote for one in every if is_whole(one) and not in_table(one)}
    goals = [one for one in every if is_whole(one) or one.quote in told]
    last = max((one.year for one in goals if one.year), default=None)
    chosen = [one for one in goals if one.year == last]
    named = {_name(one): one for one in reversed([one for one in chosen if not in_table(one)] or chosen)}
    chosen = list(reversed(named.values()))[:_FEW]
    if not chosen:
        return None
    when, values = year_words(chosen[0]), "、".join(f"{_name(one)}{value_words(one)}" for one in chosen)
    said = f"{when}，{values}" if when else values
    return Statement(f"主要目标：{said}。", targets_evidence(chosen, library))


def _name(goal: Target) -> str:
    """An indicator, with its area where that is not the whole: 城区楼宇入驻率."""
    area = "" if is_whole(goal) or goal.indicator.startswith(goal.scope or "") else goal.scope
    return f"{area}{goal.indicator}"


def _parts(document_id: str, library: Library) -> Iterator[Statement]:
    parts, _ = document_parts(document_id, library)
    if len(parts) > 1:
        names = "；".join(one.title for one in parts)
        yield Statement(f"正文共{len(parts)}个部分：{names}。", tuple(one.evidence for one in parts))
    rows = [row for row in section_rows(document_id, library) if row.name.endswith(_TASKS)]
    for row in sorted(rows, key=_sureness):
        tasks = row_parts(row, library)
        if len(tasks) > 1:
            names = "；".join(one.title for one in tasks)
            yield Statement(f"{row.name}有{len(tasks)}项：{names}。", tuple(one.evidence for one in tasks))
            return


def _sureness(row: Row) -> tuple[int, int]:
    """How surely a section holds what is to be done: by its name, and by how high it stands."""
    return next(at for at, ending in enumerate(_TASKS) if row.name.endswith(ending)), len(row.evidence[0].place.path)


def _tasks(document_id: str, library: Library) -> Iterator[Statement]:
    """How many rows the task table has by its last number, who leads most of them, and from when to when."""
    tasks = [one for one in library.tasks([document_id]) if one.origin is TaskOrigin.TABLE]
    if not tasks:
        return
    leads = Counter(unit for task in tasks for unit in task.lead_units).most_common(1)
    if tasks[-1].seq == len(tasks):
        yield Statement(f"任务分解表列{len(tasks)}项任务。", (_quote(tasks[-1]),))
    for unit, _ in leads:
        rows = [one for one in tasks if unit in one.lead_units and unit in one.quote]
        yield Statement(f"牵头任务最多的是{unit}。", tuple(map(_quote, rows[:1])))
    yield from _times(tasks)


def _times(tasks: Sequence[Task]) -> Iterator[Statement]:
    dues = [(one.deadline, one) for one in tasks if one.deadline and one.deadline.kind is DeadlineKind.BY_DATE]
    dated = sorted(((due.date, due, one) for due, one in dues if due.date), key=lambda item: item[0])
    if dated and dated[0][0] != dated[-1][0]:
        (_, first, one), (_, last, other) = dated[0], dated[-1]
        text = f"有明确时限的，最早{first.raw}，最晚{last.raw}。"
        yield Statement(text, distinct((_quote(one), _quote(other))))


def _quote(task: Task) -> Evidence:
    return Evidence(quote=task.quote, place=task.place)

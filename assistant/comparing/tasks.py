"""Tasks of places side by side: one line for each document, made of its task rows. Reads no question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.comparing.meant import documents_compared
from assistant.comparing.silence import Silence, only_held
from assistant.comparing.task_tables import columns_statement, count_statement, deadlines_statement, names_statement
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, alike, all_of, best, candidate, fit
from assistant.facts.task_rows import task_scope, tasks_of
from assistant.facts.task_say import shown
from assistant.facts.task_select import in_role, name_printed, names_of, selected
from assistant.facts.task_words import grouped, how_many, task_names
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold, Want
from assistant.reading.words import Terms, pairs, terms_of
from corpus.facts import Library
from corpus.task import Role, Task

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["compared_tasks"]

_NEAR_BEST = 0.5
"""A row that holds less of the words than so much of what the best place's holds is of other work."""
_FEW = 3
"""So many tasks are told with what is to be done."""
_TABLES = pairs("任务表任务清单任务分解表 各条 各项 几项 几条 几栏 责任单位 牵头单位 配合单位 完成时限")
"""What is said of task tables as such."""
_PEOPLE = frozenset({"lead", "take_part", "responsible"})
_VERBS = {Role.LEAD: "牵头", Role.RESPONSIBLE: "参与", Role.ANY: "承担"}

_Tell = Callable[[Found, str], Statement]


@dataclass(frozen=True, slots=True)
class _Place:
    """What was found in one document."""

    document: str
    found: Found | None


def compared_tasks(ask: Ask, index: "Index") -> list[Candidate]:
    """The tasks that every document in scope has under the conditions and words of an ask."""
    if ask.where.units:
        return _of_units(ask, index)
    if terms_of(ask.where.words, index.library).mass:
        return [*_of_words(ask, index), *(_of_tables(ask, index) if _means_tables(ask) else [])]
    return _of_tables(ask, index)


def _documents(ask: Ask, index: "Index") -> tuple[str, ...]:
    return documents_compared(ask, index.library)


def _rows(document: str, ask: Ask, index: "Index") -> list[Row]:
    here = ask.about(documents=(document,))
    return selected(task_scope(here, index.library).rows, here, index.library)


def _of_words(ask: Ask, index: "Index") -> list[Candidate]:
    """The row of each document that fits the words, with what is wanted of it; a count where one is asked for."""
    choose = alike if ask.fold is Fold.COUNT else best
    found = {one: choose(fit(_rows(one, ask, index), ask, index)) for one in _documents(ask, index)}
    least = _NEAR_BEST * max((one.own for one in found.values() if one), default=0.0)
    places = [_Place(document, one if one and one.own >= least > 0 else None) for document, one in found.items()]

    def tell(one: Found, label: str) -> Statement:
        if ask.fold is Fold.COUNT:
            return _named_tasks(f"{label}：相关任务", one.rows)
        said = shown(one.rows[:1], _wants(ask), index.library).statements[0]
        return Statement(f"{label}：{said.text}", said.evidence)

    return _side_by_side(places, tell, "单列这项任务", ask, index)


def _wants(ask: Ask) -> tuple[str, ...]:
    """The columns asked for; who does it only where people are asked for."""
    unasked = ask.want == (Want.WHO,) and bool(ask.heard) and not ask.heard & _PEOPLE
    return (Want.WORK,) if unasked else ask.want


def _of_units(ask: Ask, index: "Index") -> list[Candidate]:
    """What the units named do in each document."""
    rows = {document: _rows_of_units(document, ask, index) for document in _documents(ask, index)}
    places = [_Place(one, all_of(fit(own, ask, index), own) if own else None) for one, own in rows.items()]

    def tell(one: Found, label: str) -> Statement:
        names = (name_printed(unit, one.rows, names_of(unit, ask, index.library)) for unit in ask.where.units)
        printed = [name for name in dict.fromkeys(names) if any(name in _units_in(row) for row in one.rows)]
        return _named_tasks(f"{label}：{'、'.join(printed)}{_VERBS[ask.where.role]}的任务", one.rows)

    return _side_by_side(places, tell, "", ask, index)


def _rows_of_units(document: str, ask: Ask, index: "Index") -> list[Row]:
    """The rows of a document in which one of the units has its role."""
    rows = _rows(document, ask, index)
    units = (in_role(rows, names_of(unit, ask, index.library), ask.where.role) for unit in ask.where.units)
    ids = {id(row) for own in units for row in own}
    return [row for row in rows if id(row) in ids]


def _units_in(row: Row) -> tuple[str, ...]:
    task = tasks_of([row])[0]
    return (*task.lead_units, *task.responsible_units)


def _side_by_side(places: Sequence[_Place], tell: _Tell, absent: str, ask: Ask, index: "Index") -> list[Candidate]:
    """A line for each place that has something, then what the others say or that they do not."""
    library = index.library
    told = [(one.document, one.found) for one in places if one.found]
    if not told:
        return []
    lines = [tell(found, document_label(library, document)) for document, found in told]
    silent = [one.document for one in places if not one.found]
    terms = _found_terms(ask, [row for _, found in told for row in found.rows], library)
    if absent:
        lines += Silence(ask, index, tuple(silent)).statements(terms, absent)
    elif silent:
        names = "、".join(document_label(library, one) for one in silent)
        lines.append(Statement(f"{names}：没有所问单位{_VERBS[ask.where.role]}的任务。", ()))
    return [_candidate(ask, lines, [found for _, found in told], len(places))]


def _found_terms(ask: Ask, rows: Sequence[Row], library: Library) -> Terms:
    """The terms of the words that the rows of any place hold."""
    terms = terms_of(ask.where.words, library)
    return only_held(terms, terms.held(frozenset().union(*(row.own | row.around for row in rows))))


def _named_tasks(head: str, rows: Sequence[Row]) -> Statement:
    """How many, and which; few of them with what is to be done."""
    groups = grouped(tasks_of(rows))
    names = [task_names(group[:1], brief=len(groups) <= _FEW) for group in groups]
    return Statement(f"{head}{how_many(len(names))}：{'；'.join(names)}。", distinct(row.evidence[0] for row in rows))


def _means_tables(ask: Ask) -> bool:
    return ask.fold is Fold.COUNT or _table_way(ask) in {deadlines_statement, columns_statement}


def _table_way(ask: Ask) -> Callable[[str, Sequence[Task], Library], Statement]:
    if Want.DEADLINE in ask.want:
        return deadlines_statement
    people = set(ask.want) & {Want.LEAD, Want.RESPONSIBLE, Want.WHO}
    if len(people) > 1 or (people and "column" in ask.heard):
        return columns_statement
    return count_statement if ask.fold is Fold.COUNT or Want.NAME not in ask.want else names_statement


def _of_tables(ask: Ask, index: "Index") -> list[Candidate]:
    """What is told of the task tables as such: how many tasks, which deadlines, how they tell who leads."""
    say = _table_way(ask)
    rows = {document: _rows(document, ask, index) for document in _documents(ask, index)}
    terms = terms_of(ask.where.words, index.library)
    match = terms.coverage(_TABLES) if terms.mass else 1.0
    found = [Found(tuple(some), match, match, 0.0, 0.0) for some in rows.values() if some]
    if not found:
        return []
    lines = [say(document, tasks_of(some), index.library) for document, some in rows.items()]
    return [_candidate(ask, lines, found, len(rows), tables=1.0)]


def _candidate(ask: Ask, lines: Sequence[Statement], found: Sequence[Found], places: int, **more: float) -> Candidate:
    """Features as of tasks, on the average of the places; `shared` several places have some, `tables` the tables as
    such are told of.
    """
    rows = tuple(row for one in found for row in one.rows)
    means = [
        sum(each) / len(found) for each in zip(*((o.match, o.own, o.meaning, o.margin) for o in found), strict=True)
    ]
    draft = Draft(AnswerKind.COMPARISON, tuple(lines))
    shared = {"shared": float(len(found) > 1), "stated": len(found) / places}
    return candidate(ask, draft, Found(rows, *means), **shared, **more)

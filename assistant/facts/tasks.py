"""Answers about tasks: who does what by when. Reads the Ask and never the question."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answer import RefusalReason
from assistant.candidate import Candidate
from assistant.draft import NoAnswer
from assistant.facts.rows import Fitted, Row
from assistant.facts.task_claims import in_time, membership
from assistant.facts.task_columns import column_claims, column_lists
from assistant.facts.task_duties import duties_of, duty_candidates
from assistant.facts.task_found import Found, alike, all_of, among, best, candidate, fit, is_worded, without
from assistant.facts.task_gaps import no_number, no_task_without, no_tasks, unwritten, unwritten_columns
from assistant.facts.task_lists import list_candidate
from assistant.facts.task_ranks import counts_by, extremes
from assistant.facts.task_rows import Scope, task_of, task_scope
from assistant.facts.task_say import shown
from assistant.facts.task_select import names_of, selected
from assistant.facts.task_unit_counts import units_counted
from assistant.facts.task_units import tasks_of_units
from assistant.facts.task_words import source_words
from assistant.reading.ask import Ask, Due, Fold, Want
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_tasks"]

_OF_PEOPLE = frozenset({Want.LEAD, Want.RESPONSIBLE, Want.WHO})
_LISTED = frozenset({Want.NAME, Want.WORK})
_OF_UNITS = frozenset({"lead", "responsible", "take_part", "who"})
"""Senses of which one is heard where somebody asks for units."""
_SHOWN = 4
"""So many rows with one number or under one condition are told in full."""


def answer_tasks(ask: Ask, index: "Index") -> list[Candidate]:
    """Who leads and takes part, what is to be done by when: single tasks, lists, counts, ranks and claims."""
    scope = task_scope(ask, index.library)
    if not scope.rows:
        absent = [candidate(ask, no_tasks(ask, index.library), None, absent=1.0)] if _asks_for_tasks(ask) else []
        return [*duty_candidates(ask, index), *_charged(ask, index), *absent]
    if ask.claim and ask.where.due and not ask.where.units and (ask.where.words or ask.where.ordinals):
        return _in_time(scope, ask, ask.where.due, index)
    rows = selected(scope.rows, ask, index.library)
    if not rows:
        return _nothing_selected(scope, ask, index.library)
    if ask.fold is Fold.COUNT_BY:
        return counts_by(rows, ask, index)
    if ask.fold in {Fold.EXTREME, Fold.ORDER}:
        return extremes(rows, ask, index)
    return [
        *_answers(rows, scope, ask, index),
        *duty_candidates(ask, index),
        *column_lists(rows, ask, index),
        *_missing(rows, ask, index.library),
    ]


def _charged(ask: Ask, index: "Index") -> list[Candidate]:
    """What the running text charges the units named with."""
    library = index.library
    told = [duties_of(names_of(unit, ask, library), ask, index) for unit in ask.where.units]
    return [one for one in told if one]


def _asks_for_tasks(ask: Ask) -> bool:
    """Whether an ask about documents named is for units, or for tasks and nothing else: having none answers it."""
    bare = "tasks" in ask.heard and not ask.where.words.strip()
    return ask.where.named and bool(ask.where.units or _OF_UNITS & ask.heard or bare)


def _answers(rows: Sequence[Row], scope: Scope, ask: Ask, index: "Index") -> list[Candidate]:
    fits = fit(rows, ask, index)
    worded = is_worded(rows, ask, index.library)
    by_unit = tasks_of_units(rows, scope, ask, index) if ask.where.units and not ask.where.lacks else []
    if not worded and (by_unit and not ask.where.ordinals):
        return by_unit
    if by_unit and (ask.claim or ask.fold is Fold.WHETHER):
        found = best(fits)
        return [*([membership(found, ask, index)] if found else []), *by_unit]
    return [*by_unit, *_of_words(fits, scope, ask, index, worded=worded)]


def _in_time(scope: Scope, ask: Ask, due: Due, index: "Index") -> list[Candidate]:
    rows = selected(scope.rows, ask.about(due=None), index.library)
    found = best(fit(rows, ask, index))
    return [in_time(found, ask, due, index)] if found else []


def _of_words(fits: Sequence[Fitted], scope: Scope, ask: Ask, index: "Index", *, worded: bool) -> list[Candidate]:
    """Single rows and lists that the words name, then all rows that the typed conditions leave."""
    every = all_of(fits, [one.row for one in fits])
    if not worded:
        pointed = ask.where.ordinals or (ask.where.picked and not _LISTED & set(ask.want))
        few = pointed and len(every.rows) <= _SHOWN and ask.fold is not Fold.COUNT
        return [_single(every, ask, index) if few else list_candidate(every, scope, ask, index)]
    group = alike(fits)
    lists = [list_candidate(group, scope, ask, index, by_words=1.0)] if group and len(group.rows) > 1 else []
    partial = not group or len(group.rows) < len(every.rows)
    told = partial and (ask.fold is Fold.COUNT or _LISTED & set(ask.want) or _is_filtered(ask))
    wholes = [list_candidate(every, scope, ask, index)] if told else []
    if ask.fold is Fold.COUNT:
        return [*(_unit_counts(fits, ask, index) if set(ask.want) <= _OF_PEOPLE else lists), *wholes]
    return [*_singles(fits, ask, index), *lists, *wholes, *_from_clauses(scope, ask, index)]


def _is_filtered(ask: Ask) -> bool:
    where = ask.where
    return bool(where.due or where.lacks or where.alone or where.conditions or where.ordinals)


def _singles(fits: Sequence[Fitted], ask: Ask, index: "Index") -> list[Candidate]:
    """The best row, the best of another task, and the nearest by meaning."""
    first = best(fits)
    others = without(fits, first)
    second, near = best(others), max(others, key=lambda one: one.meaning, default=None)
    third = best([near]) if near and second and near.row is not second.rows[0] else None
    found = [among(one, fits) for one in (first, second, third) if one and (one.match or one.meaning)]
    return [_single(one, ask, index) for one in found]


def _unit_counts(fits: Sequence[Fitted], ask: Ask, index: "Index") -> list[Candidate]:
    """How many units the best row names, and which."""
    found = best(fits)
    return [candidate(ask, units_counted(found.rows, index.library), found, by_units=1.0)] if found else []


def _from_clauses(scope: Scope, ask: Ask, index: "Index") -> list[Candidate]:
    found = best(fit(selected(scope.clauses, ask, index.library), ask, index))
    return [_single(found, ask, index)] if found else []


def _single(found: Found, ask: Ask, index: "Index") -> Candidate:
    """The rows with what is wanted of them; those asked for by their number with what is to be done."""
    told = ask.where.ordinals and Want.WORK not in ask.want and len(found.rows) <= _SHOWN
    wants = (Want.WORK, *ask.want) if told else ask.want
    return candidate(ask, shown(found.rows, wants, index.library), found)


def _missing(rows: Sequence[Row], ask: Ask, library: Library) -> list[Candidate]:
    """That the tasks in scope never fill a column that is asked for, or whether they do."""
    if ask.claim and not ask.where.units:
        return [candidate(ask, draft, None, columns=1.0) for draft in column_claims(rows, ask, library)]
    columns = unwritten_columns(rows, ask, library)
    return [candidate(ask, unwritten(column, rows, library), None, absent=1.0) for column in columns]


def _nothing_selected(scope: Scope, ask: Ask, library: Library) -> list[Candidate]:
    """That no task meets the typed conditions, and why where a column is missing altogether."""
    if ask.where.ordinals:
        return [candidate(ask, no_number(scope.rows, ask, library), None, absent=1.0, by_number=1.0)]
    if ask.where.due and not any(Want.DEADLINE in row.values for row in scope.rows):
        return [candidate(ask, unwritten(Want.DEADLINE, scope.rows, library), None, absent=1.0)]
    if ask.where.lacks and ask.where.units:
        return [candidate(ask, no_task_without(scope.rows, ask, library), None, absent=1.0)]
    message = f"{source_words(task_of(scope.rows[0]), library)}中没有符合条件的任务。"
    return [candidate(ask, NoAnswer(RefusalReason.NOT_IN_CORPUS, message), None, absent=1.0)]

"""Answers about tasks: who does what by when. Reads the Ask and never the question."""

from collections.abc import Sequence

from assistant.candidate import Candidate
from assistant.facts.rows import Fitted, Row
from assistant.facts.task_claims import membership
from assistant.facts.task_days import by_day, first_and_last, none_due, of_one_day, of_units
from assistant.facts.task_found import Found, alike, all_of, among, best, candidate, fit, is_worded, without
from assistant.facts.task_gaps import no_tasks, unwritten, unwritten_columns
from assistant.facts.task_listing import list_candidate
from assistant.facts.task_rows import Scope, task_scope
from assistant.facts.task_say import shown
from assistant.facts.task_select import selected
from assistant.facts.task_units import tasks_of_units
from assistant.reading.ask import Ask, DueKind, Fold, Want
from indexing.index import Index

_OF_PEOPLE = frozenset({Want.LEAD, Want.RESPONSIBLE, Want.WHO})
_LISTED = frozenset({Want.NAME, Want.WORK})
_OF_UNITS = frozenset({"lead", "responsible", "take_part", "who"})
"""Senses of which one is heard where somebody asks for units."""
_BY_DAY = "时限"
_SHOWN = 4
"""So many rows with one number or under one condition are told in full."""


def answer_tasks(ask: Ask, index: Index) -> list[Candidate]:
    """Who leads and takes part, what is to be done by when: single tasks, lists, counts and claims."""
    scope = task_scope(ask, index.library)
    if not scope.rows:
        return [candidate(ask, no_tasks(ask, index.library), None, absent=1.0)] if _asks_for_tasks(ask) else []
    due = ask.where.due
    if due and due.kind is DueKind.SAME:
        return of_one_day(scope, ask, index)
    rows = selected(scope.rows, ask, index.library)
    own = of_units(rows, ask, index.library)
    if due and not (own or of_units(selected(scope.clauses, ask, index.library), ask, index.library)):
        return none_due(of_units(scope.rows, ask, index.library), ask, index.library)
    if not rows:
        return []
    if ask.fold is Fold.EXTREME:
        return first_and_last(own, ask, index)
    columns = [] if ask.claim and not ask.where.units else unwritten_columns(rows, ask, index.library)
    absent = (unwritten(column, rows, index.library) for column in columns)
    days = by_day(own, ask, index) if own and ask.by == _BY_DAY else []
    return [*_answers(rows, scope, ask, index), *days, *(candidate(ask, one, None, absent=1.0) for one in absent)]


def _asks_for_tasks(ask: Ask) -> bool:
    """Whether an ask about documents named is for units, or for tasks and nothing else: having none answers it."""
    bare = "tasks" in ask.heard and not ask.where.words.strip()
    return ask.where.named and bool(ask.where.units or _OF_UNITS & ask.heard or bare)


def _answers(rows: Sequence[Row], scope: Scope, ask: Ask, index: Index) -> list[Candidate]:
    fits = fit(rows, ask, index)
    worded = is_worded(rows, ask, index.library)
    by_unit = tasks_of_units(rows, scope, ask, index) if ask.where.units and not ask.where.lacks else []
    its_own = ask.where.alone or ask.where.foremost  # conditions on the unit: rows without it are not meant
    if by_unit and (its_own or not (worded or ask.where.ordinals)):
        return by_unit
    if ask.claim and ask.where.units and (found := best(fits)):
        return [membership(found, ask, index), *by_unit]
    return [*by_unit, *_of_words(fits, scope, ask, index, worded=worded)]


def _of_words(fits: Sequence[Fitted], scope: Scope, ask: Ask, index: Index, *, worded: bool) -> list[Candidate]:
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
        return [*([] if set(ask.want) <= _OF_PEOPLE else lists), *wholes]
    clauses = best(fit(selected(scope.clauses, ask, index.library), ask, index))
    return [*_singles(fits, ask, index), *lists, *wholes, *([_single(clauses, ask, index)] if clauses else [])]


def _is_filtered(ask: Ask) -> bool:
    where = ask.where
    return bool(where.due or where.lacks or where.alone or where.conditions or where.ordinals)


def _singles(fits: Sequence[Fitted], ask: Ask, index: Index) -> list[Candidate]:
    """The best row, the best of another task, and the nearest by meaning."""
    first = best(fits)
    others = without(fits, first)
    second, near = best(others), max(others, key=lambda one: one.meaning, default=None)
    third = best([near]) if near and second and near.row is not second.rows[0] else None
    found = [among(one, fits) for one in (first, second, third) if one and (one.match or one.meaning)]
    return [_single(one, ask, index) for one in found]


def _single(found: Found, ask: Ask, index: Index) -> Candidate:
    """The rows with what is wanted of them; those asked for by their number with what is to be done."""
    told = ask.where.ordinals and Want.WORK not in ask.want and len(found.rows) <= _SHOWN
    wants = (Want.WORK, *ask.want) if told else ask.want
    return candidate(ask, shown(found.rows, wants, index.library), found)

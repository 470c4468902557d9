"""Tasks that words name: the best row with those it shares its name with, or all rows that hold the words alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log
from operator import attrgetter

from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer
from assistant.facts.rows import Fitted, Row, fitted
from assistant.facts.task_rows import task_of
from assistant.facts.task_say import filled_share
from assistant.reading.ask import Ask, Want
from assistant.reading.words import pairs, terms_of
from corpus.facts import Library
from corpus.task import TaskOrigin
from indexing.index import Index

_SAME = 0.02
"""Shares of words nearer than this are the same."""
_LONG = 40.0
"""A list of so many rows counts fully as one."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows to be shown, and how well they and the best other row fit."""

    rows: tuple[Row, ...]
    match: float
    own: float
    meaning: float
    margin: float


def fit(rows: Sequence[Row], ask: Ask, index: Index) -> list[Fitted]:
    """The rows by how well they fit; where no words tell them apart every row fits wholly."""
    return fitted(rows, ask, index) if is_worded(rows, ask, index.library) else [Fitted(row, 1.0, 1.0) for row in rows]


def is_worded(rows: Sequence[Row], ask: Ask, library: Library) -> bool:
    """Whether an ask has words that tell rows apart: those over all of them name their table (三年行动任务分解表)."""
    over = frozenset.intersection(*(pairs(row.context) for row in rows)) if rows else frozenset[str]()
    return any(not over.intersection(term.forms) for term in terms_of(ask.where.words, library).items)


def best(fits: Sequence[Fitted]) -> Found | None:
    """The best row, with the rows of the same task that hold as many of the words."""
    if not fits:
        return None
    first = fits[0]
    same = [one for one in fits if _is_same_task(one.row, first.row) and one.own >= first.own - _SAME]
    return _found(same, fits)


def alike(fits: Sequence[Fitted]) -> Found | None:
    """All rows that hold as many of the words as the one that holds most of them, in their printed order."""
    most = max((one.match for one in fits), default=0.0)
    same = [one for one in fits if one.match >= most - _SAME]
    return _found(same, fits) if most else None


def among(found: Found, fits: Sequence[Fitted]) -> Found:
    """The same with its margin over the best of all other rows."""
    rivals = map(_fit, without(fits, found))
    return replace(found, margin=(found.match + found.own) / 2 - max(rivals, default=0.0))


def without(fits: Sequence[Fitted], found: Found | None) -> list[Fitted]:
    """The rows that were not found."""
    ids = {id(row) for row in found.rows} if found else set()
    return [one for one in fits if id(one.row) not in ids]


def all_of(fits: Sequence[Fitted], rows: Sequence[Row]) -> Found:
    """All of `rows`, however well they fit: what they hold of the words on the average."""
    match, own, meaning = (sum(map(attrgetter(name), fits)) / len(fits) for name in ("match", "own", "meaning"))
    return Found(tuple(rows), match, own, meaning, 0.0)


def candidate(ask: Ask, outcome: Draft | NoAnswer, found: Found | None, **more: float) -> Candidate:
    """A candidate with the features of the rows it shows."""
    rows = found.rows if found else ()
    common: Mapping[str, float] = {
        "match": found.match if found else 0.0,
        "own": found.own if found else 0.0,
        "margin": found.margin if found else 0.0,
        "meaning": found.meaning if found else 0.0,
        "agree": _agreement(rows, ask),
        "filled": sum(filled_share(row, ask.want) for row in rows) / len(rows) if rows else 0.0,
        "listed": min(1.0, log(len(rows)) / log(_LONG)) if rows else 0.0,
        "by_number": float(bool(ask.where.ordinals)),
        "by_unit": float(bool(ask.where.units)),
        "from_clause": float(any(task_of(row).origin is TaskOrigin.CLAUSE for row in rows)),
    }
    return Candidate(ask, outcome, {**common, **more}, tuple(row.name for row in rows))


def _found(same: Sequence[Fitted], fits: Sequence[Fitted]) -> Found:
    first = max(same, key=lambda one: one.score)
    ids = {id(one.row) for one in same}
    others = [one for one in fits if id(one.row) not in ids]
    rival = max(map(_fit, others), default=0.0)
    rows = sorted((one.row for one in same), key=_printed_order)
    return Found(tuple(rows), first.match, first.own, first.meaning, _fit(first) - rival)


def _printed_order(row: Row) -> tuple[str, int, int]:
    place = task_of(row).place
    return row.document, place.line, place.row or 0


def _fit(one: Fitted) -> float:
    return (one.match + one.own) / 2


def _is_same_task(row: Row, other: Row) -> bool:
    task, first = task_of(row), task_of(other)
    return row.document == other.document and task.task == first.task and task.origin is first.origin


def _agreement(rows: Sequence[Row], ask: Ask) -> float:
    """Whether the columns asked for, other than the name and work that every row has, are there."""
    typed = [want for want in ask.want if want not in {Want.NAME, Want.WORK}]
    if not typed:
        return 0.0
    return 1.0 if any(filled_share(row, [want]) for row in rows for want in typed) else -1.0

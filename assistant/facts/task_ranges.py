"""Where tasks hold (适用范围：浙江自贸试验区, a column 推广范围): those of one range, the range of one, claims on it.

Reads the Ask and never the question.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, best, candidate, fit
from assistant.facts.task_listing import counted, listed
from assistant.facts.task_rows import evidence_of, range_label, task_of, tasks_of
from assistant.facts.task_say import shown
from assistant.facts.task_words import how_many, task_name
from assistant.reading.ask import Ask, Fold, Want
from assistant.reading.words import Terms, pairs, terms_of
from corpus.extraction.stated_ranges import stated_range
from corpus.facts import Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["in_ranges"]

_EVERYWHERE = ("所有", "全部", "各")
_MOST = 3
"""So many ranges may be asked for side by side."""
_NAMED = 12
"""So many tasks are named where only their number is asked for."""


def in_ranges(rows: Sequence[Row], every: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    """What is asked about the ranges of `rows`, of all rows of the one document named; [] where it states none."""
    label = next(filter(None, map(range_label, every)), "")
    if not label or len(ask.where.documents) != 1:
        return []
    terms = terms_of(ask.where.words, index.library)
    ranges = _by_value(every, label)
    said = _said(ranges, terms)
    if ask.where.lacks:
        return _without(ranges, said, label, rows, terms, ask, index)
    if ask.claim and not ask.where.amounts:
        found = best(fit(rows, ask, index))
        return [_verdict(found, label, said, every, ask)] if found and len(said) == 1 else []
    lists = [_lists(said, label, rows, ask, index)] if said else []
    apart = [_lists({value: said[value]}, label, rows, ask, index) for value in said] if len(said) > 1 else []
    return [*(one for one in [*lists, *apart] if one), *_range_of(rows, label, every, terms, ask, index)]


def _by_value(rows: Sequence[Row], label: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        if label in row.values:
            found.setdefault(row.values[label].text, []).append(row)
    return found


def _said(ranges: Mapping[str, Sequence[Row]], terms: Terms) -> dict[str, Sequence[Row]]:
    """The ranges that the words name: by a term that no other range holds. Those that hold everywhere tell nothing."""
    held = {value: terms.held(pairs(value)) for value in ranges}
    told = {value: held[value] - _held_by_others(value, held) for value in ranges}
    every = any(value.startswith(_EVERYWHERE) for value in ranges)
    named = {value: rows for value, rows in ranges.items() if told[value] and not value.startswith(_EVERYWHERE)}
    return named if len(named) <= _MOST and (every or len(ranges) > 1) else {}


def _held_by_others(value: str, held: Mapping[str, frozenset[int]]) -> frozenset[int]:
    return frozenset(chain.from_iterable(own for other, own in held.items() if other != value))


def _lists(
    said: Mapping[str, Sequence[Row]], label: str, rows: Sequence[Row], ask: Ask, index: "Index"
) -> Candidate | None:
    """The rows of each range, of those that the typed conditions leave."""
    left = {id(row) for row in rows}
    kept = {value: some for value, own in said.items() if (some := [row for row in own if id(row) in left])}
    if not kept:
        return None
    each = [_list(f"{label}为“{value}”的任务", own, ask, index.library) for value, own in kept.items()]
    chosen = list(chain.from_iterable(kept.values()))
    draft = Draft(AnswerKind.TASKS, tuple(chain.from_iterable(each)), tasks=tasks_of(chosen))
    return candidate(ask, draft, _found(chosen, [label, *kept], ask, index), by_words=1.0)


def _without(
    ranges: Mapping[str, Sequence[Row]],
    said: Mapping[str, Sequence[Row]],
    label: str,
    rows: Sequence[Row],
    terms: Terms,
    ask: Ask,
    index: "Index",
) -> list[Candidate]:
    """The rows of all ranges but those said; where none is said but what they are called, the rows that state none."""
    if said:
        others = {value: own for value, own in ranges.items() if value not in said}
        found = _lists(others, label, rows, ask, index) if others else None
        return [found] if found else []
    silent = [row for row in rows if label not in row.values] if terms.held(pairs(label)) else []
    if not silent:
        return []
    draft = Draft(AnswerKind.TASKS, (counted(f"没有写{label}的任务", silent, numbers=False),), tasks=tasks_of(silent))
    return [candidate(ask, draft, _found(silent, [label], ask, index), by_words=1.0)]


def _list(head: str, rows: Sequence[Row], ask: Ask, library: Library) -> Sequence[Statement]:
    """A count and every item; by their names alone where these or only their number is asked for."""
    if ask.fold is Fold.SHOW and Want.NAME not in ask.want:
        return listed(head, rows, ask.want, library)
    names = "；".join(row.name for row in rows[:_NAMED]) + ("等" if len(rows) > _NAMED else "")
    return [Statement(f"{head}{how_many(len(rows))}：{names}。", evidence_of(rows, library), frozenset({len(rows)}))]


def _found(rows: Sequence[Row], told: Sequence[str], ask: Ask, index: "Index") -> Found:
    """The rows of some ranges as one thing that was found: by the ranges themselves, and with all their words."""
    terms = terms_of(ask.where.words, index.library)
    own = terms.held(frozenset().union(*map(pairs, told)))
    wider = terms.held(frozenset().union(*(row.own | row.around for row in rows)))
    meaning = max(one.meaning for one in fit(rows, ask, index))
    return Found(tuple(rows), terms.share(own | wider), terms.share(own), meaning, terms.share(own))


def _range_of(
    rows: Sequence[Row], label: str, every: Sequence[Row], terms: Terms, ask: Ask, index: "Index"
) -> list[Candidate]:
    """The range of the row that the words name, where the range is asked for."""
    found = best(fit(rows, ask, index)) if terms.coverage(pairs(label)) and ask.fold is Fold.SHOW else None
    if found is None or not pairs(label) & {form for term in terms.items for form in term.forms}:
        return []
    if stating := [row for row in found.rows if label in row.values]:
        return [candidate(ask, shown(stating, (label,), index.library), found, columns=1.0)]
    draft = Draft(AnswerKind.FACT, (_silent(found.rows[0], label, every),), tasks=tasks_of(found.rows))
    return [candidate(ask, draft, found, columns=1.0)]


def _verdict(found: Found, label: str, said: Mapping[str, Sequence[Row]], every: Sequence[Row], ask: Ask) -> Candidate:
    """Whether the row that the words name holds in the one range said; no verdict where nothing says where it holds."""
    row = found.rows[0]
    if label not in row.values:
        silent = _silent(row, label, every)
        statement = Statement(f"{'不是。' if _rest(every) else ''}{silent.text}", silent.evidence)
    else:
        value = row.values[label].text
        verdict = "是" if value in said else "不是"
        statement = Statement(f"{verdict}，{task_name(task_of(row))}的{label}为{value}。", row.evidence)
    draft = Draft(AnswerKind.YES_NO, (statement,), tasks=tasks_of([row]))
    return candidate(ask, draft, found, verdict=1.0)


def _silent(row: Row, label: str, every: Sequence[Row]) -> Statement:
    """That a row states no range, and what the document says of those that state none."""
    source = _rest(every)
    stated = stated_range(task_of(source).quote) if source else None
    more = f"，文中写明“{stated.rest}”" if stated else ""
    return Statement(
        f"{task_name(task_of(row))}没有写{label}{more}。", (*row.evidence, *(source.evidence if source else ()))
    )


def _rest(every: Sequence[Row]) -> Row | None:
    """The row that says where all those hold that state no range."""
    return next((row for row in every if (found := stated_range(task_of(row).quote)) and found.rest), None)

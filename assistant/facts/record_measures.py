"""The numbers that an ask means of rows, as measures: of one row, of a group of rows or of all alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.facts.folding import Term, change, summed
from assistant.facts.measuring import agreement
from assistant.facts.record_choice import Choice
from assistant.facts.record_columns import group_column, is_change, series, several_said
from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_saying import to_term
from assistant.reading.ask import Ask
from assistant.reading.words import pairs

_ADDED = frozenset({"total", "span"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of any rows: a column, several years of it added up or set apart."""

    name: str
    columns: tuple[int, ...]
    of: Callable[[Sequence[Record], str], Term | None]
    """The number of some rows, under a name."""


def measures(ask: Ask, choice: Choice) -> list[Measure]:
    """Each column meant, those that differ by their years together."""
    return [_measure(ask, group, choice.table) for group in _groups(ask, choice)]


def _measure(ask: Ask, group: Sequence[int], one: RecordTable) -> Measure:
    heads = [head for head in one.headers if head.at in group]
    name = one.label(group[0]) if len(group) == 1 else heads[0].words
    apart = len(group) > 1 and is_change(ask)
    way = _changed(ask, one, (group[0], group[-1])) if apart else _added(one, group)
    return Measure(name, tuple(group), way)


def _added(one: RecordTable, group: Sequence[int]) -> Callable[[Sequence[Record], str], Term | None]:
    def of(records: Sequence[Record], name: str) -> Term | None:
        terms = cells(records, group, one)
        if len(terms) == 1 and len(records) == len(group) == 1:
            return replace(terms[0], name=name)
        folded = summed(terms) if len(group) == 1 or len(terms) == len(group) * len(records) else None
        return folded.called(name) if folded else None

    return of


def _changed(ask: Ask, one: RecordTable, ends: tuple[int, int]) -> Callable[[Sequence[Record], str], Term | None]:
    def of(records: Sequence[Record], name: str) -> Term | None:
        before, after = (summed(cells(records, [at], one)) for at in ends)
        folded = change(before.called(""), after.called(""), ask) if before and after else None
        return folded.called(name) if folded else None

    return of


def _groups(ask: Ask, choice: Choice) -> list[list[int]]:
    """The columns of numbers meant, those that differ by their years together: those asked for by name, else the one
    that measures what is asked, else the first.
    """
    one = choice.table
    named = [at for at in choice.columns if at in one.numbers and not (ask.where.lacks and _is_none(choice, at))]
    asked = series(one, named, apart=is_change(ask))
    fitting = [at for at in one.numbers if agreement(ask.measures, one.unit(at)) > 0]
    near = sorted(fitting or one.numbers, key=lambda at: -len(pairs(one.column(at)) & pairs(ask.where.words)))
    every = [group for group in series(one, near) if near[0] in group] if ask.heard & _ADDED else []
    return asked or every or [[at] for at in near[:1]]


def _is_none(choice: Choice, at: int) -> bool:
    """Whether a column is nothing in every row chosen: rows without it were asked for, and another number of them."""
    return not any(term.value for term in cells(choice.records, [at], choice.table))


def cells(records: Sequence[Record], columns: Sequence[int], one: RecordTable) -> list[Term]:
    """The numbers of some rows in some columns, called by their rows."""
    made = (to_term(record, at, one) for record in records for at in columns)
    return [term for term in made if term is not None]


def column_terms(record: Record, columns: Sequence[int], one: RecordTable) -> list[Term]:
    """Several columns of a record, called by the names of the columns."""
    return [replace(term, name=one.label(at)) for at in columns for term in cells([record], [at], one)]


def row_terms(choice: Choice, measure: Measure) -> list[Term]:
    """A measure of each of the chosen records."""
    made = (measure.of([record], choice.table.called(record)) for record in choice.records)
    return [term for term in made if term is not None]


def grouped_terms(ask: Ask, choice: Choice, measure: Measure) -> list[Term]:
    """A measure of each group of the chosen records, where the ask says by what; else of each record."""
    by = group_column(ask, choice.table) or several_said(choice.values, choice.table)
    if not by or choice.without:
        return row_terms(choice, measure)
    groups = choice.table.grouped(choice.records, by[0])
    return [term for name, rows in groups.items() if (term := measure.of(rows, name))]


def whole(choice: Choice, measure: Measure, records: Sequence[Record]) -> Term | None:
    """A measure of these records together; of all of them as their total is printed, where it is."""
    total = choice.table.total
    every = total is not None and len(records) == len(choice.table.records)
    printed = measure.of([total], "合计") if every and total is not None else None
    return printed or measure.of(records, "合计")

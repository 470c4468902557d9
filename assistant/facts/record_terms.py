"""The numbers of chosen records as terms of arithmetic: by row, by column, by row over several years."""

import re
from collections.abc import Sequence

from assistant.facts.folding import Term, difference, summed
from assistant.facts.measuring import agreement, number_words
from assistant.facts.record_choice import Choice
from assistant.facts.record_columns import series
from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_saying import evidence_of, to_term
from assistant.reading.ask import Ask
from assistant.reading.words import pairs
from corpus.folding.amounts import find_amounts

__all__ = ["column_terms", "column_terms_of", "number_groups", "over_years", "row_terms", "told_terms"]

_CLAUSES = re.compile(r"[，,；;。、]")
_ADDED = frozenset({"total", "span"})
_SET_APART = frozenset({"difference", "growth"})


def number_groups(ask: Ask, choice: Choice) -> list[list[int]]:
    """The columns of numbers meant, those that differ by their years together: those asked for by name, else the one
    that measures what is asked, else the first.
    """
    one = choice.table
    asked = series(one, [at for at in choice.columns if at in one.numbers])
    fitting = [at for at in one.numbers if agreement(ask.measures, one.unit(at)) > 0]
    near = sorted(fitting or one.numbers, key=lambda at: -len(pairs(one.column(at)) & pairs(ask.where.words)))
    return asked or [[at] for at in near[:1]]


def row_terms(choice: Choice, at: int) -> list[Term]:
    """A column of the chosen records."""
    return column_terms_of(choice.records, at, choice.table)


def column_terms_of(records: Sequence[Record], at: int, one: RecordTable) -> list[Term]:
    """A column of some records."""
    made = (to_term(record, at, one) for record in records)
    return [term for term in made if term is not None]


def column_terms(record: Record, columns: Sequence[int], one: RecordTable) -> list[Term]:
    """Several columns of a record, called by the names of the columns."""
    made = ((at, to_term(record, at, one)) for at in columns)
    return [Term(one.label(at), t.value, t.unit, t.said, t.evidence, t.ranged) for at, t in made if t is not None]


def over_years(ask: Ask, choice: Choice, group: Sequence[int]) -> list[Term]:
    """For each record its number; of several years their sum, or how far the last is from the first where a rise or a
    fall is asked for.
    """
    if len(group) == 1:
        return row_terms(choice, group[0])
    made = (_one_over_years(ask, record, group, choice.table) for record in choice.records)
    return [term for term in made if term is not None]


def _one_over_years(ask: Ask, record: Record, group: Sequence[int], one: RecordTable) -> Term | None:
    terms = column_terms(record, group, one)
    if len(terms) < len(group):
        return None
    apart = (ask.heard & _SET_APART and not ask.heard & _ADDED) or "rise" in ask.hints
    folded = difference(terms[0], terms[-1]) if apart else summed(terms)
    if folded is None:
        return None
    sign = -1 if apart and terms[-1].value < terms[0].value else 1
    return Term(one.called(record), sign * folded.value, folded.unit, folded.text, folded.evidence)


def told_terms(ask: Ask, choice: Choice) -> list[Term]:
    """The amount of the sort asked for that a running cell of a record tells in the words of the ask (惠及1820户)."""
    made = (_told_term(record, ask, choice.table) for record in choice.records)
    return [term for term in made if term is not None]


def _told_term(record: Record, ask: Ask, one: RecordTable) -> Term | None:
    said = pairs(ask.where.words)
    clauses = [clause for at in one.texts for clause in _CLAUSES.split(record.text(at)) if pairs(clause) & said]
    found = [amount.quantity for clause in clauses for amount in find_amounts(clause)]
    fitting = [quantity for quantity in found if agreement(ask.measures, quantity.unit) > 0 and quantity.high is None]
    if len(fitting) != 1:
        return None
    words = number_words(fitting[0].value, fitting[0].unit)
    return Term(one.called(record), fitting[0].value, fitting[0].unit, words, evidence_of([record], one))

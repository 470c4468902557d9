"""Counting, adding up and ranking records. The sums themselves are in `folding`."""

from collections.abc import Callable, Collection
from decimal import Decimal

from assistant.draft import Statement
from assistant.facts.evidence import distinct, header_evidence, row_evidence
from assistant.facts.folding import (
    Folded,
    Term,
    averaged,
    difference,
    extreme,
    growth_words,
    ordered,
    rank_words,
    ratio,
    share,
    summed,
)
from assistant.facts.measuring import agreement, number_words
from assistant.facts.ranking import gap, sought
from assistant.facts.record_choice import Choice
from assistant.facts.record_saying import evidence_of, kind_word, listed, record_statement, to_term, values_head
from assistant.facts.record_tables import Record
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import fold as folded_text
from assistant.reading.words import pairs

__all__ = ["folded_records", "number_column"]

_FEW = 3
_MOST_LISTED = 24
_MOST_SUMMED = 60


def folded_records(ask: Ask, choice: Choice) -> list[Statement]:
    """What the fold of an ask says over the chosen records; empty where it has no meaning for them."""
    ways: dict[Fold, Callable[[Ask, Choice], list[Statement]]] = {
        Fold.COUNT: _counted,
        Fold.COUNT_BY: _counted_by,
        Fold.SUM: _summed,
        Fold.AVERAGE: _summed,
        Fold.SHARE: _shared,
        Fold.DIFFERENCE: _between,
        Fold.RATIO: _between,
        Fold.EXTREME: _extreme,
        Fold.ORDER: _ordered,
    }
    way = ways.get(ask.fold)
    return way(ask, choice) if way and choice.records else []


def number_column(ask: Ask, choice: Choice) -> int | None:
    """The column of numbers meant: one asked for by name, else one that measures what is asked, else the first."""
    one = choice.table
    fitting = [at for at in one.numbers if agreement(ask.measures, one.unit(at)) > 0]
    named = [at for at in choice.columns if at in one.numbers]
    near = sorted(fitting or one.numbers, key=lambda at: -len(pairs(one.column(at)) & pairs(ask.where.words)))
    return next(iter((*named, *near)), None)


def _terms(ask: Ask, choice: Choice) -> tuple[int | None, list[Term]]:
    at = number_column(ask, choice)
    made = [to_term(record, at, choice.table) for record in choice.records] if at is not None else []
    return at, [term for term in made if term is not None]


def _head(choice: Choice) -> str:
    """What the records share: the values said."""
    return values_head(choice.values, without=choice.without)


def _counted(_ask: Ask, choice: Choice) -> list[Statement]:
    one, records = choice.table, choice.records
    kind = kind_word(one)
    head = f"{_head(choice)}的{kind}" if choice.values else f"符合条件的{kind}" if _filtered(choice) else kind
    if len(records) <= _MOST_LISTED and len(records) < len(one.records):
        count = f"共{len(records)}个" if len(records) > 1 else "只有一个"
        return [Statement(f"{head}{count}：{listed(records, one)}。", evidence_of(records, one))]
    evidence = tuple(row_evidence(record.row) for record in records)
    return [Statement(f"{head}共{len(records)}个。", evidence)]


def _filtered(choice: Choice) -> bool:
    return len(choice.records) < len(choice.table.records)


def _counted_by(ask: Ask, choice: Choice) -> list[Statement]:
    """How many of each value of a column, each with the rows it counts."""
    at = _grouped_by(ask, choice)
    if at is None:
        return []
    groups: dict[str, list[Record]] = {}
    for record in choice.records:
        groups.setdefault(record.text(at), []).append(record)
    return [
        Statement(
            f"“{value}”{f'共{len(rows)}个' if len(rows) > 1 else '只有一个'}。",
            evidence_of(rows, choice.table) if len(rows) == 1 else tuple(row_evidence(one.row) for one in rows),
        )
        for value, rows in groups.items()
    ]


def _grouped_by(ask: Ask, choice: Choice) -> int | None:
    one = choice.table
    named = [at for at in one.categories if ask.by and ask.by[-2:] in folded_text(one.column(at))]
    asked = [at for at in choice.columns if at in one.categories]
    return next(iter((*asked, *named, *one.categories)), None)


def _summed(ask: Ask, choice: Choice) -> list[Statement]:
    one = choice.table
    at, terms = _terms(ask, choice)
    if at is None or not terms:
        return []
    printed = _printed_total(choice, at) if ask.fold is Fold.SUM else ""
    if printed and one.total is not None:
        evidence = (row_evidence(one.total), header_evidence(one.table))
        return [Statement(f"{one.column(at)}合计{printed}。", evidence)]
    if len(terms) < 2 or len(terms) > _MOST_SUMMED:
        return []
    folded = averaged(terms) if ask.fold is Fold.AVERAGE else summed(terms)
    if folded is not None and ask.fold is Fold.AVERAGE and len(terms) > _MOST_LISTED:
        return _short_average(choice, at, folded)
    if folded is None:
        return []
    count = f"{len(choice.records)}个{kind_word(one)}"
    names = f"：{listed(choice.records, one)}" if len(terms) <= _MOST_LISTED else ""
    head = f"{len(terms)}个写了数的{kind_word(one)}" if len(terms) < len(choice.records) else count
    word = "平均" if ask.fold is Fold.AVERAGE else "合计"
    text = f"{_head(choice)}{head}{one.column(at)}{word}{folded.text}。"
    rows = Statement(f"{count}{names}。", evidence_of(choice.records, one))
    first = Statement(text, distinct(folded.evidence))
    return [first, rows] if names and _filtered(choice) else [first]


def _short_average(choice: Choice, at: int, folded: Folded) -> list[Statement]:
    """The mean of many numbers: their printed total by their count."""
    one, count, printed = choice.table, len(folded.terms), _printed_total(choice, at)
    total = sum((term.value for term in folded.terms), Decimal(0))
    if one.total is None or printed != number_words(total, folded.unit):
        return []
    mean = f"{number_words(total)}÷{count}个≈{number_words(folded.value)}"
    evidence = distinct((row_evidence(one.total), *folded.evidence))
    text = f"{one.column(at)}平均{number_words(folded.value, folded.unit)}（合计{printed}，{count}个有数，{mean}）。"
    return [Statement(text, evidence)]


def _printed_total(choice: Choice, at: int) -> str:
    one = choice.table
    total = one.quantity(one.total_record, at) if one.total_record and not _filtered(choice) else None
    return number_words(total.value, total.unit) if total is not None else ""


def _shared(ask: Ask, choice: Choice) -> list[Statement]:
    """The chosen records as a share of all, by their numbers."""
    one = choice.table
    at, terms = _terms(ask, choice)
    if at is None or not terms or not _filtered(choice):
        return []
    total = one.quantity(one.total_record, at) if one.total_record else None
    folded = share(terms, Term("", total.value, total.unit, "")) if total else None
    if folded is None or one.total is None or total is None:
        return []
    count = f"{_head(choice)}{len(terms)}个{kind_word(one)}" if len(terms) > 1 else terms[0].name
    whole = number_words(total.value, total.unit)
    text = f"{count}{one.column(at)}占全部{whole}的{folded.text}。"
    return [Statement(text, distinct((row_evidence(one.total), *folded.evidence)))]


def _between(ask: Ask, choice: Choice) -> list[Statement]:
    at, terms = _terms(ask, choice)
    if at is None or len(terms) != 2:
        return []
    folded = (ratio if ask.fold is Fold.RATIO else difference)(*terms)
    if folded is None:
        return []
    told = "，".join(f"{term.name}{term.said}" for term in terms)
    first, second = folded.terms[0].name, folded.terms[1].name
    relation = f"{first}是{second}的{folded.text}" if ask.fold is Fold.RATIO else f"{first}多{folded.text}"
    relation += growth_words(ask, *folded.terms[::-1], more="高出")
    return [Statement(f"{choice.table.column(at)}：{told}，{relation}。", distinct(folded.evidence))]


def _extreme(ask: Ask, choice: Choice) -> list[Statement]:
    """The first by a number, and the last too where both are asked for."""
    told = [statement for one in sought(ask) for statement in _extreme_one(one, choice)]
    return [*told, *_gap(ask, choice)]


def _gap(ask: Ask, choice: Choice) -> list[Statement]:
    at, terms = _terms(ask, choice)
    folded = gap(ask, terms) if at is not None else None
    if folded is None:
        return []
    high, low = folded.terms
    return [Statement(f"{high.name}比{low.name}多{folded.text}。", distinct(folded.evidence))]


def _extreme_one(ask: Ask, choice: Choice) -> list[Statement]:
    at, terms = _terms(ask, choice)
    if at is None or len(terms) < 2:
        return []
    best = extreme(terms, rank=ask.rank, top=ask.top, low=ask.low)
    if not best:
        return []
    names = "；".join(f"{term.name}（{term.said}）" for term in best)
    rank = "排在前面" if ask.top > 1 else _rank(ask)
    head = f"{_head(choice)}{choice.table.column(at)}{rank}"
    told = Statement(f"{head}的是{names}。", distinct(item for term in best for item in term.evidence))
    return [told, *_more_columns(at, {term.name for term in best}, choice)]


def _more_columns(at: int, names: Collection[str], choice: Choice) -> list[Statement]:
    """What else is asked of the few records found by their number."""
    columns = [column for column in choice.columns if column != at]
    found = [record for record in choice.records if choice.table.called(record) in names]
    if len(found) > _FEW or not (columns or choice.clause):
        return []
    return [record_statement(record, columns, choice.clause, choice.table) for record in found]


def _rank(ask: Ask) -> str:
    return rank_words(ask.rank, low=ask.low).replace("多", "大").replace("少", "小")


def _ordered(ask: Ask, choice: Choice) -> list[Statement]:
    at, terms = _terms(ask, choice)
    if at is None or not 1 < len(terms) <= _MOST_SUMMED:
        return []
    order = ordered(terms, low=ask.low)
    names = "；".join(f"{term.name}（{term.said}）" for term in order)
    way = "从小到大" if ask.low else "从大到小"
    evidence = evidence_of(choice.records, choice.table)
    return [Statement(f"{choice.table.column(at)}{way}：{names}。", evidence)]

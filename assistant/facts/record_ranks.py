"""Records, their years and their groups in order of a number, and how far two of them are apart."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.draft import Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Term, difference, growth_words, ratio, summed
from assistant.facts.ranking import extreme, gap, ordered, rank_words, share_of_sum, sought
from assistant.facts.record_choice import Choice
from assistant.facts.record_columns import group_column
from assistant.facts.record_days import days_in_order, extreme_days
from assistant.facts.record_measures import Measure, cells, column_terms, grouped_terms, measures, row_terms
from assistant.facts.record_rows import Record
from assistant.facts.record_saying import evidence_of, kind_word, record_statement, rows_evidence, values_head
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import fold

_COUNT = "个数"
_FEW = 3
_EACH = 8
_PAIR = 2
_MOST_ORDERED = 60
_MOST_TOLD = 4
"""Rows picked of which all are told beside the first."""
_MOST = "最"
_RANKS = ("最", "第", "前", "倒数", "垫底", "末位", "谁", "哪")


def extremes(ask: Ask, choice: Choice) -> list[Statement]:
    """The first by a number, and the last too where both are asked for; of a few rows picked the others too."""
    if _is_named_so(ask, choice):
        return []
    if "in_time" in ask.hints:  # no number tells what comes first in time
        return extreme_days(ask, choice)
    name, terms = _ranked_terms(ask, choice)
    told = [statement for one in sought(ask) for statement in _extreme(one, name, terms, choice)]
    return [*told, *_others(ask, terms, choice), *_gap(ask, terms)] if told else []


def _is_named_so(ask: Ask, choice: Choice) -> bool:
    """Whether what sounds like a rank is but the name of a column (历史最高水位)."""
    left, names = fold(ask.gist), [fold(choice.table.column(at)) for at in choice.columns]
    for name in names:
        left = left.replace(name, "")
    return any(_MOST in name for name in names) and not any(word in left for word in _RANKS)


def _others(ask: Ask, terms: Sequence[Term], choice: Choice) -> list[Statement]:
    """The few rows or groups that were named to be set against each other."""
    picked = 1 < len(choice.records) < len(choice.table.records) or "each" in ask.heard
    best = {term.name for one in sought(ask) for term in extreme(terms, rank=one.rank, top=one.top, low=one.low)}
    others = [term for term in ordered(terms, low=ask.low) if term.name not in best]
    if not picked or not others or len(terms) > _MOST_TOLD:
        return []
    names = "；".join(f"{term.name}（{term.said}）" for term in others)
    return [Statement(f"其余：{names}。", distinct(item for term in others for item in term.evidence))]


def _gap(ask: Ask, terms: Sequence[Term]) -> list[Statement]:
    two = len(terms) == _PAIR and "difference" in ask.heard
    folded = difference(*terms) if two else gap(ask, terms)
    if folded is None:
        return []
    high, low = folded.terms
    return [Statement(f"{high.name}比{low.name}多{folded.text}。", distinct(folded.evidence))]


def _ranked_terms(ask: Ask, choice: Choice) -> tuple[str, list[Term]]:
    """What is ranked, and by which number: groups of records, the years of one record, or the records."""
    one, every = choice.table, measures(ask, choice)
    by = group_column(ask, one)
    if by and not any(at in choice.columns for measure in every for at in measure.columns):
        groups = one.grouped(choice.records, by[0])
        return kind_word(one) + _COUNT, [_counted(name, rows) for name, rows in groups.items()]
    if not every:
        return "", []
    columns = every[0].columns if len(every[0].columns) > 1 else [at for some in every for at in some.columns]
    if len(choice.records) == 1 and len(columns) > 1:
        return one.called(choice.records[0]), column_terms(choice.records[0], columns, one)
    return every[0].name, grouped_terms(ask, choice, every[0])


def _counted(name: str, rows: Sequence[Record]) -> Term:
    return Term(name, Decimal(len(rows)), "个", f"{len(rows)}个", rows_evidence(rows))


def _extreme(ask: Ask, name: str, terms: Sequence[Term], choice: Choice) -> list[Statement]:
    best = extreme(terms, rank=ask.rank, top=ask.top, low=ask.low) if len(terms) > 1 else []
    if not best:
        return []
    names = "；".join(f"{term.name}（{term.said}）" for term in best)
    rank = "排在前面" if ask.top > 1 else rank_words(ask.rank, low=ask.low)
    rank = rank if name.endswith(_COUNT) else rank.replace("多", "大").replace("少", "小")
    head = values_head(choice.values, without=choice.without)
    told = Statement(f"{head}{name}{rank}的是{names}。", distinct(item for term in best for item in term.evidence))
    return [
        told,
        *_together(ask, best),
        *_share(ask, best, terms, choice),
        *_more_columns(ask, {term.name for term in best}, choice),
    ]


def _together(ask: Ask, best: Sequence[Term]) -> list[Statement]:
    """The sum of the first few, where it is asked for too."""
    folded = summed(best) if "total" in ask.heard and len(best) > 1 and not any("=" in t.said for t in best) else None
    return [Statement(f"合计{folded.text}。", distinct(folded.evidence))] if folded else []


def _share(ask: Ask, best: Sequence[Term], terms: Sequence[Term], choice: Choice) -> list[Statement]:
    every = measures(ask, choice)
    folded = share_of_sum(ask, best, terms, _whole(choice, every[0]) if every else None)
    if folded is None:
        return []
    names = "、".join(term.name for term in best)
    return [Statement(f"{names}{folded.text}。", distinct(folded.evidence))]


def _whole(choice: Choice, measure: Measure) -> Term | None:
    """The printed total of the one column ranked."""
    total = choice.table.total
    alone = len(measure.columns) == 1 and total is not None and not choice.values and not choice.bounded
    return measure.of([total], "") if alone and total is not None else None


def _more_columns(ask: Ask, names: Collection[str], choice: Choice) -> list[Statement]:
    """What else is asked of the few records found by their number."""
    ranked = [at for measure in measures(ask, choice)[:1] for at in measure.columns]
    columns = [column for column in choice.columns if column not in ranked]
    found = [record for record in choice.records if choice.table.called(record) in names]
    if len(found) > _FEW or not (columns or choice.clause):
        return []
    return [record_statement(record, columns, choice.clause, choice.table) for record in found]


def in_order(ask: Ask, choice: Choice) -> list[Statement]:
    """All by a number."""
    if "in_time" in ask.hints:
        return days_in_order(ask, choice)
    name, terms = _ranked_terms(ask, choice)
    if not 1 < len(terms) <= _MOST_ORDERED:
        return []
    order = ordered(terms, low=ask.low)
    names = "；".join(f"{term.name}（{term.said}）" for term in order)
    way = "从小到大" if ask.low else "从大到小"
    return [Statement(f"{name}{way}：{names}。", evidence_of(choice.records, choice.table))]


def between(ask: Ask, choice: Choice) -> list[Statement]:
    """How far two rows are apart in each number asked for; or one row, each of a few, or all together, in two of its
    columns.
    """
    one, every = choice.table, measures(ask, choice)
    columns = [at for measure in every for at in measure.columns]
    years = {head.years for head in one.headers if head.at in columns}
    single = all(len(measure.columns) == 1 for measure in every) and len(years) == 1
    if len(choice.records) == _PAIR and single and (len(columns) == 1 or "several" in ask.hints):
        return [told for measure in every for told in _apart(ask, measure.name, row_terms(choice, measure))]
    if len(columns) < _PAIR:
        return []
    ends = [(some.columns[0], some.columns[-1]) for some in every if len(some.columns) > 1]
    return [
        told
        for name, rows in _set_apart(ask, choice)
        for pair in ends or [(columns[0], columns[-1])]
        for told in _apart(ask, name, _sides(rows, pair, choice), years=bool(ends))
    ]


def _sides(rows: Sequence[Record], pair: Sequence[int], choice: Choice) -> list[Term]:
    """Two columns of some rows, added up."""
    one = choice.table
    if len(rows) == 1:
        return column_terms(rows[0], pair, one)
    made = ((at, summed(cells(rows, [at], one))) for at in pair)
    return [folded.called(one.label(at)) for at, folded in made if folded is not None]


def _set_apart(ask: Ask, choice: Choice) -> list[tuple[str, Sequence[Record]]]:
    """The rows whose columns are set against each other: each of a few; where none are picked their printed total, or
    all together where they are too many or a sum is asked for.
    """
    one = choice.table
    every = len(choice.records) == len(one.records)
    if one.total is not None and every:
        return [(one.called(one.total), [one.total])]
    if len(choice.records) > 1 and (len(choice.records) > _EACH or "total" in ask.heard):
        return [(f"{len(choice.records)}个{kind_word(one)}合计", choice.records)]
    return [(one.called(record), [record]) for record in choice.records]


def _apart(ask: Ask, name: str, terms: Sequence[Term], *, years: bool = False) -> list[Statement]:
    """How far two numbers are apart; of two years how far the second has risen or fallen."""
    if len(terms) != _PAIR:
        return []
    folded = (ratio if ask.fold is Fold.RATIO else difference)(*terms)
    if folded is None:
        return []
    told = "，".join(f"{term.name}{term.said}" for term in terms)
    first, second = folded.terms[0].name, folded.terms[1].name
    relation = f"{first}是{second}的{folded.text}" if ask.fold is Fold.RATIO else f"{first}多{folded.text}"
    if years and "rise" in ask.hints:
        ask = replace(ask, heard=ask.heard | {"growth"})
    relation += growth_words(ask, *terms) if years else growth_words(ask, *folded.terms[::-1], more="高出")
    return [Statement(f"{name}：{told}，{relation}。", distinct(folded.evidence))]

"""Records, their years and their groups in order of a number, and how far two of them are apart."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from assistant.draft import Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Term, difference, extreme, growth_words, ordered, rank_words, ratio, share, summed
from assistant.facts.ranking import gap, share_of_sum, sought
from assistant.facts.record_choice import Choice
from assistant.facts.record_columns import group_column
from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_saying import evidence_of, kind_word, record_statement, rows_evidence, values_head
from assistant.facts.record_terms import column_terms, column_terms_of, number_groups, over_years, row_terms
from assistant.reading.ask import Ask, Fold

__all__ = ["between", "extremes", "in_order"]

_COUNT = "个数"
_FEW = 3
_EACH = 8
_PAIR = 2
_MOST_ORDERED = 60


def extremes(ask: Ask, choice: Choice) -> list[Statement]:
    """The first by a number, and the last too where both are asked for."""
    name, terms = _ranked_terms(ask, choice)
    told = [statement for one in sought(ask) for statement in _extreme(one, name, terms, choice)]
    return [*told, *_gap(ask, terms)]


def _gap(ask: Ask, terms: Sequence[Term]) -> list[Statement]:
    folded = gap(ask, terms)
    if folded is None:
        return []
    high, low = folded.terms
    return [Statement(f"{high.name}比{low.name}多{folded.text}。", distinct(folded.evidence))]


def _ranked_terms(ask: Ask, choice: Choice) -> tuple[str, list[Term]]:
    """What is ranked, and by which number: groups of records, the years of one record, or the records."""
    groups = number_groups(ask, choice)
    by = group_column(ask, choice.table)
    if by:
        return _group_terms(choice, by[0], groups[0][0] if choice.columns and groups else None)
    if not groups:
        return "", []
    group, one = groups[0], choice.table
    columns = group if len(group) > 1 else [at for some in groups for at in some]
    if len(choice.records) == 1 and len(columns) > 1:
        return one.called(choice.records[0]), column_terms(choice.records[0], columns, one)
    return _series_name(one, group), over_years(ask, choice, group)


def _series_name(one: RecordTable, group: Sequence[int]) -> str:
    """A column's name; of several years their common words."""
    heads = [head for head in one.headers if head.at in group]
    return one.label(group[0]) if len(group) == 1 else heads[0].words


def _group_terms(choice: Choice, by: int, at: int | None) -> tuple[str, list[Term]]:
    """The sums of a number by group, or how many records each has."""
    one, groups = choice.table, choice.table.grouped(choice.records, by)
    if at is None or at not in choice.columns:
        return kind_word(one) + _COUNT, [_counted(name, rows) for name, rows in groups.items()]
    made = ((name, summed(column_terms_of(rows, at, one))) for name, rows in groups.items())
    return one.column(at), [Term(name, f.value, f.unit, f.text, f.evidence) for name, f in made if f is not None]


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
    folded = share_of_sum(ask, best, terms, _whole(ask, choice))
    if folded is None:
        return []
    names = "、".join(term.name for term in best)
    return [Statement(f"{names}{folded.text}。", distinct(folded.evidence))]


def _whole(ask: Ask, choice: Choice) -> Term | None:
    """The printed total of the one column ranked."""
    one, groups = choice.table, number_groups(ask, choice)
    total = column_terms(one.total, groups[0], one) if one.total and groups else []
    return total[0] if len(total) == 1 and not choice.values and not choice.bounded else None


def _more_columns(ask: Ask, names: Collection[str], choice: Choice) -> list[Statement]:
    """What else is asked of the few records found by their number."""
    ranked = number_groups(ask, choice)[:1]
    columns = [column for column in choice.columns if not any(column in group for group in ranked)]
    found = [record for record in choice.records if choice.table.called(record) in names]
    if len(found) > _FEW or not (columns or choice.clause):
        return []
    return [record_statement(record, columns, choice.clause, choice.table) for record in found]


def in_order(ask: Ask, choice: Choice) -> list[Statement]:
    """All by a number."""
    name, terms = _ranked_terms(ask, choice)
    if not 1 < len(terms) <= _MOST_ORDERED:
        return []
    order = ordered(terms, low=ask.low)
    names = "；".join(f"{term.name}（{term.said}）" for term in order)
    way = "从小到大" if ask.low else "从大到小"
    return [Statement(f"{name}{way}：{names}。", evidence_of(choice.records, choice.table))]


def between(ask: Ask, choice: Choice) -> list[Statement]:
    """How far two rows are apart in each number asked for; or one row, or each of a few, in two of its columns."""
    one, groups = choice.table, number_groups(ask, choice)
    columns = [at for group in groups for at in group]
    years = {head.years for head in one.headers if head.at in columns}
    single = all(len(group) == 1 for group in groups) and len(years) == 1
    if len(choice.records) == _PAIR and single and (len(columns) == 1 or "several" in ask.hints):
        told = [told for at in columns for told in _apart(ask, one.label(at), row_terms(choice, at))]
        return [*told, *_shares(ask, choice, columns[0])]
    if len(columns) < _PAIR:
        return []
    ends = [(group[0], group[-1]) for group in groups if len(group) > 1] or [(columns[0], columns[-1])]
    return [
        told
        for record in _set_apart(choice)
        for pair in ends
        for told in _apart(ask, one.called(record), column_terms(record, pair, one))
    ]


def _shares(ask: Ask, choice: Choice, at: int) -> list[Statement]:
    """What share of the printed total each row is, where that is asked too."""
    whole = _whole(ask, choice)
    if "share" not in ask.heard or whole is None:
        return []
    made = ((term, share([term], whole)) for term in row_terms(choice, at))
    return [
        Statement(f"{t.name}占合计{whole.said}的{f.text}。", distinct(f.evidence)) for t, f in made if f is not None
    ]


def _set_apart(choice: Choice) -> tuple[Record, ...]:
    """The few rows whose columns are set against each other; the printed total where no rows are picked."""
    total = choice.table.total
    if total is not None and len(choice.records) == len(choice.table.records):
        return (total,)
    return choice.records if len(choice.records) <= _EACH else ()


def _apart(ask: Ask, name: str, terms: Sequence[Term]) -> list[Statement]:
    if len(terms) != _PAIR:
        return []
    folded = (ratio if ask.fold is Fold.RATIO else difference)(*terms)
    if folded is None:
        return []
    told = "，".join(f"{term.name}{term.said}" for term in terms)
    first, second = folded.terms[0].name, folded.terms[1].name
    relation = f"{first}是{second}的{folded.text}" if ask.fold is Fold.RATIO else f"{first}多{folded.text}"
    relation += growth_words(ask, *folded.terms[::-1], more="高出")
    return [Statement(f"{name}：{told}，{relation}。", distinct(folded.evidence))]

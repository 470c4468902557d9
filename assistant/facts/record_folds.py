"""Counting records, adding up their numbers, and their share of the whole. The sums themselves are in `folding`."""

from collections.abc import Callable, Sequence

from assistant.draft import Statement
from assistant.facts.evidence import distinct, header_evidence
from assistant.facts.folding import averaged, share, summed
from assistant.facts.measuring import number_words
from assistant.facts.record_choice import Choice
from assistant.facts.record_columns import several_said
from assistant.facts.record_measures import Measure, cells, column_terms, measures, whole
from assistant.facts.record_ranks import between, extremes, in_order
from assistant.facts.record_saying import counted, evidence_of, kind_word, listed, rows_evidence, values_head
from assistant.reading.ask import Ask, Fold

_MOST_LISTED = 24
_MOST_SUMMED = 60
_SEVERAL = 2


def folded_records(ask: Ask, choice: Choice) -> list[Statement]:
    """What the fold of an ask says over the chosen records; empty where it has no meaning for them."""
    ways: dict[Fold, Callable[[Ask, Choice], list[Statement]]] = {
        Fold.COUNT: _counted,
        Fold.SUM: _summed,
        Fold.AVERAGE: _summed,
        Fold.SHARE: _shared,
        Fold.DIFFERENCE: between,
        Fold.RATIO: between,
        Fold.EXTREME: extremes,
        Fold.ORDER: in_order,
    }
    way = ways.get(ask.fold)
    return way(ask, choice) if way and choice.records else []


def _head(choice: Choice) -> str:
    """What the records share: the values said."""
    return values_head(choice.values, without=choice.without)


def _counted(_ask: Ask, choice: Choice) -> list[Statement]:
    one, records = choice.table, choice.records
    kind = kind_word(one)
    if (by := several_said(choice.values, one)) and not choice.without:
        groups = one.grouped(records, by[0])
        return [Statement(f"“{name}”的{kind}共{len(rows)}个。", rows_evidence(rows)) for name, rows in groups.items()]
    head = f"{_head(choice)}的{kind}" if choice.values else f"符合条件的{kind}" if _filtered(choice) else kind
    if len(records) <= _MOST_LISTED and len(records) < len(one.records):
        count = counted(records, one) if len(records) > 1 else f"只有一个：{listed(records, one)}。"
        return [Statement(f"{head}{count}", evidence_of(records, one), frozenset({len(records)}))]
    return [Statement(f"{head}共{len(records)}个。", rows_evidence(records))]


def _filtered(choice: Choice) -> bool:
    return len(choice.records) < len(choice.table.records)


def _summed(ask: Ask, choice: Choice) -> list[Statement]:
    """The sum or mean of each number asked for, over the rows; of one row over its years; then which rows these are."""
    if "share" in ask.heard and ask.fold is Fold.SUM and _filtered(choice) and (told := _shared(ask, choice)):
        return told
    told = [statement for measure in measures(ask, choice) for statement in _sums(ask, choice, measure)]
    names = f"：{listed(choice.records, choice.table)}" if len(choice.records) <= _MOST_LISTED else ""
    if not told or not names or not _filtered(choice) or len(choice.records) < _SEVERAL:
        return told
    rows = f"{len(choice.records)}个{kind_word(choice.table)}{names}。"
    return [*told, Statement(rows, evidence_of(choice.records, choice.table))]


def _sums(ask: Ask, choice: Choice, measure: Measure) -> list[Statement]:
    if len(choice.records) == 1 and len(measure.columns) > 1:
        return _over_years(ask, choice, measure.columns)
    return [statement for at in measure.columns for statement in _column_sum(ask, choice, at)]


def _over_years(ask: Ask, choice: Choice, group: Sequence[int]) -> list[Statement]:
    """One row, its numbers of several years."""
    record, one = choice.records[0], choice.table
    terms = column_terms(record, group, one)
    folded = averaged(terms) if ask.fold is Fold.AVERAGE else summed(terms)
    if folded is None or len(terms) < _SEVERAL:
        return []
    each = "，".join(f"{term.name}{term.said}" for term in terms)
    word = "平均" if ask.fold is Fold.AVERAGE else "合计"
    return [Statement(f"{one.called(record)}：{each}，{word}{folded.text}。", distinct(folded.evidence))]


def _column_sum(ask: Ask, choice: Choice, at: int) -> list[Statement]:
    one, terms = choice.table, cells(choice.records, [at], choice.table)
    printed = _printed_total(choice, at) if ask.fold is Fold.SUM else ""
    if printed and one.total is not None:
        column = {"column": one.table.columns[at].name}
        rows = rows_evidence([one.total])
        own = [row.model_copy(update={"place": row.place.model_copy(update=column)}) for row in rows]
        return [Statement(f"{one.label(at)}合计{printed}。", (*own, header_evidence(one.table)))]
    if not _SEVERAL <= len(terms) <= _MOST_SUMMED:
        return []
    folded = averaged(terms) if ask.fold is Fold.AVERAGE else summed(terms)
    if folded is None:
        return []
    kind = kind_word(one)
    counted = f"{len(terms)}个{'写了数的' if len(terms) < len(choice.records) else ''}{kind}"
    word = "平均" if ask.fold is Fold.AVERAGE else "" if one.label(at).endswith("合计") else "合计"
    return [Statement(f"{_head(choice)}{counted}{one.label(at)}{word}{folded.text}。", distinct(folded.evidence))]


def _printed_total(choice: Choice, at: int) -> str:
    one = choice.table
    total = one.quantity(one.total, at) if one.total and not _filtered(choice) else None
    return number_words(total.value, total.unit) if total is not None else ""


def _shared(ask: Ask, choice: Choice) -> list[Statement]:
    """The chosen records as a share of all, by their numbers; or one of their numbers as a share of another."""
    meant = measures(ask, choice)
    columns = [at for measure in meant for at in measure.columns]
    if not columns:
        return []
    if len(meant) > 1 or not _filtered(choice):
        return _share_of_column(choice, columns)
    one, measure = choice.table, meant[0]
    part, all_ = whole(choice, measure, choice.records), whole(choice, measure, one.records)
    folded = share([part], all_) if part and all_ else None
    if part is None or all_ is None or folded is None:
        return []
    several = len(choice.records) > 1
    rows = f"{_head(choice)}{len(choice.records)}个{kind_word(one)}" if several else one.called(choice.records[0])
    every = f"{len(one.records)}个{kind_word(one)}合计" if "=" in all_.said else "全部"
    text = f"{rows}{measure.name}{'合计' if '=' in part.said else ''}{part.said}，占{every}{all_.said}的{folded.text}。"
    return [Statement(text, distinct((*all_.evidence, *folded.evidence)), frozenset({len(one.records)}))]


def _share_of_column(choice: Choice, columns: list[int]) -> list[Statement]:
    """What share of the column that adds up, or of the larger of two, a number is: of the rows chosen, or of all."""
    one = choice.table
    two = columns[:_SEVERAL] if len(columns) > 1 else [columns[0], *one.sums[:1]]
    rows = choice.records if _filtered(choice) or one.total is None else (one.total,)
    added = [summed(cells(rows, [at], one)) for at in two]
    if len(two) < _SEVERAL or added[0] is None or added[1] is None:
        return []
    terms = [folded.called(one.label(at)) for at, folded in zip(two, added, strict=True) if folded]
    part, whole = sorted(terms, key=lambda term: term.value)
    folded = share([part], whole)
    if folded is None:
        return []
    head = _head(choice) or (one.called(rows[0]) if len(rows) == 1 else "")
    text = f"{head}{part.name}{part.said}，{whole.name}{whole.said}，占比{folded.text}。"
    return [Statement(text, distinct(folded.evidence))]

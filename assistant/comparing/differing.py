"""How the numbers of places differ: which is highest, by how much, and what keeps them from being compared."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.comparing.groups import Group
from assistant.comparing.places import Told, category, differs_in_time
from assistant.draft import Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Term, difference, in_one_unit, ratio
from assistant.facts.ranking import extreme, ordered, rank_words
from assistant.facts.target_rows import to_term, year_of
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from corpus.facts import Library
from corpus.target import Target

_RATE = frozenset({"%", "％"})


def fold_statement(ask: Ask, view: ComparisonView, told: Sequence[Told], library: Library) -> Statement | None:
    """The one sentence that a rank or a difference asks for, over one row; None where fewer than two places can take
    part. Where nothing is asked for, the difference of two places whose numbers compare.
    """
    asked, years = ask.fold is not Fold.SHOW, ask.where.years
    chosen = _of_most_places(view, told, only_comparable=not asked)
    if years and any(year_of(one) not in years for one in chosen):
        chosen = _of_most_places(view, told, only_comparable=True)
    terms = [_term(one, told, _name(one, chosen, library), library) for one in chosen]
    if len(terms) < 2 or in_one_unit(terms) is None or (not asked and len(view.documents) > 2):
        return None
    text = _folded(ask, terms)
    out = [one for one in told if one.document not in {target.document_id for target in chosen}]
    aside = f"（{_labels(out, library)}口径不同，未列入）" if out else ""
    evidence = distinct(item for term in terms for item in term.evidence)
    what = f"“{chosen[0].indicator}”" if len(view.indicators) > 1 else ""
    return Statement(f"{_head(chosen)}{what}{text}{aside}。", evidence) if text else None


def caution(view: ComparisonView, told: Sequence[Told], groups: Iterable[Group], library: Library) -> list[Statement]:
    """One line of what keeps the numbers from being compared; nothing where nothing does."""
    apart = [(one, cell) for one in told for cell in one.cells if cell.state is CellState.NOT_COMPARABLE]
    by_reason: dict[str, list[Told]] = {}
    for one, cell in sorted(apart, key=lambda pair: not differs_in_time(pair[1])):
        if not (differs_in_time(cell) and one.is_comparable):
            by_reason.setdefault(category(cell), []).append(one)
    others = [f"{_labels(places, library)}{reason}" for reason, places in by_reason.items()]
    doubts = [group.doubt for group in groups if group.doubt and _needs_review(view, group)]
    likely = [one for one in told if any("用词不同" in (cell.reason or "") for cell in one.cells)]
    words = [f"{_labels(likely, library)}用词不同，是否同一指标须核对"] if likely else []
    parts = [*others, *words, *doubts]
    return [Statement(f"口径：{'；'.join(parts)}。", ())] if parts else []


def _needs_review(view: ComparisonView, group: Group) -> bool:
    states = {
        cell.state
        for row in view.indicators
        if row.group == group.name
        for cells in row.cells.values()
        for cell in cells
    }
    return CellState.NEEDS_REVIEW in states


def _term(one: Target, told: Sequence[Told], name: str, library: Library) -> Term:
    """A number in the unit of the table's row."""
    cells = {target.id: cell for place in told for cell, target in zip(place.cells, place.targets, strict=True)}
    cell, term = cells[one.id], to_term(one, name, library)
    return replace(term, value=Decimal(cell.value or 0), unit=cell.unit or "")


def _of_most_places(view: ComparisonView, told: Sequence[Told], *, only_comparable: bool) -> list[Target]:
    """The numbers of the row in which most places take part."""
    rows = (_one_each(row, told, only_comparable=only_comparable) for row in view.indicators)
    return max(rows, key=len, default=[])


def _one_each(row: IndicatorView, told: Sequence[Told], *, only_comparable: bool) -> list[Target]:
    """The number by which each place takes part in a row: a comparable one, else the last that differs in time only."""
    found = []
    for place in told:
        own = _of_row(row, place, _is_comparable)[:1]
        found += own or ([] if only_comparable else _of_row(row, place, differs_in_time)[-1:])
    return found


def _of_row(row: IndicatorView, place: Told, fitting: Callable[[CellView], bool]) -> list[Target]:
    """The targets of a place in a row whose cells fit, by year."""
    ids = {cell.target for cell in row.cells[place.document] if fitting(cell)}
    return sorted((one for one in place.targets if one.id in ids), key=lambda one: year_of(one) or 0)


def _is_comparable(cell: CellView) -> bool:
    return cell.state is not CellState.NOT_COMPARABLE


def _labels(places: Sequence[Told], library: Library) -> str:
    return "、".join(dict.fromkeys(document_label(library, one.document) for one in places))


def _name(one: Target, chosen: Sequence[Target], library: Library) -> str:
    """The place, with its year where the years differ."""
    label, year = document_label(library, one.document_id), year_of(one)
    return f"{label}{year}年" if year and len(_years(chosen)) > 1 else label


def _years(chosen: Iterable[Target]) -> set[int | None]:
    return {year_of(one) for one in chosen}


def _head(chosen: Sequence[Target]) -> str:
    year = _years(chosen).pop() if len(_years(chosen)) == 1 else None
    return f"{year}年" if year else "各地年份不同，按所列年份看，"


def _folded(ask: Ask, terms: Sequence[Term]) -> str:
    rate = terms[0].unit in _RATE
    if ask.fold is Fold.RATIO:
        folded = ratio(*terms[:2])
        return f"{terms[0].name}是{terms[1].name}的{folded.text}" if folded else ""
    if ask.fold is Fold.ORDER:
        listed = "、".join(f"{one.name}{one.said}" for one in ordered(terms, low=ask.low))
        return f"从{'低到高' if ask.low else '高到低'}：{listed}"
    if ask.fold is Fold.EXTREME and (len(terms) > 2 or ask.top):
        first = extreme(terms, rank=ask.rank, top=ask.top, low=ask.low)
        names = "、".join(f"{one.name}（{one.said}）" for one in first)
        return f"{rank_words(ask.rank, low=ask.low, rate=rate)}的是{names}" if first else ""
    return between(terms[:2], low=ask.low and ask.fold is Fold.EXTREME)


def between(terms: Sequence[Term], *, low: bool = False) -> str:
    """Which of two numbers is greater and by how much, or that they are the same; empty where they do not compare."""
    folded = difference(*terms)
    if folded is None:
        return ""
    high, less = folded.terms
    if not folded.value:
        return f"{high.name}与{less.name}相同（{high.said}）"
    rate = high.unit in _RATE
    if low:
        return f"{less.name}比{high.name}{'低' if rate else '少'}{folded.text}"
    return f"{high.name}比{less.name}{'高' if rate else '多'}{folded.text}"

"""What each document says in a comparison, in words made of its cells: text and table cannot differ. Reads no Ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.draft import Statement
from assistant.facts.evidence import targets_evidence
from assistant.facts.target_rows import in_table, is_whole, value_words, year_of, year_words
from assistant.labels import document_label
from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from corpus.facts import Library
from corpus.folding.numerals import number_text
from corpus.target import Target

_MOST_SERIES, _MOST_YEARS = 6, 6
_OF_TIME = frozenset({"年份不同", "期限不同"})
_STATES = (CellState.STATED, CellState.NEEDS_REVIEW, CellState.NOT_COMPARABLE, CellState.NOT_STATED)


@dataclass(frozen=True, slots=True)
class Told:
    """The cells of one document that have a number, each target once."""

    document: str
    cells: tuple[CellView, ...]
    targets: tuple[Target, ...]
    """What the cells were read from, in the same order."""

    @property
    def is_comparable(self) -> bool:
        """Whether a number of it can be set beside those of others."""
        return any(cell.state is not CellState.NOT_COMPARABLE for cell in self.cells)


def places_told(view: ComparisonView, years: Sequence[int], library: Library) -> list[Told]:
    """The documents that state a number, those with comparable ones first, in the order of the scope."""
    known = {target.id: target for target in library.targets(view.documents)}
    found = [_told(document, view, years, known) for document in view.documents]
    return sorted((one for one in found if one.cells), key=lambda one: not one.is_comparable)


def place_statement(told: Told, years: Sequence[int], library: Library) -> Statement:
    """The place, then years and values: 青浦：到2025年累计新增税收亿元楼宇项目5个."""
    missing = bool(years) and not any(cell.year in years for cell in told.cells)
    asked = "、".join(f"{year}年" for year in years)
    lead = f"没有{asked}的目标，写的是" if missing else ""
    series = _series(told.targets)
    words = "；".join(_words(name, targets) for name, targets in series.items())
    evidence = targets_evidence((one for targets in series.values() for one in targets), library)
    return Statement(f"{document_label(library, told.document)}：{lead}{words}。", evidence)


def differs_in_time(cell: CellView) -> bool:
    """Whether only its year or span keeps a number from being compared."""
    return category(cell) in _OF_TIME


def category(cell: CellView) -> str:
    """What sets a cell apart: 年份不同, 范围不同."""
    return (cell.reason or "").split("：")[0] if cell.state is CellState.NOT_COMPARABLE else ""


def _told(document: str, view: ComparisonView, years: Sequence[int], known: dict[str, Target]) -> Told:
    """Each target with its best cell: of the groups in their order, goals of the running text first, then by year."""
    groups = list(dict.fromkeys(row.group for row in view.indicators))
    found: dict[str, tuple[int, CellView]] = {}
    together = {row.indicator for row in view.indicators if _compares(row)}
    cells = [
        (groups.index(row.group), cell, bool(together) and row.indicator not in together)
        for row in view.indicators
        for cell in row.cells.get(document, ())
    ]
    for at, cell, _ in sorted(cells, key=lambda one: (_rank(one[1], alone=one[2]), not differs_in_time(one[1]))):
        if cell.target in known:
            found.setdefault(cell.target, (at, cell))
    chosen = [one for one in found.values() if one[1].year in years] or list(found.values())
    pairs = [(at, known[cell.target or ""], cell) for at, cell in chosen]
    pairs.sort(key=lambda one: (one[0], in_table(one[1]), year_of(one[1]) or 0))
    return Told(document, tuple(cell for _, _, cell in pairs), tuple(target for _, target, _ in pairs))


def _rank(cell: CellView, *, alone: bool) -> int:
    """What comes first of the cells of a number; last of all one that could be compared, but with none in its row."""
    return len(_STATES) if alone and cell.state is not CellState.NOT_COMPARABLE else _STATES.index(cell.state)


def _compares(row: IndicatorView) -> bool:
    """Whether numbers of at least two places can be set beside each other in a row."""
    apart = (CellState.NOT_COMPARABLE, CellState.NOT_STATED)
    return sum(any(cell.state not in apart for cell in cells) for cells in row.cells.values()) > 1


def _series(targets: Iterable[Target]) -> dict[str, list[Target]]:
    """The targets by area and indicator, each by year; the last of very many."""
    found: dict[str, list[Target]] = {}
    for one in targets:
        area = "" if is_whole(one) or one.scope is None or one.indicator.startswith(one.scope) else one.scope
        found.setdefault(area + one.indicator, []).append(one)
    shown = list(found.items())[:_MOST_SERIES]
    return {name: sorted(some, key=lambda one: year_of(one) or 0)[-_MOST_YEARS:] for name, some in shown}


def _words(name: str, targets: Sequence[Target]) -> str:
    """企业入驻率2024年80%、2025年85%, or 到2025年特色楼宇20座以上."""
    if len(targets) == 1:
        return f"{year_words(targets[0])}{name}{value_words(targets[0])}{_from(targets[0])}"
    dated = {value_words(one) for one in targets if year_words(one)}
    shown = [one for one in targets if year_words(one) or value_words(one) not in dated]
    return name + "、".join(dict.fromkeys(f"{year_words(one)}{value_words(one)}" for one in shown))


def _from(target: Target) -> str:
    """Where a goal starts from, as its own words tell."""
    base = target.baseline
    if base is None or not all(str(part) in target.quote for part in (base.year, number_text(base.value))):
        return ""
    return f"（{base.year}年为{number_text(base.value)}{target.quantity.unit}）"

"""A comparison with places as rows, those that can be compared first: for paper, where columns do not fit."""

from collections.abc import Sequence

from assistant.exports.target_sheets import state_name, year_of
from assistant.labels import document_label
from assistant.marked import called
from assistant.views import CellState, CellView, IndicatorView
from corpus.facts import Library

__all__ = ["PLACE_COLUMNS", "indicator_title", "place_rows", "silent_places"]

PLACE_COLUMNS = (
    ("地方", 22.0),
    ("指标（原文）", 46.0),
    ("目标值", 30.0),
    ("年份", 24.0),
    ("范围", 24.0),
    ("能否直接比", 60.0),
    ("出处", 51.0),
)
"""Names and widths in millimetres on a landscape page."""


def place_rows(indicator: IndicatorView, library: Library) -> list[tuple[str, ...]]:
    """One row for each number; the rows of a place stay together."""
    said = [(key, cells) for key, cells in indicator.cells.items() if not _is_silent(cells)]
    ordered = sorted(said, key=lambda item: all(cell.state is not CellState.STATED for cell in item[1]))
    return [_row(key, cell, indicator, library) for key, cells in ordered for cell in cells]


def silent_places(indicator: IndicatorView, library: Library) -> list[str]:
    """The places that say nothing of the indicator."""
    return [document_label(library, key) for key, cells in indicator.cells.items() if _is_silent(cells)]


def indicator_title(indicator: IndicatorView) -> str:
    """The indicator with its unit and the year it is compared for."""
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    return f"{indicator.indicator}{unit}" + (f"，按{indicator.year}年比较" if indicator.year else "")


def _is_silent(cells: Sequence[CellView]) -> bool:
    return all(cell.state is CellState.NOT_STATED for cell in cells)


def _row(key: str, cell: CellView, indicator: IndicatorView, library: Library) -> tuple[str, ...]:
    document = library.document(key)
    reason = "" if cell.state is CellState.STATED and indicator.is_comparable else cell.reason or ""
    return (
        called(library, document.id),
        cell.indicator or indicator.indicator,
        cell.original or "",
        year_of(cell),
        cell.scope or "",
        "。".join(filter(None, (state_name(cell.state, indicator), reason))),
        (cell.place or "").removeprefix(document.name).strip(),
    )

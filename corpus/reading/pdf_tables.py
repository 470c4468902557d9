"""Rules on a page of a PDF to the cells between them. The only module that knows pdfplumber.

Points are counted from the upper left corner of the page as it is seen. Knows no words.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

__all__ = ["Box", "Rule", "RuleReader", "rules_to_tables"]

_TOLERANCE = 3.0
_SHORTEST = 3.0
_MOST_RULES = 4000


@dataclass(frozen=True, slots=True)
class Box:
    """A cell, by its edges; `cut` says that no rule is drawn at its foot, since it goes on on the next page."""

    left: float
    top: float
    right: float
    bottom: float
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical rule."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def is_vertical(self) -> bool:
        """Whether it runs down the page."""
        return self.bottom - self.top > self.right - self.left


class RuleReader:
    """Reads the rules of the pages of one PDF."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

        self._pages: list[Any] = []
        try:
            self._pages = pdfplumber.open(io.BytesIO(data)).pages
        except (PdfminerException, MalformedPDFException, ValueError, TypeError, KeyError, AttributeError):
            return  # a page without a size, say: its words can still be read

    def rules(self, index: int) -> list[Rule] | None:
        """The rules of the page at `index` from 0; None where the page cannot be read or has too many."""
        from pdfplumber.utils.exceptions import PdfminerException

        if index >= len(self._pages):
            return None
        page = self._pages[index]
        try:
            left, top = page.bbox[:2]
            edges = [edge for edge in page.edges if edge["x1"] - edge["x0"] + edge["bottom"] - edge["top"] > _SHORTEST]
        except (PdfminerException, ValueError, TypeError, KeyError):
            return None
        finally:
            page.close()
        if len(edges) > _MOST_RULES:
            return None
        return [Rule(edge["x0"] - left, edge["top"] - top, edge["x1"] - left, edge["bottom"] - top) for edge in edges]


def rules_to_tables(rules: Sequence[Rule]) -> list[list[Box]]:
    """The cells of each table that the rules draw; one that is open at its sides, or cut by a page break, is closed."""
    from pdfplumber import table

    drawn = [_to_edge(rule) for rule in [*rules, *_open_sides(rules), *_open_ends(rules)]]
    edges = table.merge_edges(drawn, _TOLERANCE, _TOLERANCE, _TOLERANCE, _TOLERANCE)
    crossings = table.edges_to_intersections(edges, _TOLERANCE, _TOLERANCE)
    cells = table.intersections_to_cells(crossings)
    lying = [rule for rule in rules if not rule.is_vertical]
    return [[_to_box(*cell, lying) for cell in cells] for cells in table.cells_to_tables(cells)]


def _to_box(left: float, top: float, right: float, bottom: float, lying: Sequence[Rule]) -> Box:
    inner = left + _TOLERANCE, right - _TOLERANCE
    return Box(left, top, right, bottom, cut=not any(_lies_at(rule, bottom, *inner) for rule in lying))


def _to_edge(rule: Rule) -> dict[str, object]:
    return {
        "x0": rule.left,
        "x1": rule.right,
        "top": rule.top,
        "bottom": rule.bottom,
        "width": rule.right - rule.left,
        "height": rule.bottom - rule.top,
        "orientation": "v" if rule.is_vertical else "h",
        "object_type": "line",
    }


def _open_sides(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Vertical rules at both ends of horizontal ones of the same extent, where a vertical rule joins these inside."""
    lying: dict[tuple[int, int], list[Rule]] = {}
    standing = [rule for rule in rules if rule.is_vertical]
    for rule in rules:
        if not rule.is_vertical:
            lying.setdefault((round(rule.left / _TOLERANCE), round(rule.right / _TOLERANCE)), []).append(rule)
    for group in lying.values():
        for upper, lower in pairwise(sorted(group, key=lambda rule: rule.top)):
            if any(_joins(rule, upper, lower) for rule in standing):
                yield Rule(upper.left, upper.top, upper.left, lower.top)
                yield Rule(upper.right, upper.top, upper.right, lower.top)


def _open_ends(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Horizontal rules where the vertical ones of a table end together: a page break that cut a row left none there."""
    standing = [rule for rule in rules if rule.is_vertical]
    for edge in ("top", "bottom"):
        groups: dict[int, list[float]] = {}
        for rule in standing:
            groups.setdefault(round(getattr(rule, edge)), []).append(rule.left)
        for end, places in groups.items():
            left, right = min(places), max(places)
            if right - left > _TOLERANCE and not any(_goes_past(rule, end, left, right, edge) for rule in standing):
                yield Rule(left, float(end), right, float(end))


def _goes_past(rule: Rule, height: float, left: float, right: float, edge: str) -> bool:
    """Whether a vertical rule between `left` and `right` has a part beyond the `edge` at this height."""
    beyond = rule.bottom > height + _TOLERANCE if edge == "bottom" else rule.top < height - _TOLERANCE
    touches = rule.top < height + _TOLERANCE if edge == "bottom" else rule.bottom > height - _TOLERANCE
    return beyond and touches and left - _TOLERANCE <= rule.left <= right + _TOLERANCE


def _lies_at(rule: Rule, height: float, left: float, right: float) -> bool:
    """Whether a horizontal rule covers part of the way from `left` to `right` at this height."""
    return abs(rule.top - height) <= _TOLERANCE and rule.left < right and rule.right > left


def _joins(rule: Rule, upper: Rule, lower: Rule) -> bool:
    inside = upper.left + _TOLERANCE < rule.left < upper.right - _TOLERANCE
    return inside and rule.top <= upper.top + _TOLERANCE and rule.bottom >= lower.top - _TOLERANCE

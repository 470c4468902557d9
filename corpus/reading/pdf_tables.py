"""Rules on a page of a PDF to the cells between them. The only module that knows pdfplumber.

Points are counted from the upper left corner of the page as it is seen. Knows no words.
"""

import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpus.reading.glyphs import Glyph, Turn

_TOLERANCE = 3.0
_SHORTEST = 3.0
_MOST_RULES = 4000
_UNMAPPED = "\ufffd"
_CMYK = 4


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
    """Reads the rules of the pages of one PDF, and its characters where pdfium loses some."""

    def __init__(self, data: bytes) -> None:
        import pdfplumber
        from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

        self._pages: list[Any] = []
        self._open: Any = None
        try:
            self._pages = pdfplumber.open(io.BytesIO(data)).pages
        except (PdfminerException, MalformedPDFException, ValueError, TypeError, KeyError, AttributeError):
            return  # a page without a size, say: its words can still be read

    def rules(self, index: int, turned: int = 0) -> list[Rule] | None:
        """The rules of the page at `index` from 0, turned by so many degrees; None where it cannot be read or has too
        many.
        """
        edges = self._read(index, lambda page: [edge for edge in page.edges if _extent(edge) > _SHORTEST])
        if edges is None or len(edges) > _MOST_RULES:
            return None
        turn = self._turn(index, turned)
        height = float(self._pages[index].height)
        boxes = (turn.box(edge["x0"], height - edge["bottom"], edge["x1"], height - edge["top"]) for edge in edges)
        return [Rule(*box) for box in boxes]

    def ways(self, index: int) -> Counter[int | None]:
        """How many characters of the page at `index` need which turn to run from left to right; None for askew ones."""
        chars = self._read(index, lambda page: page.chars) or []
        turn = self._turn(index, 0) if chars else None
        return Counter(turn.direction(*char["matrix"][:2]) for char in chars) if turn else Counter()

    def glyphs(self, index: int, turned: int = 0) -> list[Glyph] | None:
        """The characters of the page at `index` that run from left to right once it is turned; None where it cannot be
        read.
        """
        chars = self._read(index, lambda page: page.chars)
        if chars is None:
            return None
        turn = self._turn(index, turned)
        follows = zip([None, *chars[:-1]], chars, strict=True) if chars else ()
        return [_to_glyph(char, turn, before) for before, char in follows if _runs_on(char, turn)]

    def _turn(self, index: int, turned: int) -> Turn:
        page = self._pages[index]
        return Turn(0.0, 0.0, float(page.width), float(page.height), turned)

    def _read(self, index: int, part: Callable[[Any], list[dict[str, Any]]]) -> list[dict[str, Any]] | None:
        from pdfplumber.utils.exceptions import PdfminerException

        if index >= len(self._pages):
            return None
        page = self._pages[index]
        if self._open is not page:
            self.close()
        self._open = page
        try:
            left, top = page.bbox[:2]
            return [_moved(item, left, top) for item in part(page)]
        except (PdfminerException, ValueError, TypeError, KeyError):
            return None

    def close(self) -> None:
        """Forget the page that was read last."""
        if self._open is not None:
            self._open.close()


def _moved(item: dict[str, Any], left: float, top: float) -> dict[str, Any]:
    sides = {"x0": left, "x1": left, "top": top, "bottom": top}
    return item | {side: item[side] - shift for side, shift in sides.items()}


def _extent(edge: dict[str, Any]) -> float:
    return float(edge["x1"] - edge["x0"] + edge["bottom"] - edge["top"])


def _runs_on(char: dict[str, Any], turn: Turn) -> bool:
    return not char["text"].isspace() and turn.direction(*char["matrix"][:2]) == 0


def _to_glyph(char: dict[str, Any], turn: Turn, before: dict[str, Any] | None) -> Glyph:
    a, b, _, _, x, y = char["matrix"]
    left, baseline = turn.point(x, y)
    size = char["size"] if char["upright"] else char["width"]
    right = left + char["adv"] * (a * a + b * b) ** 0.5
    text = _UNMAPPED if char["text"].startswith("(cid:") else char["text"]
    spaced = before is not None and before["text"].isspace()
    return Glyph(text, left, right, baseline, size, spaced, _shade(char["non_stroking_color"]))


def _shade(color: object) -> int:
    """How light a colour in grey, RGB or CMYK is, from 0 (black) to 255 (white)."""
    parts = [float(part) for part in color if isinstance(part, int | float)] if isinstance(color, tuple | list) else []
    if len(parts) == _CMYK:
        return round(255 * max(0.0, 1 - max(parts[:3]) - parts[3]))
    return round(255 * sum(parts) / len(parts)) if parts else 0


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

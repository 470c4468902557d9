"""How a table is set: what a gap means in it, and how wide its columns are.

Starts from what is usual and is learned from a first parse (`learn_layout`): one extraction writes an empty line
between the lines of a cell, another between cells. Knows tokens, no grammar.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from statistics import median

from corpus.flattened.tokens import Gap, Token

_USUAL_JOIN = {Gap.SOFT: 0.1, Gap.HARD: 6.0, Gap.LINE: 0.7, Gap.BLANK: 0.7, Gap.PAGE: 0.7}
_USUAL_BORDER = {Gap.SOFT: 2.0, Gap.HARD: 0.0, Gap.LINE: 0.7, Gap.BLANK: 0.7, Gap.PAGE: 0.7}
_LEARNED = (Gap.LINE, Gap.BLANK)
_ENDS = "。；！？;"
_OVER = 2.0
_LOOSE = 0.5
_SURE = 2.5


@dataclass(frozen=True, slots=True)
class Layout:
    """Costs of taking a gap for a line wrap or for a border, and widths in ems by column where wraps tell them."""

    join: Mapping[Gap, float] = field(default_factory=lambda: dict(_USUAL_JOIN))
    border: Mapping[Gap, float] = field(default_factory=lambda: dict(_USUAL_BORDER))
    widths: Mapping[int, float] = field(default_factory=dict)

    def is_border(self, gap: Gap) -> bool:
        """Whether the gap was nearly always a border."""
        return self.join.get(gap, 0.0) - self.border.get(gap, 0.0) > _SURE


def learn_layout(cells: Sequence[tuple[int, Sequence[Token]]]) -> Layout:
    """The layout that a parse (cells in order of the source, each with its column) implies."""
    joins: Counter[Gap] = Counter()
    borders: Counter[Gap] = Counter()
    wrapped: dict[int, list[float]] = {}
    for column, tokens in cells:
        borders[tokens[0].gap] += 1
        joins.update(token.gap for token in tokens[1:])
        wrapped.setdefault(column, []).extend(_line_widths(tokens)[:-1])
    return Layout(
        join={gap: _learned(gap, joins, borders) if gap in _LEARNED else cost for gap, cost in _USUAL_JOIN.items()},
        border={gap: _learned(gap, borders, joins) if gap in _LEARNED else cost for gap, cost in _USUAL_BORDER.items()},
        widths={column: median(widths) for column, widths in wrapped.items() if len(widths) > 1},
    )


class BrokenCell:
    """One cell, token by token, and what it costs that it is broken into lines as they are.

    A line is only wrapped where the next word would not fit. A short line behind a full stop in prose is the end of a
    paragraph, and cheap. The breaks are counted again only where a line is wider than all before it.
    """

    def __init__(self, width: float | None, *, prose: bool) -> None:
        """`width` is the column's in ems, if that is known."""
        self._width, self._prose = width, prose
        self._breaks: list[tuple[float, float]] = []
        """Width of the line before the break and of the word behind it, and the most that the break may cost."""
        self._widest = self._line = self._full = self._cost = 0.0
        self._last = ""

    def add(self, token: Token) -> None:
        """One more token."""
        if self._last and token.opens_line:
            self._widest = max(self._widest, self._line)
            ends = self._prose and self._last[-1] in _ENDS
            self._breaks.append((self._line + token.head_width, 1.2 if ends else 4.0))
            self._cost += _break_cost(self._full, *self._breaks[-1])
            self._line = 0.0
        self._line, self._last = self._line + token.width, token.text
        full = max(self._widest, self._line) if self._width is None else max(self._width, self._widest)
        if full != self._full:
            self._full, self._cost = full, sum(_break_cost(full, *one) for one in self._breaks)

    @property
    def cost(self) -> float:
        """What the breaks cost, and lines that are wider than the column."""
        over = 0.0 if self._width is None else max(self._widest, self._line) - self._width - _OVER
        return self._cost + 2.0 * max(0.0, over)


def lines_cost(tokens: Sequence[Token], width: float | None, *, prose: bool) -> float:
    """The cost of one cell being broken into lines as `tokens` are, in a column of `width` ems if that is known."""
    cell = BrokenCell(width, prose=prose)
    for token in tokens:
        cell.add(token)
    return cell.cost


def _break_cost(full: float, needed: float, most: float) -> float:
    slack = full - needed
    return min(most, 1.5 * slack) if slack > _LOOSE else 0.0


def _line_widths(tokens: Sequence[Token]) -> list[float]:
    widths: list[float] = []
    for token in tokens:
        if widths and not token.opens_line:
            widths[-1] += token.width
        else:
            widths.append(token.width)
    return widths


def _learned(gap: Gap, of: Counter[Gap], other: Counter[Gap]) -> float:
    """Minus the log of the smoothed share, held between the usual and the sure."""
    return min(4.5, -log((of[gap] + 1.0) / (of[gap] + other[gap] + 2.0)))

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

__all__ = ["Layout", "learn_layout", "lines_cost"]

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


def lines_cost(tokens: Sequence[Token], width: float | None, *, prose: bool) -> float:
    """The cost of one cell being broken into lines as `tokens` are, in a column of `width` ems if that is known.

    A line is only wrapped where the next word would not fit. A short line behind a full stop in prose is the end of a
    paragraph, and cheap.
    """
    breaks = [index for index, token in enumerate(tokens) if index and token.opens_line]
    widths = _line_widths(tokens)
    full = max(widths) if width is None else max(width, max(widths[:-1], default=0.0))
    cost = 0.0 if width is None else 2.0 * max(0.0, max(widths) - width - _OVER)
    for index, this in zip(breaks, widths, strict=False):
        slack = full - this - tokens[index].head_width
        if slack > _LOOSE:
            cost += min(1.2 if prose and tokens[index - 1].text[-1] in _ENDS else 4.0, 1.5 * slack)
    return cost


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

"""Page breaks inside a row: extraction writes the upper halves of all its cells, then the lower halves.

Puts the halves of each cell side by side again, where that makes the row cheaper to read. Works only where a page
break is known. Knows tokens and costs, no lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from corpus.flattened.anchors import Anchor
from corpus.flattened.cell_costs import is_hopeless
from corpus.flattened.cells import Reading, tokens_to_reading
from corpus.flattened.costs import Costs
from corpus.flattened.header_words import Kind
from corpus.flattened.tokens import Gap, Token

_MOST_WORK = 40_000
"""How many ways to put halves together are tried in one table: real rows take a thousand, damaged ones any number."""
_MARGIN = 1.0
_BORDER = 0.7
_NO_UPPER_HALF = 2.0

_Cut = tuple[tuple[int, int], ...]


def rejoin_broken_rows(tokens: Sequence[Token], anchors: Sequence[Anchor], costs: Costs) -> tuple[Token, ...]:
    """The tokens with those of rows broken by a page break in the order of cells; running numbers keep their index."""
    out, work = list(tokens), 0
    if costs.kinds[0] is Kind.SEQUENCE:
        for left, right in pairwise([*(anchor.token for anchor in anchors), len(tokens)]):
            breaks = [index for index in range(left + 1, right) if tokens[index].gap is Gap.PAGE]
            at = breaks[0] - left if len(breaks) == 1 else right - left
            ways = ((at - 1) * (right - left - at)) ** 2
            if 0 < ways <= _MOST_WORK - work:
                work += ways
                out[left:right] = _rejoin(out[left:right], at, costs)
    return tuple(out)


def _rejoin(row: Sequence[Token], at: int, costs: Costs) -> Sequence[Token]:
    """The row with the halves of its cells together, if it then reads as just these cells, and cheaper."""
    upper, lower = row[1:at], row[at:]
    cells = [_halves(upper[a:b], lower[i:j]) for (a, i), (b, j) in pairwise(_cheapest_cut(upper, lower, costs))]
    joined = [row[0], *(token for cell in cells for token in cell)]
    as_is, mended = (tokens_to_reading(each, frozenset({0}), costs) for each in (row, joined))
    sizes = [len(cell) for cell in cells if cell]
    return joined if _sizes(mended) == [1, *sizes] and mended.cost + _MARGIN < as_is.cost else row


def _sizes(reading: Reading) -> list[int]:
    return [end - start for row in reading.rows for start, end in row.cells.values()]


def _halves(upper: Sequence[Token], lower: Sequence[Token]) -> list[Token]:
    """The two halves of a cell as one run, with a page break between them."""
    if not upper or not lower:
        return [*upper, *lower]
    return [*upper, replace(lower[0], gap=Gap.PAGE), *lower[1:]]


def _cheapest_cut(upper: Sequence[Token], lower: Sequence[Token], costs: Costs) -> _Cut:
    """For every column behind the number, how many tokens of both halves are used up before it; ends with all."""

    @cache
    def best(column: int, a: int, i: int) -> tuple[float, _Cut]:
        if column == len(costs.kinds):
            return 0.0, ((a, i),)
        ways = []
        for b, j in _reaches(a, i, len(upper), len(lower), last=column == len(costs.kinds) - 1):
            own = _halves(upper[a:b], lower[i:j])
            if _is_hopeless(own, costs.kinds[column]):
                continue
            rest, cut = best(column + 1, b, j)
            price = costs.cell(own, column) + _BORDER if own else costs.skipped(column, column + 1)
            price += _NO_UPPER_HALF if a == b and i < j else 0.0
            ways.append((rest + price, ((a, i), *cut)))
        return min(ways, default=(float("inf"), ((a, i),)))

    return best(1, 0, 0)[1]


def _is_hopeless(run: Sequence[Token], kind: Kind) -> bool:
    return is_hopeless(kind, "".join(token.text for token in run), sum(token.width for token in run))


def _reaches(a: int, i: int, most_a: int, most_i: int, *, last: bool) -> Iterator[tuple[int, int]]:
    """How far a column may reach in both halves; the last one takes all that is left."""
    if last:
        yield most_a, most_i
        return
    for b in range(a, most_a + 1):
        for j in range(i, most_i + 1):
            yield b, j

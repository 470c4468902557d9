"""Cells: the cheapest way to read a run of tokens as rows and cells of given kinds (a search over all ways).

Each cell is a run of tokens in one column; columns go left to right in a row; a running number starts a row; a row
without one is a further sub-row. Knows no header and no particular cost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from corpus.flattened.cell_costs import is_hopeless
from corpus.flattened.costs import Costs, add_token
from corpus.flattened.header_words import Kind
from corpus.flattened.layout import BrokenCell
from corpus.flattened.tokens import Token

_HOPELESS = 25.0
_MOST_PIECES = 100
"""Into how many pieces white space breaks one cell at most: more lines than two pages have."""


@dataclass(frozen=True, slots=True)
class ParsedRow:
    """Half-open token ranges by column; merged or empty cells are missing."""

    cells: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Reading:
    """The rows of a table, the index of the first token behind it, and what the reading cost."""

    rows: tuple[ParsedRow, ...]
    end: int
    cost: float


@dataclass(frozen=True, slots=True)
class _Entry:
    """The cheapest way to begin a cell of `column` at token `start`; `numbered`: its row has its number already."""

    cost: float
    start: int
    column: int
    numbered: bool
    previous: "_Step | None"
    new_row: bool


class _Step(NamedTuple):
    """The cheapest way to have a cell end at some token: what it costs up to there, and how the cell was begun."""

    cost: float
    entry: _Entry


def tokens_to_reading(
    tokens: Sequence[Token], anchors: frozenset[int], costs: Costs, tails: Mapping[int, float] | None = None
) -> Reading:
    """The cheapest reading.

    `anchors` are the tokens that are running numbers; `tails` say before which tokens the table may end, and what
    that costs. No tokens, or no way to read them, cost infinitely much.
    """
    return _Search(tokens, anchors, costs).run(tails or {})


class _Search:
    """The search for one table: the best steps that end behind each token, by column and numbered."""

    def __init__(self, tokens: Sequence[Token], anchors: frozenset[int], costs: Costs) -> None:
        self.tokens = tokens
        self.anchors = anchors
        self.costs = costs
        self.steps: list[dict[tuple[int, bool], _Step]] = [{} for _ in range(len(tokens) + 1)]
        columns = range(len(costs.kinds))
        self.between = {(left, right): costs.between(left, right) for right in columns for left in range(right)}
        self.first_in_row = [costs.first_in_row(column) for column in columns]
        self.last_in_row = {
            (column, numbered): costs.last_in_row(column, numbered=numbered)
            for column in columns
            for numbered in (False, True)
        }

    def run(self, tails: Mapping[int, float]) -> Reading:
        for start in range(len(self.tokens)):
            self._drop_hopeless(start)
            if start == 0 or self.steps[start]:
                self._extend(start)
        ends = {**tails, len(self.tokens): 0.0}
        finals = [
            (step.cost + self.last_in_row[key] + extra, end, step)
            for end, extra in ends.items()
            for key, step in self.steps[end].items()
        ]
        if not finals:
            return Reading((), 0, float("inf"))
        cost, end, step = min(finals, key=lambda final: final[0])
        return Reading(_steps_to_rows(step, end), end, cost)

    def _drop_hopeless(self, end: int) -> None:
        """Forget the steps that end here so much dearer than the best that nothing behind them makes up for it."""
        if self.steps[end]:
            most = min(step.cost for step in self.steps[end].values()) + _HOPELESS
            self.steps[end] = {key: step for key, step in self.steps[end].items() if step.cost <= most}

    def _extend(self, start: int) -> None:
        """Offer every cell that begins at token `start` to the tokens it may end behind."""
        runs = _Runs(self.tokens, self.anchors, self.costs, start)
        for column, kind in enumerate(self.costs.kinds):
            if (start in self.anchors) == (kind is Kind.SEQUENCE):
                costs = runs.of_column(column)
                for entry in self._entries(start, column):
                    self._offer(entry, costs)

    def _entries(self, start: int, column: int) -> list[_Entry]:
        """The cheapest way, without and with the row's number, to begin a cell of `column` at token `start`."""
        best: dict[bool, _Entry] = {}
        for cost, numbered, previous, new_row in self._ways_in(start, column):
            known = best.get(numbered)
            if known is None or cost < known.cost:
                best[numbered] = _Entry(cost, start, column, numbered, previous, new_row)
        return list(best.values())

    def _ways_in(self, start: int, column: int) -> Iterator[tuple[float, bool, _Step | None, bool]]:
        """What each way to begin the cell costs, whether its row is numbered then, and the step before it."""
        is_anchor = start in self.anchors
        begin = 0.0 if is_anchor else self.costs.begin(self.tokens[start], column)
        new_row = begin + self.first_in_row[column]
        if start == 0:
            yield begin + self.costs.skipped(0, column), is_anchor, None, True
        for key, step in self.steps[start].items():
            left, numbered = key
            if column > left:
                yield step.cost + begin + self.between[left, column], numbered or is_anchor, step, False
            yield step.cost + self.last_in_row[key] + new_row, is_anchor, step, True

    def _offer(self, entry: _Entry, costs: Sequence[float]) -> None:
        """Keep the cells that begin so, where they are the cheapest that end where they do; `costs` by their ends."""
        key, before, first = (entry.column, entry.numbered), entry.cost, entry.start + 1
        for steps, cost in zip(self.steps[first : first + len(costs)], costs, strict=True):
            known = steps.get(key)
            if known is None or before + cost < known.cost:
                steps[key] = _Step(before + cost, entry)


class _Runs:
    """The cells that may begin at one token: by column, what those cost that end behind it, behind the next, ...

    Columns of one kind and width cost the same, and those of one kind say the same: either is weighed once, however
    many columns a header names.
    """

    def __init__(self, tokens: Sequence[Token], anchors: frozenset[int], costs: Costs, start: int) -> None:
        most = min(start + _MOST_PIECES, len(tokens))
        end = next((index for index in range(start, most) if index in anchors), most)
        self.tokens = tokens[start:end]
        self.costs = costs
        self.joins = list(accumulate((costs.join(*pair) for pair in pairwise(self.tokens)), initial=0.0))
        self.contents: dict[Kind, list[float]] = {}
        self.wholes: dict[tuple[Kind, float | None], list[float]] = {}

    def of_column(self, column: int) -> list[float]:
        """A running number is one token; other cells end at the latest before the next one."""
        kind, width = self.costs.kinds[column], self.costs.layout.widths.get(column)
        if kind is Kind.SEQUENCE:
            return [0.0]
        if kind not in self.contents:
            self.contents[kind] = list(self._contents(kind))
        if (kind, width) not in self.wholes:
            self.wholes[kind, width] = list(self._wholes(self.contents[kind], self.costs.broken_cell(column)))
        return self.wholes[kind, width]

    def _contents(self, kind: Kind) -> Iterator[float]:
        text, width = "", 0.0
        for token in self.tokens:
            text, width = add_token(text, token, kind, self.costs.evidence.lexicon), width + token.width
            if is_hopeless(kind, text, width):
                return
            yield self.costs.content(text, kind)

    def _wholes(self, contents: Sequence[float], lines: BrokenCell) -> Iterator[float]:
        for token, joins, content in zip(self.tokens, self.joins, contents, strict=False):
            lines.add(token)
            yield joins + lines.cost + content


def _steps_to_rows(last: _Step, end: int) -> tuple[ParsedRow, ...]:
    rows: list[dict[int, tuple[int, int]]] = [{}]
    step: _Step | None = last
    while step is not None:
        entry = step.entry
        rows[-1][entry.column] = (entry.start, end)
        if entry.new_row and entry.previous is not None:
            rows.append({})
        end, step = entry.start, entry.previous
    return tuple(ParsedRow(dict(sorted(row.items()))) for row in reversed(rows))

"""Cells: the cheapest way to read a run of tokens as rows and cells of given kinds (a search over all ways).

Each cell is a run of tokens in one column; columns go left to right in a row; a running number starts a row; a row
without one is a further sub-row. Knows no header and no particular cost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.flattened.cell_costs import is_hopeless
from corpus.flattened.costs import Costs, add_token
from corpus.flattened.header_words import Kind
from corpus.flattened.tokens import Token

__all__ = ["ParsedRow", "Reading", "tokens_to_reading"]

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
class _Step:
    """The cheapest way to have a cell of `column` end at some token; `numbered`: the row has its number already."""

    cost: float
    start: int
    column: int
    numbered: bool
    previous: "_Step | None"
    new_row: bool


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

    def run(self, tails: Mapping[int, float]) -> Reading:
        for start in range(len(self.tokens)):
            self._drop_hopeless(start)
            for column, kind in enumerate(self.costs.kinds):
                if (start in self.anchors) == (kind is Kind.SEQUENCE):
                    self._extend(start, column)
        ends = {**tails, len(self.tokens): 0.0}
        finals = [
            (step.cost + self._end_row(step) + extra, end, step)
            for end, extra in ends.items()
            for step in self.steps[end].values()
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

    def _extend(self, start: int, column: int) -> None:
        """Offer every cell of `column` that begins at token `start` to the tokens it may end behind."""
        entries = self._entries(start, column)
        if not entries:
            return
        for end, cost in self._runs(start, column):
            for entry in entries:
                self._offer(end, entry, entry.cost + cost)

    def _entries(self, start: int, column: int) -> list[_Step]:
        """The cheapest way, without and with the row's number, to begin a cell of `column` at token `start`."""
        best: dict[bool, _Step] = {}
        for entry in self._ways_in(start, column):
            known = best.get(entry.numbered)
            if known is None or entry.cost < known.cost:
                best[entry.numbered] = entry
        return list(best.values())

    def _ways_in(self, start: int, column: int) -> Iterator[_Step]:
        is_anchor = start in self.anchors
        begin = 0.0 if is_anchor else self.costs.begin(self.tokens[start], column)
        new_row = begin + self.costs.first_in_row(column)
        if start == 0:
            yield _Step(begin + self.costs.skipped(0, column), start, column, is_anchor, None, True)
        for step in self.steps[start].values():
            if column > step.column:
                cost = step.cost + begin + self.costs.between(step.column, column)
                yield _Step(cost, start, column, step.numbered or is_anchor, step, False)
            yield _Step(step.cost + self._end_row(step) + new_row, start, column, is_anchor, step, True)

    def _end_row(self, step: _Step) -> float:
        return self.costs.last_in_row(step.column, numbered=step.numbered)

    def _runs(self, start: int, column: int) -> Iterator[tuple[int, float]]:
        """Every cell of `column` that may begin at `start`: where it ends and what it costs."""
        kind = self.costs.kinds[column]
        if kind is Kind.SEQUENCE:
            yield start + 1, 0.0
            return
        joins, width, text, lines = 0.0, 0.0, "", self.costs.broken_cell(column)
        for index in range(start, min(start + _MOST_PIECES, len(self.tokens))):
            token = self.tokens[index]
            text, width = add_token(text, token, kind, self.costs.evidence.lexicon), width + token.width
            if index in self.anchors or is_hopeless(kind, text, width):
                return
            if index > start:
                joins += self.costs.join(self.tokens[index - 1], token)
            lines.add(token)
            yield index + 1, joins + lines.cost + self.costs.content(text, column)

    def _offer(self, end: int, step: _Step, cost: float) -> None:
        key = (step.column, step.numbered)
        known = self.steps[end].get(key)
        if known is None or cost < known.cost:
            self.steps[end][key] = replace(step, cost=cost)


def _steps_to_rows(last: _Step, end: int) -> tuple[ParsedRow, ...]:
    rows: list[dict[int, tuple[int, int]]] = [{}]
    step: _Step | None = last
    while step is not None:
        rows[-1][step.column] = (step.start, end)
        if step.new_row and step.previous is not None:
            rows.append({})
        end, step = step.start, step.previous
    return tuple(ParsedRow(dict(sorted(row.items()))) for row in reversed(rows))

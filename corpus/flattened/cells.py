"""Cells: the cheapest way to read a run of tokens as rows and cells of given kinds (a search over all ways).

Each cell is a run of tokens in one column; columns go left to right in a row; a running number starts a row; a row
without one is a further sub-row. Costs come from cell_costs (grammar) and layout (how it is set). Knows no header.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.flattened.cell_costs import cell_cost, is_hopeless
from corpus.flattened.evidence import Evidence
from corpus.flattened.header_words import Kind
from corpus.flattened.layout import Layout, lines_cost
from corpus.flattened.tokens import Token, join_texts
from corpus.flattened.unit_grammar import Lexicon, starts_new_name

__all__ = ["ParsedRow", "Reading", "run_text", "tokens_to_reading", "units_text"]

_SKIP = {Kind.SEQUENCE: 0.0, Kind.LABEL: 0.4, Kind.PROSE: 6.0, Kind.DEADLINE: 2.5, Kind.UNITS: 3.0, Kind.VALUE: 2.0, Kind.NOTE: 0.1}
_SUB_ROW = 2.0
_SHARED = 0.4
_RUNS_ON = 2.0
_NO_COMMA = 1.0
_ODD_LABEL = 4.0
_OUTER = 1.0
"""An outer label is printed once for many rows."""
_TAIL = 8.0
_TAIL_TOKEN = 1.0


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
    """The cheapest way to have a cell of `column` end at some token; `anchored`: the row has its number already."""

    cost: float
    start: int
    column: int
    anchored: bool
    previous: "_Step | None"
    new_row: bool


def run_text(tokens: Sequence[Token]) -> str:
    """The text of the tokens as one cell."""
    text = ""
    for token in tokens:
        text = join_texts(text, token.text)
    return text


def units_text(tokens: Sequence[Token], lexicon: Lexicon) -> str:
    """The text of the tokens as a list of units: names that only a line break separates are kept apart."""
    text = ""
    for token in tokens:
        apart = token.opens_line and starts_new_name(text, token.text, lexicon)
        text = f"{text} {token.text}" if apart else join_texts(text, token.text)
    return text


def tokens_to_reading(
    tokens: Sequence[Token],
    kinds: Sequence[Kind],
    anchors: frozenset[int],
    tails: Mapping[int, float],
    evidence: Evidence,
    layout: Layout,
) -> Reading:
    """The cheapest reading. `anchors` are the tokens that are running numbers; `tails` say where the table may end

    before the last token and what that costs more.
    """
    return _Search(tokens, kinds, anchors, evidence, layout).run(tails)


class _Search:
    """The search for one table with one layout: best steps by token and (column, anchored)."""

    def __init__(
        self,
        tokens: Sequence[Token],
        kinds: Sequence[Kind],
        anchors: frozenset[int],
        evidence: Evidence,
        layout: Layout,
    ) -> None:
        self.tokens = tokens
        self.kinds = kinds
        self.anchors = anchors
        self.evidence = evidence
        self.layout = layout
        self.sub_row = _SUB_ROW if Kind.SEQUENCE in kinds else 0.5
        self.printing = [_OUTER * (kind is Kind.LABEL and Kind.LABEL in kinds[c + 1 :]) for c, kind in enumerate(kinds)]
        self.steps: list[dict[tuple[int, bool], _Step]] = [{} for _ in range(len(tokens) + 1)]
        self.cell_cost = lru_cache(maxsize=None)(self._grammar_cost)

    def run(self, tails: Mapping[int, float]) -> Reading:
        for start in range(len(self.tokens)):
            self._extend_from(start)
        ends = {len(self.tokens): 0.0} | {end: self._tail_cost(end, share) for end, share in tails.items()}
        finals = [
            (step.cost + self._closing(step) + extra, end, step)
            for end, extra in ends.items()
            for step in self.steps[end].values()
        ]
        if not finals:
            return Reading((), 0, float("inf"))
        cost, end, step = min(finals, key=lambda final: final[0])
        return Reading(_rows(step, end), end, cost)

    def _tail_cost(self, end: int, share: float) -> float:
        """What it costs to leave the tokens from `end` on outside the table."""
        return share * (_TAIL + _TAIL_TOKEN * (len(self.tokens) - end))

    def _extend_from(self, start: int) -> None:
        for column, kind in enumerate(self.kinds):
            entries = self._entries(start, column)
            if not entries:
                continue
            for end, cost in self._runs(start, column, kind):
                for entry in entries:
                    self._offer(end, entry, entry.cost + cost)

    def _entries(self, start: int, column: int) -> list[_Step]:
        """The cheapest way, without and with the row's number, to begin a cell of `column` at token `start`."""
        is_anchor = start in self.anchors
        if is_anchor != (self.kinds[column] is Kind.SEQUENCE):
            return []
        best: dict[bool, _Step] = {}
        border = 0.0 if is_anchor else self.layout.border.get(self.tokens[start].gap, 0.7) + self.printing[column]
        for entry in self._ways_in(start, column, is_anchor):
            known = best.get(entry.anchored)
            if known is None or entry.cost < known.cost:
                best[entry.anchored] = entry
        return [_with_cost(entry, entry.cost + border) for entry in best.values()]

    def _ways_in(self, start: int, column: int, is_anchor: bool) -> Iterator[_Step]:
        if start == 0:
            yield _Step(self._skipped(0, column), start, column, is_anchor, None, True)
        for step in self.steps[start].values():
            if column > step.column:
                cost = step.cost + self._skipped(step.column + 1, column) + self._inner_label_missing(step.column, column)
                yield _Step(cost, start, column, step.anchored or is_anchor, step, False)
            cost = step.cost + self._closing(step) + self._skipped(0, column) + self._label_without_number(column)
            yield _Step(cost, start, column, is_anchor, step, True)

    def _inner_label_missing(self, left: int, right: int) -> float:
        """A new outer label has a new inner one, so it is not followed by prose at once."""
        return _ODD_LABEL if Kind.LABEL is self.kinds[left] and Kind.LABEL in self.kinds[left + 1 : right] else 0.0

    def _label_without_number(self, column: int) -> float:
        """A label merged over fewer rows than the running number before it is odd."""
        odd = self.kinds[column] is Kind.LABEL and Kind.SEQUENCE in self.kinds[:column]
        return _ODD_LABEL if odd else 0.0

    def _closing(self, step: _Step) -> float:
        """What ending a row behind `step` costs; a sub-row often shares the merged cells of the row above."""
        left_out = self._skipped(step.column + 1, len(self.kinds))
        return left_out if step.anchored else self.sub_row + _SHARED * left_out

    def _skipped(self, first: int, last: int) -> float:
        return sum(_SKIP[kind] for kind in self.kinds[first:last])

    def _runs(self, start: int, column: int, kind: Kind) -> Iterator[tuple[int, float]]:
        """Every cell that may begin at `start`: where it ends and what it costs."""
        if kind is Kind.SEQUENCE:
            yield start + 1, 0.0
            return
        joins, width, text = 0.0, 0.0, ""
        for end in range(start + 1, len(self.tokens) + 1):
            text += self.tokens[end - 1].text
            width += self.tokens[end - 1].width
            if end - 1 in self.anchors or is_hopeless(kind, text, width):
                return
            if end - 1 > start:
                joins += self._join_cost(end - 1)
            yield end, joins + self.cell_cost(start, end, kind) + self._lines_cost(start, end, column, kind)

    def _join_cost(self, index: int) -> float:
        left, right = self.tokens[index - 1], self.tokens[index]
        known = _RUNS_ON if right.opens_line and self.evidence.runs_on(left.text, right.text) else 0.0
        return self.layout.join.get(right.gap, 0.7) - known

    def _lines_cost(self, start: int, end: int, column: int, kind: Kind) -> float:
        return lines_cost(self.tokens[start:end], self.layout.widths.get(column), prose=kind is Kind.PROSE)

    def _grammar_cost(self, start: int, end: int, kind: Kind) -> float:
        run = self.tokens[start:end]
        if kind is Kind.UNITS:
            text = units_text(run, self.evidence.lexicon)
            return cell_cost(kind, text, self.evidence) + _NO_COMMA * text.count(" ")
        return cell_cost(kind, run_text(run), self.evidence)

    def _offer(self, end: int, entry: _Step, cost: float) -> None:
        key = (entry.column, entry.anchored)
        known = self.steps[end].get(key)
        if known is None or cost < known.cost:
            self.steps[end][key] = _with_cost(entry, cost)


def _with_cost(step: _Step, cost: float) -> _Step:
    return _Step(cost, step.start, step.column, step.anchored, step.previous, step.new_row)


def _rows(last: _Step, end: int) -> tuple[ParsedRow, ...]:
    rows: list[dict[int, tuple[int, int]]] = [{}]
    step: _Step | None = last
    while step is not None:
        rows[-1][step.column] = (step.start, end)
        if step.new_row and step.previous is not None:
            rows.append({})
        end, step = step.start, step.previous
    return tuple(ParsedRow(dict(sorted(row.items()))) for row in reversed(rows))

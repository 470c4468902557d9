"""How well the comparator brings indicators together, against a careful reader (eval/gold/comparisons.jsonl).

Each line is an indicator of one document. Those of one `group` belong side by side; of them, those of one `sense` are
the same indicator, and comparable in the years both have; an indicator alone in its group stands alone. Knows no
questions and no answers.
"""

from collections.abc import Sequence
from itertools import combinations

from pydantic import BaseModel

from assistant.views import CellState, CellView, ComparisonView
from corpus.quoting import bigrams, compact
from eval.extraction import F1
from eval.gold import GOLD, read_lines
from eval.text import says

_ALIKE, _ALIKE_WITH_VALUE = 0.5, 0.3
"""So much of two names (Dice of character pairs) makes them one indicator; less, where the number is the same too."""

Pair = frozenset[int]


class GoldIndicator(BaseModel, frozen=True):
    """An indicator as one document prints it, with one of its numbers to know it by."""

    document_id: str
    indicator: str
    value: str
    years: tuple[int, ...]
    group: str
    sense: str
    evidence: str


def read_gold_indicators() -> list[GoldIndicator]:
    """The indicators a reader wrote down, in printed order."""
    return read_lines(GOLD / "comparisons.jsonl", GoldIndicator)


def score_comparison(gold: Sequence[GoldIndicator], view: ComparisonView) -> dict[str, F1]:
    """Over pairs of indicators of different documents: F1 of being side by side, and F1 of being called comparable.

    A cell that is no indicator of the gold makes its pairs wrong; it is never left out.
    """
    together, comparable = _shown_pairs(gold, view)
    pairs = {
        frozenset((one, other)): (gold[one], gold[other])
        for one, other in combinations(range(len(gold)), 2)
        if gold[one].document_id != gold[other].document_id and gold[one].group == gold[other].group
    }
    same = {
        pair
        for pair, (one, other) in pairs.items()
        if one.sense == other.sense and not set(one.years).isdisjoint(other.years)
    }
    return {
        "side by side": F1(len(together & pairs.keys()), len(together), len(pairs)),
        "comparable": F1(len(comparable & same), len(comparable), len(same)),
    }


def _shown_pairs(gold: Sequence[GoldIndicator], view: ComparisonView) -> tuple[set[Pair], set[Pair]]:
    """Pairs of gold numbers that stand in one row, and those whose cells are both plainly stated there."""
    together: set[Pair] = set()
    comparable: set[Pair] = set()
    strangers: dict[str, int] = {}
    for row in view.indicators:
        known = [
            (_number(gold, document_id, cell, strangers), document_id, cell.state)
            for document_id, cells in row.cells.items()
            for cell in cells
            if cell.state is not CellState.NOT_STATED
        ]
        for (one, here, state), (other, there, other_state) in combinations(known, 2):
            if here != there:
                together.add(frozenset((one, other)))
                if state is other_state is CellState.STATED:
                    comparable.add(frozenset((one, other)))
    return together, comparable


def _number(gold: Sequence[GoldIndicator], document_id: str, cell: CellView, strangers: dict[str, int]) -> int:
    """Which indicator of the gold the cell is; a negative number of its own for one that is none."""
    name = cell.indicator or ""
    scored = [
        (_alike(item.indicator, name) + 0.5 * says(cell.original or "", item.value), number)
        for number, item in enumerate(gold)
        if item.document_id == document_id and _same(item, cell, name)
    ]
    stranger = strangers.setdefault(f"{document_id} {name}", -1 - len(strangers))
    return max(scored, default=(0.0, stranger))[1]


def _same(item: GoldIndicator, cell: CellView, name: str) -> bool:
    least = _ALIKE_WITH_VALUE if says(cell.original or "", item.value) else _ALIKE
    return _alike(item.indicator, name) >= least


def _alike(left: str, right: str) -> float:
    """Dice of the character pairs of two names."""
    one, other = bigrams(compact(left)), bigrams(compact(right))
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0

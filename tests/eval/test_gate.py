"""The gate: the real assistant on a fixed part of the gold, against the committed level."""

from pathlib import Path

import pytest

from eval.gate import faults, gate_items, gate_records, raised, read_level, shortfalls
from eval.gold import Part, part_of, read_gold
from eval.mutations import figures
from eval.systems import Ours

QUESTIONS = Path(__file__).parents[2] / "eval" / "gold" / "questions.jsonl"


@pytest.mark.model
def test_the_assistant_is_not_below_the_committed_level(real_assistant):
    """When it got better: `python -m eval.gate --raise`."""
    records = gate_records(Ours(real_assistant), gate_items(read_gold(QUESTIONS)))
    missed = shortfalls(read_level(), figures(records))
    assert not missed, "\n".join([*missed, *faults(records)])


def test_the_gate_is_small_mixed_and_keeps_off_the_test_part():
    items = gate_items(read_gold(QUESTIONS))
    assert 50 <= len(items) <= 90
    assert len({item.type for item in items}) >= 10
    assert any(item.expect_refusal for item in items)
    assert all(part_of(item) is Part.DEVELOP for item in items)


def test_a_measure_below_its_level_is_named():
    assert shortfalls({"correct": 0.9, "unit_f1": 0.5}, {"correct": 0.85, "unit_f1": 0.5}) == ["correct 0.850 < 0.900"]
    assert shortfalls({"correct": 0.9}, {}) == ["correct 0.000 < 0.900"]


def test_the_level_only_rises():
    level = raised({"correct": 0.9, "unit_f1": 0.5}, {"correct": 0.85, "unit_f1": 0.66666})
    assert (level["correct"], level["unit_f1"]) == (0.9, 0.666)

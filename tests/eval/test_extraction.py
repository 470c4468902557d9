"""Extraction against what a careful reader wrote down."""

from pathlib import Path

import pytest

from corpus.understanding import folder_to_library
from eval.extraction import f1_of_multisets, read_gold_targets, read_gold_tasks, score_targets, score_tasks

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="module")
def library():
    return folder_to_library(DOCUMENTS)


def test_f1_by_hand():
    """One of two found is right, of three expected: 2 * 1 / (2 + 3)."""
    score = f1_of_multisets(["a", "b"], ["b", "c", "d"])
    assert score.value == pytest.approx(0.4)


@pytest.mark.parametrize("field", ["task", "deadline", "lead_units", "responsible_units"])
def test_every_field_of_every_task_is_exact(library, field):
    score = score_tasks(read_gold_tasks(), library)[field]
    assert (score.right, score.found) == (score.expected, score.expected)


@pytest.mark.parametrize("origin", ["table", "prose"])
def test_every_target_is_exact(library, origin):
    score = score_targets(read_gold_targets(), library)[origin]
    assert (score.right, score.found) == (score.expected, score.expected)

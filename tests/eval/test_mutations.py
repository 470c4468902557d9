"""Answers broken on purpose are noticed by the measure that should."""

from pathlib import Path

import pytest

from eval.gold import GoldQuestion, read_gold
from eval.mutations import MUTATIONS, Case, figures, ideal_response, mutated, recorded_responses
from eval.response import Response
from eval.runner import judge

QUESTIONS = Path(__file__).parents[2] / "eval" / "gold" / "questions.jsonl"


@pytest.fixture(scope="module")
def items():
    """Every third item of the gold."""
    return read_gold(QUESTIONS)[::3]


@pytest.fixture(scope="module")
def responses(items):
    return [[ideal_response(question) for question in item.questions] for item in items]


@pytest.fixture(scope="module")
def before(items, responses):
    return figures([judge(item, each) for item, each in zip(items, responses, strict=True)])


def test_there_are_ten():
    assert len({mutation.name for mutation in MUTATIONS}) == 10


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_each_lowers_the_measure_that_should_notice(mutation, items, responses, before):
    """The perfect answers are broken one way at a time."""
    applied, records = mutated(mutation, items, responses)
    assert applied >= 3
    assert figures(records).get(mutation.noticed_by, 0.0) < before[mutation.noticed_by] - 0.02


def test_a_mutation_applies_only_where_it_breaks_something():
    """No list, no number, no unit, no side, no citation: only refusing and pouring out are left."""
    bare = Case(GoldQuestion(question="?"), Response("answered", "好"), Response("missing"), ())
    left = [mutation.name for mutation in MUTATIONS if mutation.breaks(bare)]
    assert left == ["refuse an answerable", "pour out a page"]


def test_a_changed_digit_is_in_no_quote():
    case = Case(GoldQuestion(question="?"), Response("answered", "18幢", quotes=("28幢",)), Response("missing"), ())
    change = next(mutation for mutation in MUTATIONS if mutation.name == "change a digit")
    assert change.breaks(case) is None


def test_without_a_recorded_run_the_gold_answers_itself(items, tmp_path):
    known, given = recorded_responses(items, tmp_path)
    assert known == items
    assert given[0][0].answer == items[0].questions[0].answer

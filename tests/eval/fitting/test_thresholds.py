"""The limits of refusing and of sounding sure, from what fits made of questions they never saw."""

import pytest

from eval.fitting.choosing import Judged, with_surety
from eval.fitting.examples import Example, Question
from eval.fitting.thresholds import figures_at, thresholds
from eval.gold import GoldItem


def judged(number, chance, *, right, refuse=False, **told):
    gold = GoldItem(id=f"q{number}", type="fact", question="?", expect_refusal=refuse)
    return Judged(Question(gold, (Example({}, right, "", "prose show"),)), right, chance, told)


FOUND = [
    *(judged(at, 0.9, right=True) for at in range(61)),
    *(judged(at, 0.7, right=False) for at in range(2)),
    *(judged(at, 0.5, right=at % 2 == 0) for at in range(27)),
    *(judged(at, 0.05, right=False, refuse=True) for at in range(10)),
]


def test_it_sounds_sure_where_few_of_all_answers_are_wrong():
    low, sure = thresholds(FOUND)
    assert (low, sure) == (0.5, 0.51)
    assert figures_at(FOUND, sure).wrong == 0.02


def test_what_has_no_answer_is_refused_and_little_else():
    at_low = figures_at(FOUND, thresholds(FOUND)[0])
    assert (at_low.due, at_low.undue) == (1.0, 0.0)


def test_chances_are_fitted_to_what_tells_them():
    found = [judged(at, 0.5, right=at % 10 < 9, odds=1.0, bias=1.0) for at in range(500)]
    found += [judged(at, 0.5, right=at % 10 < 2, odds=-1.0, bias=1.0) for at in range(500)]
    weights, again = with_surety(found)
    assert set(weights) == {"odds", "bias"}
    assert [again[0].chance, again[-1].chance] == [pytest.approx(0.9, abs=0.02), pytest.approx(0.2, abs=0.02)]

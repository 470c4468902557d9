"""How likely a candidate is right, among the others of its question."""

import math

import pytest

from assistant.answer import Surety
from assistant.surety import chances, surety_evidence, surety_of
from assistant.tuning import tuning


def test_the_evidence_sets_each_candidate_against_the_best_of_the_others():
    found = surety_evidence([1.0, 1.0, -50.0], [0.5, -1.0, -3.0], [{}, {"formed": -1.0, "type": -2.0}, {}])
    assert [one["ahead"] for one in found] == [1.5, -1.5, -3.5]
    assert [(one["formed"], one["type"]) for one in found] == [(0.0, 0.0), (-1.0, -2.0), (0.0, 0.0)]
    assert found[0]["spread"] == pytest.approx(math.log(2))
    assert found[0]["all"] == pytest.approx(sum(1 / (1 + math.exp(-odds)) for odds in (0.5, -1.0, -3.0)))


def test_chances_are_the_odds_where_nothing_else_is_weighed():
    assert chances([2.0, 1.0], [0.0, -1.0], [{}, {}], {"odds": 1.0}) == [0.5, pytest.approx(0.26894, abs=1e-5)]
    assert chances([], [], [], {"odds": 1.0}) == []


def test_a_rival_as_likely_makes_a_candidate_less_sure():
    weights = {"odds": 1.0, "ahead": 0.5}
    alone, rivalled = chances([1.0], [1.0], [{}], weights)[0], chances([1.0, 1.0], [1.0, 1.0], [{}, {}], weights)[0]
    assert alone > rivalled


def test_what_lacks_the_amount_asked_for_is_less_likely():
    has, lacks = chances([1.0, 1.0], [1.0, 1.0], [{}, {"formed": -1.0}], {"odds": 1.0, "formed": 2.0})
    assert (round(has, 5), round(lacks, 5)) == (0.73106, 0.26894)


def test_what_is_likelier_wrong_than_right_is_doubtful_and_only_what_is_well_known_is_sure():
    sure, fair = tuning().sure_from, 0.5
    found = [surety_of(chance) for chance in (1.0, sure, sure - 0.01, fair, fair - 0.01)]
    assert found == [Surety.SURE, Surety.SURE, Surety.FAIR, Surety.FAIR, Surety.DOUBTFUL]

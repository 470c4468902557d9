"""What advice weighs: fitted constants on the odds, and nothing without votes."""

import math
from dataclasses import replace

import pytest

from assistant.advising.advice import NO_ADVICE, Advice
from assistant.advising.voting import VOTES, advised, voted, votes_for, weighed
from assistant.tuning import tuning
from tests.assistant.advising.scripted import outcome
from tests.assistant.making import five_documents

WEIGHTS = {"voted": 1.0, "alike": 0.25, "chosen": 2.0, "cited": 0.5, "silent": -1.0}


def odds(chance):
    return math.log(chance / (1 - chance))


def test_without_advice_all_stay_as_they_were():
    ranked = list(outcome().choices)
    assert voted(advised(ranked, NO_ADVICE, five_documents()), NO_ADVICE) == ranked


def test_every_kind_of_vote_has_a_fitted_weight():
    assert set(tuning().votes) == set(VOTES)


def test_a_vote_adds_its_weight_to_the_score_and_to_the_odds():
    ranked = outcome().choices
    picked = ranked[3]
    advice = Advice(meant=((picked.candidate,),), asked=2)
    assert {"voted", "alike"} <= set(votes_for(picked.candidate, advice))
    after = weighed(picked, votes_for(picked.candidate, advice), WEIGHTS)
    assert after.score - picked.score == pytest.approx(1.25)
    assert odds(after.chance) - odds(picked.chance) == pytest.approx(1.25)


@pytest.mark.parametrize(("formed", "counted"), [(0.0, True), (-1.0, False)])
def test_no_vote_speaks_for_an_answer_without_the_form_asked_for(formed, counted):
    first, *others = outcome().choices
    picked = replace(first, features={**first.features, "formed": formed})
    after = voted([picked, *others], Advice(chosen=(picked.candidate,), asked=2))
    same = next(one for one in after if one.candidate is picked.candidate)
    assert (same.score > picked.score) is counted


def test_what_rests_on_a_sentence_that_was_chosen_has_a_vote_too():
    prose = next(one for one in outcome().choices if one.candidate.ask.subject == "prose").candidate
    targets = next(one for one in outcome().choices if one.candidate.ask.fold == "sum").candidate
    advice = Advice(chosen=(prose,), asked=2)
    assert votes_for(prose, advice) == {"chosen": 1.0, "cited": 1.0}
    assert "chosen" not in votes_for(targets, advice)


def test_prose_found_silent_loses_and_facts_do_not():
    advice = Advice(silent=True, asked=2)
    by_subject = {one.candidate.ask.subject: votes_for(one.candidate, advice) for one in outcome().choices}
    assert by_subject["prose"] == {"silent": 1.0}
    assert by_subject["targets"] == {}

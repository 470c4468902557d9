"""Votes fitted on recorded replies: what helped weighs, what misled does not, and the limit is where most is right."""

from dataclasses import replace

import pytest

from assistant.tuning import tuning
from eval.votes import Figures, Polled, Rated, figures, fit, fit_limit, fit_votes, held, left_out
from tests.assistant.advising.scripted import outcome


def polled(voted_for, right_one, chance=0.5):
    ranked = [replace(one, score=-float(at), chance=chance) for at, one in enumerate(outcome().choices[:4])]
    rated = tuple(
        Rated(one, {"voted": 1.0} if at == voted_for else {}, at == right_one) for at, one in enumerate(ranked)
    )
    return Polled(rated, rated)


HELPED = [polled(1, 1) for _ in range(30)]
MISLED = [polled(1, 0) for _ in range(30)]
NOTHING = dict.fromkeys(("voted", "alike", "chosen", "cited", "silent"), 0.0)


def test_a_vote_that_points_at_right_answers_weighs_and_one_that_misleads_does_not():
    assert fit_votes(HELPED)["voted"] > 1.5
    assert fit_votes(MISLED) == NOTHING
    assert fit_votes([]) == NOTHING


def test_votes_that_were_never_given_weigh_nothing():
    assert fit_votes(HELPED)["silent"] == 0.0
    assert [held(HELPED, vote) for vote in ("voted", "silent")] == [(30, 30), (0, 0)]
    assert held(MISLED, "voted") == (30, 0)


def test_advice_is_asked_for_only_as_far_up_as_it_pays():
    votes = {"voted": 9.0}
    mixed = [*(polled(1, 1, chance=0.2) for _ in range(3)), *(polled(1, 0, chance=0.8) for _ in range(3))]
    assert [figures(mixed, votes, limit).right for limit in (0.0, 0.5, 1.0)] == [3, 6, 3]
    assert fit_limit(mixed, votes) == 0.25


def test_a_model_that_helps_is_asked_and_one_that_makes_answers_worse_is_not():
    votes, limit = fit(HELPED)
    assert votes["voted"] > 0
    assert limit > 0
    assert left_out(HELPED) == Figures(30, 0)
    assert fit(MISLED) == (NOTHING, 0.0)


@pytest.mark.parametrize(("chance", "expected"), [(0.0, (0, 0)), (0.99, (0, 1))])
def test_what_is_wrong_and_sounds_sure_is_counted(chance, expected):
    assert tuning().sure_from < 0.9
    assert figures([polled(1, 3, chance)], {}, 0.0) == Figures(*expected)


def test_a_refusal_where_nothing_is_likely_is_right_where_it_is_due():
    silent = replace(polled(1, 3, 0.1), least=0.2, refusable=True)
    assert figures([silent, replace(silent, refusable=False)], {}, 0.0) == Figures(1, 0)

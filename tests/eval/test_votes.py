"""Votes fitted on recorded replies: what helped weighs, what misled does not, and the limit is where most is right."""

from dataclasses import replace

from assistant.advising.advice import Advice
from eval.votes import Polled, fit_limit, fit_votes, right
from tests.assistant.advising.scripted import outcome


def polled(voted_for, right_one, chance=0.5):
    ranked = tuple(replace(one, chance=chance) for one in outcome().choices[:4])
    advice = Advice(meant=((ranked[voted_for].candidate,),), asked=2)
    rights = {id(one.candidate): at == right_one for at, one in enumerate(ranked)}
    return Polled(ranked, ranked, advice, rights)


HELPED = [polled(1, 1) for _ in range(30)]
MISLED = [polled(1, 0) for _ in range(30)]


def test_a_vote_that_points_at_right_answers_weighs_and_one_that_misleads_does_not():
    assert fit_votes(HELPED)["voted"] > 1.5
    assert fit_votes(MISLED)["voted"] < 0
    assert fit_votes([]) == dict.fromkeys(("voted", "alike", "chosen", "cited", "silent"), 0.0)


def test_votes_that_were_never_given_weigh_nothing():
    assert fit_votes(HELPED)["silent"] == 0.0


def test_advice_is_asked_for_only_as_far_up_as_it_pays():
    votes = {"voted": 9.0}
    mixed = [*(polled(1, 1, chance=0.2) for _ in range(3)), *(polled(1, 0, chance=0.8) for _ in range(3))]
    assert [right(mixed, votes, limit) for limit in (0.0, 0.5, 1.0)] == [3, 6, 3]
    assert fit_limit(mixed, votes) == 0.25

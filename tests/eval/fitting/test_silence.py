"""What tells that no document answers, from what fits made of questions they never saw."""

from eval.fitting.choosing import Judged
from eval.fitting.examples import Example, Question
from eval.fitting.thresholds import silence_limit, with_silence
from eval.gold import GoldItem


def judged(number, *, refuse=False, elsewhere=0.0, chance=0.6, silent=0.0):
    gold = GoldItem(id=f"q{number}", type="fact", question="?", expect_refusal=refuse)
    example = Example({"elsewhere": elsewhere, "said": 0.5}, not refuse, "", "prose show")
    return Judged(Question(gold, (example,)), not refuse, chance, {"odds": 0.0}, 0, silent)


def test_what_tells_gets_weight_and_tells_of_questions_left_out():
    found = [judged(at, refuse=at % 7 == 0, elsewhere=float(at % 14 == 0)) for at in range(1000)]
    weights, again = with_silence(found)
    assert weights["elsewhere"] > 1.0
    assert "most.said" not in weights
    assert again[0].silent > 0.5 > again[1].silent
    assert again[2].silent < 0.2


def test_few_questions_that_have_an_answer_are_refused_for_it():
    found = [judged(at, silent=at / 1000) for at in range(1000)]
    assert silence_limit(found, 0.3) == 0.97
    assert silence_limit([*found, *(judged(at, chance=0.1) for at in range(20))], 0.3) == 0.99
    assert silence_limit([judged(at, silent=1.0) for at in range(10)], 0.3) == 1.0

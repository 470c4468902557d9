"""Verdicts on claims: only from one sentence that tells all of it, or another number for the same."""

from decimal import Decimal

import pytest

from assistant.prose.claims import verdict_on
from assistant.reading.ask import Ask, Subject, Where
from corpus.target import Quantity
from tests.assistant.prose.scenes import ranked, terms

GOAL = "城区楼宇入驻率达到70%以上。"


def verdict(sentence, *words, amount=None, claim=True, gist="", **where):
    amounts = (Quantity(value=Decimal(amount), unit="%"),) if amount else ()
    ask = Ask(Subject.PROSE, Where(amounts=amounts, **where), claim=claim, gist=gist)
    about = terms(*words, *([f"{amount}%"] if amount else []))
    found = verdict_on(ask, [ranked(sentence, about=about)], about)
    return found and found.words


def test_a_sentence_that_says_all_of_it_bears_a_claim_out():
    assert verdict(GOAL, "城区", "楼宇", "入驻", amount="70") == "是。"


def test_another_number_of_the_same_unit_for_the_same_words_contradicts():
    assert verdict(GOAL, "城区", "楼宇", "入驻", amount="60") == "不是。"


@pytest.mark.parametrize(
    ("sentence", "words", "more"),
    [
        (GOAL, ("城区", "楼宇", "空置"), {"amount": "60"}),  # speaks of another thing
        (GOAL, ("郊区", "楼宇", "入驻"), {}),
        ("城区楼宇入驻率达到70%，楼宇占比达到10%。", ("城区", "楼宇", "入驻"), {"amount": "60"}),  # has two numbers
        ("城区楼宇入驻率不得低于70%。", ("城区", "楼宇", "入驻"), {"amount": "70"}),  # is turned round
        (GOAL, ("城区", "楼宇", "入驻"), {"amount": "70", "years": (2030,)}),  # does not tell the year
        (GOAL, ("城区", "楼宇", "入驻"), {"amount": "70", "claim": False}),
        (GOAL, ("入驻",), {"amount": "70"}),  # claims too little
    ],
)
def test_no_verdict_where_anything_is_left_open(sentence, words, more):
    assert verdict(sentence, *words, **more) is None

"""What answers where the likeliest candidate lacks what is asked for."""

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.choosing import Choice, next_formed
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Subject
from assistant.reading.reading import read
from assistant.refusing import least_chance
from assistant.tuning import tuning
from tests.assistant.making import five_documents


def choice(text, *, score=0.0, chance=0.8, formed=0.0, said=0.6):
    draft = Draft(AnswerKind.PASSAGE, (Statement(text, ()),))
    return Choice(Candidate(Ask(Subject.PROSE), draft), {"formed": formed, "said": said}, score, chance)


BARE = choice("稻渔综合种养指种养结合。", score=1.0, chance=0.1, formed=-1.0)


@pytest.mark.parametrize(
    ("other", "taken"),
    [
        (choice("每亩补300元。"), True),
        (choice("每亩补300元。", score=-2.0), False),
        (choice("每亩补300元。", chance=0.6), False),
        (choice("每亩补300元。", said=0.4), False),
        (choice("支持种养。", formed=-1.0), False),
    ],
)
def test_an_answer_without_the_amount_asked_for_gives_way_to_the_next_that_has_it(other, taken):
    assert next_formed([BARE, other]) == ([other] if taken else [])


def test_no_answer_gives_way_that_has_what_is_asked_for():
    assert next_formed([choice("每亩补300元。", chance=0.1), choice("每亩补200元。")]) == []
    assert next_formed([]) == []


def test_an_answer_without_the_amount_asked_for_takes_a_higher_chance():
    reading = read("青浦亿元楼宇补多少钱", five_documents())
    assert least_chance(reading, [BARE]) == tuning().foreign_below
    assert least_chance(reading, [choice("补300元。")]) == tuning().refuse_below

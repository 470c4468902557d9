"""The fewest sentences that answer."""

from assistant.passages.asked import question_to_wanted
from assistant.passages.candidates import Candidate, Scored
from assistant.passages.choosing import fewest
from assistant.passages.searching import Found
from assistant.passages.terms import Terms
from tests.assistant.making import place

FIRST = "统筹公交线路与核心楼宇衔接。"
SECOND = "鼓励运营商投资餐饮与停车设施。"


def item(text, score, held=(), line=1):
    candidate = Candidate(text, text, place("a", line), text, 0, 1.0)
    return Scored(candidate, frozenset(held), frozenset(held), score)


def chosen(*items):
    terms = Terms({"吃饭": 0.5, "公交": 0.25, "停车": 0.25})
    found = fewest(Found("上班的人吃饭出行？", (), terms, question_to_wanted("上班的人吃饭出行？"), items))
    return [one.candidate.text for one in found.items]


def test_where_words_do_not_tell_two_that_are_as_near_both_are_shown():
    assert chosen(item(FIRST, 0.9), item(SECOND, 0.88, line=2)) == [FIRST, SECOND]


def test_one_that_is_farther_off_is_left_out():
    assert chosen(item(FIRST, 0.9), item(SECOND, 0.7, line=2)) == [FIRST]


def test_a_first_sentence_that_holds_the_question_stands_alone():
    assert chosen(item(FIRST, 0.9, ("吃饭", "公交")), item(SECOND, 0.88, line=2)) == [FIRST]


def test_the_same_words_are_not_shown_twice():
    assert chosen(item(FIRST, 0.9), item(FIRST + "（见附件）", 0.89, line=2)) == [FIRST]


def test_nothing_found_is_nothing_chosen():
    assert fewest(Found("？", (), Terms({}), question_to_wanted("？"), ())) is None

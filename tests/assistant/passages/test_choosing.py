"""The fewest sentences that answer."""

from dataclasses import replace

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


def test_a_number_with_its_unit_tells_what_a_sentence_adds_a_bare_one_does_not():
    terms = Terms({"迁走": 0.6, "10": 0.4})
    question = "没到10年就迁走会怎样？"

    def shown(second):
        items = (item("企业迁走的，追缴奖励。", 1.0, ("迁走",)), item(second, 0.9, ("10",), line=2))
        found = fewest(Found(question, (), terms, question_to_wanted(question), items))
        return [one.candidate.text for one in found.items]

    assert shown("10年内迁离的，三年内不予受理。")[1:] == ["10年内迁离的，三年内不予受理。"]
    assert shown("分支机构不少于10家。")[1:] == []


def test_where_a_sentence_has_the_number_no_other_rule_is_added():
    """Under another heading stands another rule; without the number asked for the next sentence may have it."""
    terms = Terms({"奖励": 0.4, "企业": 0.3, "人才": 0.3})

    def shown(question, first):
        other = replace(item("人才奖励200万元。", 0.9, ("人才",)), candidate=elsewhere("人才奖励200万元。"))
        found = fewest(Found(question, (), terms, question_to_wanted(question), (item(first, 1.0, ("企业",)), other)))
        return len(found.items)

    assert shown("企业和人才奖励多少？", "企业奖励100万元。") == 1
    assert shown("企业和人才奖励多少？", "企业按规定奖励。") == 2


def elsewhere(text):
    return Candidate(text, text, place("b"), text, 0, 1.0)

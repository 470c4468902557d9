"""How many there are, told without what they are where that alone is asked."""

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.counting import counts_alone
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Subject

ITEMS = tuple(f"第{number}项职责是做好这一方面的各项日常管理和服务工作" for number in "甲乙丙丁")
LISTING = f"管委会履行下列职责，共4项：{'；'.join(ITEMS)}。"


def told(text, *heard, more=()):
    """The count of one answer, as shown."""
    statements = tuple(Statement(one, (), items=ITEMS) for one in (text, *more))
    one = Candidate(Ask(Subject.PROSE, heard=frozenset(heard)), Draft(AnswerKind.LIST, statements))
    return [(alone.outcome.text, alone.outcome.items) for alone in counts_alone([one])]


def test_a_count_is_told_without_its_list_whose_items_turns_may_still_point_at():
    assert told(LISTING, "ask_count", "how_much") == [("管委会履行下列职责，共4项。", ITEMS)]


@pytest.mark.parametrize("heard", [(), ("ask_count", "which"), ("ask_count", "each"), ("how_much",)])
def test_no_list_is_cut_where_it_is_asked_for(heard):
    assert told(LISTING, *heard) == []


@pytest.mark.parametrize("text", [LISTING.replace("共4项", "共5项"), "职责共2项：甲；乙。", "管委会履行职责。"])
def test_what_is_short_or_counts_no_list_of_its_length_stays(text):
    assert told(text, "ask_count") == []


def test_an_answer_of_several_statements_stays():
    assert told(LISTING, "ask_count", more=("另有附件2项。",)) == []

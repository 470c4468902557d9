"""How many there are, told without what they are where that alone is asked."""

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.counting import counts_alone, parallels_counted
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


def counted(text, *heard):
    one = Candidate(Ask(Subject.PROSE, heard=frozenset(heard)), Draft(AnswerKind.PASSAGE, (Statement(text, ()),)))
    return [made.outcome.text for made in parallels_counted([one, one])]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("扶持果蔬、茶叶、花卉、水产等产业，每年评一次。", "共4项：扶持果蔬、茶叶、花卉、水产等产业。"),
        ("凭户口簿、学籍卡、体检表和家长承诺书报到。", "共4项：凭户口簿、学籍卡、体检表和家长承诺书报到。"),
        ("课程有陶艺（含拉坯、施釉）、木作、竹编。", "共3项：课程有陶艺（含拉坯、施釉）、木作、竹编。"),
    ],
)
def test_what_a_clause_names_side_by_side_is_counted(text, said):
    assert counted(text, "ask_count", "which") == [said]


@pytest.mark.parametrize(
    "text", ["设站长、副站长各1名、文书2名。", "扶持果蔬、茶叶、花卉等三类产业。", "设站长、文书。"]
)
def test_what_is_numbered_already_or_too_few_is_not_counted(text):
    assert counted(text, "ask_count") == []


def test_nothing_is_counted_where_no_number_is_asked_for():
    assert counted("扶持果蔬、茶叶、花卉、水产等产业。", "which") == []

"""Which of several kinds of one thing has the highest or lowest goal, and the words that tell by when."""

from types import SimpleNamespace

import pytest

from assistant.answer import AnswerKind
from assistant.citing import draft_problems
from assistant.fact_answers.targets import answer_from_targets
from assistant.understanding.understanding import question_to_query
from corpus.understanding import folder_to_library

CROPS = """临江市农机化推进方案
一、发展目标
到2025年，农机装备水平明显提升。薄弱环节机械化全面突破，其中棉花收获机械化率达到60%，甘蔗收获机械化率达到30%，油菜收获机械化率达到65%。
二、保障措施
加强组织领导。
"""


@pytest.fixture(scope="module")
def crops(tmp_path_factory):
    folder = tmp_path_factory.mktemp("crops")
    (folder / "crops.txt").write_text(CROPS, encoding="utf-8")
    return folder_to_library(folder)


def answered(library, question):
    query = question_to_query(question, library)
    draft = answer_from_targets(query, SimpleNamespace(library=library))
    assert draft is None or draft_problems(draft, library, query.text) == []
    return draft


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("2025年各作物收获机械化率里，哪种作物最低？", "甘蔗收获机械化率最低，到2025年为30%"),
        ("2025年哪种作物的收获机械化率最高？", "油菜收获机械化率最高，到2025年为65%"),
    ],
)
def test_kinds_are_ranked_by_their_goals(crops, question, best):
    draft = answered(crops, question)
    assert draft.kind is AnswerKind.CALCULATION
    assert best in draft.statements[0].text


def test_the_clause_that_tells_the_year_is_quoted_beside_the_goal(crops):
    [statement] = answered(crops, "2025年棉花收获机械化率要到多少？").statements
    assert "到2025年" in statement.text
    assert any("到2025年" in item.quote for item in statement.evidence)
    assert any("棉花收获机械化率达到60%" in item.quote for item in statement.evidence)


def test_one_goal_is_no_answer_where_each_of_several_is_asked_for(crops):
    assert answered(crops, "2025年水稻和棉花收获机械化率各要到多少？") is None

"""Which documents speak of a thing: by its very words, each with where it stands."""

from types import SimpleNamespace

import pytest

from assistant.citing import draft_problems
from assistant.passages.mentioning import compare_mentions
from assistant.understanding.understanding import question_to_query
from tests.assistant.making import five_documents


def answered(question):
    library = five_documents()
    query = question_to_query(question, library)
    draft = compare_mentions(query, SimpleNamespace(library=library))
    assert draft is None or draft_problems(draft, library, query.text) == []
    return draft


def lines(question):
    """What is said of each place."""
    said = [one.text for one in answered(question).statements]
    return {text.partition("：")[0]: text.partition("：")[2] for text in said}


def test_who_has_the_very_words_is_quoted_and_who_has_not_is_silent():
    """组织开展楼宇招商培训 stands in the texts of 太原 and 嘉兴 only."""
    told = lines("组织开展楼宇招商培训，是哪些地方的文件写了？")
    assert {place for place, text in told.items() if "培训" in text} == {"太原", "嘉兴"}
    assert {place for place, text in told.items() if text == "未提及。"} == {"青浦", "苏州", "鹿城"}


def test_who_is_silent_is_told_first_where_that_is_asked():
    """苏州 is the only text without a word of 停车."""
    first, *others = answered("停车这件事，五份文件里哪份压根没提？").statements
    assert first.text == "没有提到“停车”的是：苏州。"
    assert sum(bool(one.evidence) for one in others) == 4


def test_of_several_quoted_words_one_is_enough():
    told = lines("哪些地方提到了“一楼一策”或“一楼一方案”？")
    assert "一楼一方案" in told["青浦"]
    assert "一楼一策" in told["太原"]


def test_what_all_speak_of_is_said():
    assert answered("五份文件里有没有哪份没提到楼宇经济？").statements[0].text == "各份文件都提到了“楼宇经济”。"


@pytest.mark.parametrize(
    "question",
    ["各地怎么抓停车难？", "青浦哪里提到了停车？", "哪些地方提到了星际旅行？", "五个城市的入驻率目标是多少？"],
)
def test_other_questions_and_words_that_nobody_prints_are_left_to_others(question):
    assert answered(question) is None

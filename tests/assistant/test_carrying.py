"""What a follow-up leaves unsaid, taken from the last question."""

import pytest

from assistant.carrying import is_comparing, places_of, pronoun_in, reference_end, topic_in, topic_of, unit_asked
from assistant.mentions import mentions
from tests.assistant.making import five_documents


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("苏州2023年新增亿元楼宇多少幢?", "新增亿元楼宇"),
        ("青浦联席会议办公室设在哪?", "联席会议办公室"),
        ("太原和青浦谁的入驻率目标高?", "入驻率目标"),
        ("优化营商环境意见里提高通关效率谁牵头?", "提高通关效率"),
        ("《关于优化营商环境的意见》“单一窗口”谁牵头?", "“单一窗口”"),
        ("浙江运力提升行动方案2027年算力目标是多少?", "算力目标"),
    ],
)
def test_the_words_that_say_what_a_question_is_about(question, expected):
    assert topic_in(question, five_documents()) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("区国资委牵头哪几项任务?", "区国资委牵头的任务"),
        ("青浦区国资委牵头的任务有几项?", "区国资委牵头的任务"),
        ("鹿城哪些任务是区住建局负责?", "区住建局负责的任务"),
        ("青浦数字化转型谁牵头?", "数字化转型"),
    ],
)
def test_a_question_for_a_units_tasks_is_about_those(question, expected):
    assert topic_of(question, five_documents()).removeprefix("青浦").removeprefix("鹿城") == expected


def test_a_unit_whose_tasks_are_not_asked_for_is_no_topic():
    assert unit_asked("青浦第3项有没有区商务委?", five_documents()) is None


@pytest.mark.parametrize(
    ("question", "places"), [("太原和青浦谁高?", "太原和青浦"), ("各地入驻率目标", "各地"), ("青浦入驻率", "")]
)
def test_places_side_by_side(question, places):
    assert places_of(question, five_documents()) == places


@pytest.mark.parametrize(
    ("question", "points_back"),
    [("它的牵头单位是谁?", True), ("这一项谁负责?", True), ("招商那一项的名称一样吗?", False)],
)
def test_a_pronoun_behind_words_of_its_own_points_at_those(question, points_back):
    assert (pronoun_in(question, mentions(question, five_documents())) is not None) is points_back


@pytest.mark.parametrize(
    ("question", "compares"), [("比2015年多多少?", True), ("和太原比呢?", True), ("太原呢?", False)]
)
def test_what_is_set_beside_the_last_question(question, compares):
    assert is_comparing(question) is compares


@pytest.mark.parametrize(
    ("text", "end"), [("农机意见里2020年目标", 5), ("农机意见2020年目标", 4), ("制定行动方案的单位", 0)]
)
def test_loose_words_for_a_document(text, end):
    assert reference_end(text, "《关于加快推进农机装备产业的指导意见》") == end

"""A text says another thing where it turns a word of a claim, or has another in its place."""

import pytest

from assistant.reading.contrast import are_opposed, replaced
from assistant.reading.words import Term


def terms(*forms):
    return [Term((form,), 1 / len(forms)) for form in forms]


@pytest.mark.parametrize(
    ("claim", "text", "opposed"),
    [
        ("临时工不计入编制", "临时工应当计入编制", True),
        ("临时工计入编制", "临时工不计入编制，正式工计入编制", False),  # both are said
        ("两地不在同一省的", "两地在同一省的", True),
        ("泊位免费", "泊位收费", False),  # another word turns none
    ],
)
def test_a_word_is_turned_by_the_one_before_it(claim, text, opposed):
    words = terms("计入", "编制", "同一", "泊位")
    assert are_opposed(words, claim, text) is opposed


@pytest.mark.parametrize(
    ("claim", "text", "missing", "found"),
    [
        ("由县级以上部门核定", "由省级以上部门核定", "县级", [("县", "省")]),
        ("由县级以上部门核定", "由县级以上部门负责核定", "县级", []),
        ("超期的按月加收罚金", "超期的按日加收罚金", "按月", [("月", "日")]),
        ("受省人民政府委托", "受市人民政府委托", "法人", [("省", "市")]),
        ("应当记于法人名下", "应当记于车主名下", "法人", [("法人", "车主")]),
        ("可以开到12周", "可以延长至12周", "开到", []),  # only how its number is told
    ],
)
def test_another_word_stands_in_the_place_of_one(claim, text, missing, found):
    assert list(replaced(claim, text, terms(missing))) == found

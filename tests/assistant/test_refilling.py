"""The last question with one of its parts exchanged."""

import pytest

from assistant.mentions import mentions, places_elsewhere
from assistant.refilling import refilled, with_every_place, with_foreigners, with_other_rank
from tests.assistant.making import five_documents


def exchanged(text: str, question: str, *, adds: bool = False) -> str:
    named = [*mentions(question, five_documents()), *places_elsewhere(question, five_documents())]
    return refilled(text, named, five_documents(), adds=adds)


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("宁波2025年入驻率目标?", "太原呢", "太原2025年入驻率目标?"),
        ("青浦和宁波的入驻率目标?", "太原呢", "太原的入驻率目标?"),
        ("各地2025年入驻率目标?", "太原呢", "太原2025年入驻率目标?"),
        ("青浦华新镇2025年去化面积?", "赵巷镇呢", "青浦赵巷镇2025年去化面积?"),
        ("青浦2023到2025年去化面积?", "2024年呢", "青浦2024年去化面积?"),
    ],
)
def test_what_fills_a_slot_is_replaced(text, question, expected):
    assert exchanged(text, question) == expected


def test_what_is_set_beside_others_is_added_to_all_of_them():
    assert exchanged("青浦和嘉兴入驻率对比", "太原呢", adds=True) == "青浦和嘉兴和太原入驻率对比"


def test_people_of_another_place():
    text = "青浦给香港籍人才多少补贴?"
    assert exchanged(text, "澳门的呢") == "青浦给澳门籍人才多少补贴?"
    assert with_foreigners(text, "外国人", five_documents()) == "青浦给外国籍人才多少补贴?"
    assert with_foreigners("青浦给人才多少补贴?", "外国人", five_documents()) is None


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        ("哪个镇最多?", "第二名呢", "哪个镇第二多?"),
        ("哪个镇最多?", "其次呢?", "哪个镇第二多?"),
        ("哪个镇第二多?", "最少的是哪个?", "哪个镇最少?"),
        ("哪个镇最多?", "为什么最多", None),
        ("青浦的文号?", "第二名呢", None),
    ],
)
def test_another_rank(text, question, expected):
    assert with_other_rank(text, question) == expected


def test_all_places_instead_of_one():
    assert with_every_place("太原特色楼宇谁负责?", "其他城市呢?", five_documents()) == "各地特色楼宇谁负责?"
    assert with_every_place("特色楼宇谁负责?", "其他城市呢?", five_documents()) is None

import pytest

from assistant.reading.spelling import Speller
from assistant.reading.vocabulary import vocabulary_of


@pytest.fixture(scope="module")
def speller(library):
    return Speller.of(vocabulary_of(library).names)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("青蒲区楼宇方案", "青浦区楼宇方案"),
        ("苏洲的目标", "苏州的目标"),
        ("太远市星级楼宇", "太原市星级楼宇"),
        ("张家巷市要搞几个", "张家港市要搞几个"),
        ("赵项镇2024年", "赵巷镇2024年"),
    ],
)
def test_places_typed_by_ear_or_shape_are_mended(speller, typed, meant):
    assert speller.mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "离地铁站太远怎么办",
        "张家口的目标",
        "两者相称吗",
        "工业上楼由谁牵头",
        "越城区的方案",
        "嘉善县的重点",
        "服务中心的职责",
    ],
)
def test_words_and_other_places_stay_as_they_are(speller, text):
    assert speller.mended(text) == text


def test_a_long_hostile_question_is_quick(speller):
    assert speller.mended("青苏太鹿嘉" * 90)

import pytest

from assistant.reading.misheard import mender_of


@pytest.fixture(scope="module")
def mender(library):
    return mender_of(library)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("累记亿圆楼宇几撞", "累计亿元楼宇几幢"),
        ("24年企业入柱率目标", "24年企业入驻率目标"),
        ("工业上搂谁迁头", "工业上楼谁牵头"),
        ("政务服务进楼雨", "政务服务进楼宇"),
        ("履约保账机制", "履约保障机制"),
    ],
)
def test_words_of_the_facts_typed_by_ear_are_mended(mender, typed, meant):
    assert mender.mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "任务清单里牵头什么",
        "正文和任务清单里的叫法",
        "楼分几星、怎么评",
        "谁当组长",
        "市区入驻率比全市高多少",
        "党组织定了覆盖多少",
        "推动楼宇去化",
        "太原场地谁管",
    ],
)
def test_characters_that_only_happen_to_meet_stay_as_they_are(mender, text):
    assert mender.mended(text) == text


def test_a_long_hostile_question_is_quick(mender):
    assert len(mender.mended("累记入柱迁头" * 80)) == 480

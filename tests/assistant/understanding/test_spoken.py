import pytest

from assistant.understanding.spoken import in_plain_words


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("太原方案啥时候印的", "太原方案什么时候印的"),
        ("区经委要干啥?", "区经委要干什么?"),
        ("发改委干嘛的", "发改委干什么"),
        ("为啥要改造", "为什么要改造"),
        ("去化任务最重的是哪个镇?", "去化最多的是哪个镇?"),
        ("三年去化面积加一块是多少", "三年去化面积加起来是多少"),
        ("第8项的deadline", "第8项的截止时间"),
        ("特色楼有那些", "特色楼有哪些"),
        ("牵头which部门?", "牵头哪个部门?"),
        ("第3项who牵头", "第3项谁牵头"),
        ("how many幢楼", "多少幢楼"),
        ("自持不低于七成", "自持不低于70%"),
        ("入驻率要求八成吗?", "入驻率要求80%吗?"),
    ],
)
def test_asking_words_are_put_in_written_ones(said, written):
    assert in_plain_words(said) == written


@pytest.mark.parametrize(
    "text",
    [
        "青浦的文号是什么?",
        "占了几成",
        "最重要的任务是什么?",
        "任务完成的情况",
        "WHO的标准",
        "一成不变",
        "那些楼宇由谁负责?",
        "一个地块一起开发",
    ],
)
def test_other_words_stay(text):
    assert in_plain_words(text) == text

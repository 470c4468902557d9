import pytest

from assistant.understanding.spoken import in_plain_words


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("太原方案啥时候印的", "太原方案什么时候印的"),
        ("区经委要干啥?", "区经委要干什么?"),
        ("发改委干嘛的", "发改委干什么"),
        ("为啥要改造", "为什么要改造"),
        ("三年去化面积加一块是多少", "三年去化面积加起来是多少"),
        ("第8项的deadline", "第8项的截止时间"),
        ("特色楼有那些", "特色楼有哪些"),
    ],
)
def test_asking_words_are_put_in_written_ones(said, written):
    assert in_plain_words(said) == written


@pytest.mark.parametrize("text", ["青浦的文号是什么?", "那些楼宇由谁负责?", "一个地块一起开发"])
def test_other_words_stay(text):
    assert in_plain_words(text) == text

import pytest

from assistant.facts.definitions import answer_definitions
from assistant.reading.ask import Ask, Subject, Want, Where


def ask(words, document="jiaxing", want=Want.MEANING, claim=False, **where):
    return Ask(
        Subject.DEFINITIONS, Where(documents=(document,), named=True, words=words, **where), (want,), claim=claim
    )


@pytest.fixture
def told(best):
    return lambda *args, **more: best(answer_definitions, ask(*args, **more))


def test_two_terms_at_once_in_the_order_of_the_words(told):
    assert told("统计口径里成熟楼宇和新增楼宇") == (
        "“成熟楼宇”指2014年底前投入使用的5000平方米以上的楼宇，以及新增楼宇达3年以上的楼宇。\n"
        "“新增楼宇”指2015年后投入使用且培育期未满3年的5000平方米以上的楼宇。"
    )


def test_members_of_a_named_set(told):
    assert told("三率是 三率", want=Want.MEMBERS) == "“三率”指：楼宇平均入驻率；市场主体注册率；楼宇税收贡献率。"
    assert told("总体布局 五城", want=Want.MEMBERS) == "“五城”指：嘉善；平湖；海盐；海宁；桐乡。"


def test_a_ratio_with_its_two_parts(told):
    assert told("属地纳税率 分子分母各", "lucheng") == (
        "“属地纳税率”指税务管辖属于鹿城的企业占全部注册企业的百分比，即分子为税务管辖属于鹿城的企业，分母为全部注册企业。"
    )


def test_nothing_near_is_no_candidate(index):
    assert answer_definitions(ask("钓鱼比赛", "suzhou"), index) == []

import pytest

from assistant.facts.definitions import answer_definitions, explains
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


def test_the_one_member_that_further_words_fit(index):
    found = answer_definitions(ask("三个倍增里，规上企业", "lucheng"), index)
    assert found[1].outcome.statements[0].text == "“三个倍增”中的一项：楼宇内规（限）上企业倍增，总数突破600家。"
    assert found[1].features["member"] == 1


def test_a_ratio_with_its_two_parts(told):
    assert told("属地纳税率 分子分母各", "lucheng") == (
        "“属地纳税率”指税务管辖属于鹿城的企业占全部注册企业的百分比，即分子为税务管辖属于鹿城的企业，分母为全部注册企业。"
    )


def test_a_quoted_term_that_is_never_explained(told):
    assert told("四链融合 解释", "suzhou") == "没有解释。苏州的文件只提到“四链融合”，未说明具体所指。"


def test_where_a_sentence_explains_a_term():
    assert explains("“五城”即嘉善、平湖、海盐、海宁、桐乡。", "五城")
    assert explains("改厨、改厕、改客房、整理院落“三改一整”工作。", "三改一整")
    assert not explains("秉持“四链融合”理念。", "四链融合")


def test_whether_something_is_a_member(index):
    """The list of 行业主管部门 ends in 等: nobody is known to be left out."""

    def verdict(*args, **more):
        found = answer_definitions(ask(*args, claim=True, **more), index)
        return [one.outcome.statements[0].text for one in found if "verdict" in one.features]

    assert verdict("三率 楼宇税收贡献率") == ["包括，“三率”中有楼宇税收贡献率。"]
    group = "行业主管部门"
    assert verdict(group, "lucheng", units=("区教育局",)) == [f"包括，“{group}”中有区教育局。"]
    assert verdict(group, "lucheng", units=("区统计局",)) == []
    steering = "鹿城区楼宇经济发展领导小组"
    assert verdict(steering, "lucheng", units=("区科协",)) == [f"不包括，“{steering}”中没有区科协。"]
    assert verdict("三率 楼宇") == []


def test_nothing_near_is_no_candidate(index):
    assert answer_definitions(ask("钓鱼比赛", "suzhou"), index) == []

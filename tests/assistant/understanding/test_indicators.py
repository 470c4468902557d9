import pytest

from assistant.understanding.indicators import match_indicators, matched_indicators


@pytest.mark.parametrize(
    ("document", "topic", "text", "indicator"),
    [
        ("lucheng", "企业入住率", "企业入住率多少", "企业入驻率"),
        ("suzhou", "特色产业楼", "特色产业楼几个", "特色产业楼宇"),
        ("suzhou", "商务办公1万平方米以上楼宇", "商务办公1万平方米以上楼宇多少幢", "商务办公1万m2以上楼宇数量"),
        ("jiaxing", "亿元税收楼宇", "要有几幢亿元税收楼宇", "亿元税收楼宇"),
        ("qingpu", "消化 空置 写字楼面积", "消化多少空置的写字楼面积", "去化面积"),
    ],
)
def test_everyday_words_find_the_printed_indicator(library, document, topic, text, indicator):
    assert matched_indicators([topic], text, library, [document])[0] == indicator


def test_the_measure_asked_for_excludes_indicators_of_another(library):
    """多少钱 is no number of buildings."""
    assert not match_indicators(["税收亿元楼宇奖励"], "税收过亿元的楼宇奖励多少钱", library, ["suzhou"])


def test_what_no_indicator_explains_is_not_matched(library):
    assert matched_indicators(["商务楼宇 平均租金水平"], "平均租金水平多少", library, ["qingpu"]) == ()

"""Whether a text offers the kind of thing that is asked for."""

import pytest

from assistant.prose.offers import is_labelled, offered


@pytest.mark.parametrize(
    ("sense", "text"),
    [
        ("how_often", "每半年召开一次联席会议"),
        ("how_often", "坚持“一月一更新”信息制度"),
        ("how_long", "10个工作日内出具审核意见"),
        ("how_much", "入驻率达到60%"),
        ("who", "组长：张崇波"),
        ("when", "2025年底前完成"),
        ("where", "办公室设在区发改局"),
        ("meaning", "“五城”即嘉善、平湖、海盐、海宁、桐乡"),
    ],
)
def test_what_is_asked_for_is_offered(sense, text):
    assert offered(frozenset({sense}), text) == (1.0, 0.0)


def test_an_enumeration_is_the_richer_the_longer():
    assert offered(frozenset({"which"}), "科技、金融、商务") == (0.5, 0.0)
    assert offered(frozenset({"which"}), "聚焦科技服务") == (0.0, 1.0)


def test_senses_without_a_form_ask_for_nothing():
    assert offered(frozenset({"filler"}), "入驻率达到60%") == (0.0, 0.0)
    assert offered(frozenset({"how_much", "when"}), "入驻率达到60%") == (0.5, 0.5)


@pytest.mark.parametrize(
    ("text", "asked", "labelled"),
    [
        ("组长：刘敏副区长；副组长：何平局长。", "专班副组长是谁", True),
        ("（二）报名时间：3月1日至5日。", "报名时间是几号", True),
        ("报名时间为3月1日。", "报名时间是几号", False),
        ("联系电话：0571-1234。", "报名时间是几号", False),
    ],
)
def test_a_label_that_is_asked_for_stands_before_what_it_labels(text, asked, labelled):
    assert is_labelled(text, asked) == labelled

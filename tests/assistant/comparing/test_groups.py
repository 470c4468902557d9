"""Indicators are brought together where the words justify it, and only there."""

from collections import Counter

import pytest

from assistant.comparing.groups import indicator_groups
from tests.assistant.making import five_documents, library, target


def groups_of(*targets):
    return {group.name: group for group in indicator_groups(library(*targets))}


def group_of(document_id, indicator):
    """The group of an indicator of the five documents."""
    (found,) = (
        group
        for group in indicator_groups(five_documents())
        if any(member.document_id == document_id and member.indicator == indicator for member in group.members)
    )
    return found


def test_every_target_of_the_five_documents_is_in_exactly_one_group():
    targets = five_documents().targets()
    grouped = [one.id for group in indicator_groups(five_documents()) for m in group.members for one in m.targets]
    assert Counter(grouped) == Counter(one.id for one in targets)


def test_the_same_thing_in_five_documents_is_one_group():
    """青浦 特色商务楼宇, 苏州 特色产业楼宇, 太原 and 嘉兴 特色楼宇, 鹿城 新认定特色楼宇."""
    assert {member.document_id for member in group_of("taiyuan", "特色楼宇").members} == {
        "qingpu",
        "suzhou",
        "taiyuan",
        "lucheng",
        "jiaxing",
    }


def test_registration_rates_are_related_not_the_same():
    group = group_of("lucheng", "企业属地注册率")
    assert {(member.document_id, member.sense) for member in group.members} == {
        ("qingpu", "注册落地率"),
        ("lucheng", "属地注册率"),
        ("jiaxing", "市场主体注册率"),
    }
    assert "相关而不相同" in group.doubt


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("lucheng", "5亿元以上楼宇"), ("lucheng", "新增税收亿元楼宇")),
        (("jiaxing", "千万税收楼宇"), ("jiaxing", "亿元税收楼宇")),
        (("taiyuan", "税收超过亿元的楼宇占比"), ("suzhou", "新增亿元楼宇")),
        (("qingpu", "新建商务楼宇"), ("suzhou", "商务办公1万m2以上楼宇数量")),
        (("jiaxing", "重点楼宇"), ("jiaxing", "品质楼宇")),
        (("jiaxing", "楼宇税收贡献率"), ("lucheng", "企业属地纳税率")),
        (("lucheng", "新规划商服楼宇地块建筑面积"), ("lucheng", "新增商务楼宇建筑面积")),
        (("qingpu", "去化面积"), ("qingpu", "新增办公面积")),
        (("lucheng", "楼宇统一运营空间"), ("lucheng", "新增运营服务评价达标楼宇")),
    ],
    ids=lambda pair: pair[1],
)
def test_false_friends_are_in_different_groups(left, right):
    assert group_of(*left).name != group_of(*right).name


def test_a_part_is_known_as_a_part():
    parts = {member.indicator: member.part for member in group_of("taiyuan", "星级楼宇入驻率").members}
    assert parts["星级楼宇入驻率"]
    assert not parts["企业入驻率"]


def test_another_thing_that_can_be_occupied_stands_alone():
    assert len(groups_of(target("a", "楼宇入驻率", "80", "%"), target("b", "养老机构入驻率", "80", "%"))) == 2


def test_the_same_words_in_another_dimension_are_another_group():
    assert len(groups_of(target("a", "新规划地块", "5", "个"), target("b", "新规划地块", "5", "亩"))) == 2


def test_an_area_before_the_indicator_is_its_scope_not_its_name():
    assert set(groups_of(target("a", "城区党组织覆盖率", "70", "%", scope="城区"))) == {"党组织覆盖率"}


def test_a_field_never_seen_is_grouped_by_the_same_words_only():
    """Machinery of farms: two rates that share their tail are not the same thing."""
    found = groups_of(
        target("a", "全国农作物耕种收综合机械化率", "70", "%"),
        target("b", "农作物耕种收综合机械化率", "75", "%"),
        target("b", "畜牧养殖机械化率", "50", "%"),
    )
    assert {name: len(group.members) for name, group in found.items()} == {
        "农作物耕种收综合机械化率": 2,
        "畜牧养殖机械化率": 1,
    }

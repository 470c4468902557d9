"""The same thing in other words has one normal form; another thing has another."""

import pytest

from assistant.comparing.vocabulary import normal_form

SAME = [
    ("亿元楼", "累计新增税收亿元楼宇项目", "新增亿元楼宇", "超亿元税收楼宇", "亿元税收楼宇", "亿元楼宇总数"),
    ("特色商务楼宇累计", "新增特色产业楼宇", "新认定特色楼宇", "打造特色楼宇", "特色楼宇（个）"),
    ("楼宇税收总量", "全区楼宇税收规模", "楼宇税收总额"),
    ("新增更新改造老旧楼宇", "改造老旧楼宇", "老旧楼宇更新改造"),
    ("楼宇内规（限）上企业总数", "新增规（限）上企业"),
    ("楼宇运营服务评价达标", "新增运营服务评价达标楼宇"),
]
APART = [
    ("亿元楼宇", "5亿元以上楼宇", "千万税收楼宇", "月亿楼", "税收超过亿元的楼宇占比"),
    ("新建商务楼宇", "商务办公1万m2以上楼宇数量", "特色楼宇", "重点楼宇", "品质楼宇", "三大品牌楼宇"),
    ("楼宇税收总量", "楼宇税收贡献率"),
    ("规（限）上企业", "规上企业"),
    ("新规划商服楼宇地块", "新规划商服楼宇地块建筑面积"),
]


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_known_variants_have_one_form(names):
    assert len({normal_form(name) for name in names}) == 1


@pytest.mark.parametrize("names", APART, ids=lambda names: names[0])
def test_false_friends_stay_apart(names):
    assert len({normal_form(name) for name in names}) == len(names)


def test_a_word_that_would_say_nothing_keeps_what_is_done():
    assert normal_form("新建商务楼宇") == "新建楼宇"


@pytest.mark.parametrize(
    "name",
    ["达标率", "建成区绿化覆盖率", "计划生育率", "共享单车", "景气指数", "就业人数", "完成率", "开展率", "认定率"],
)
def test_words_that_only_look_like_doing_are_kept(name):
    assert normal_form(name) == name


def test_a_form_is_its_own_form():
    for names in SAME + APART:
        for name in names:
            assert normal_form(normal_form(name)) == normal_form(name)


@pytest.mark.timeout(30)
def test_hostile_words_hold_nothing_up():
    """A pattern that backtracks without bound would run into the limit."""
    for words in ("累计新增" * 12_000, "税收亿" * 16_000, "1" * 50_000, "楼宇" * 25_000, "（" * 50_000):
        normal_form(words)

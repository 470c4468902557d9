import pytest

from corpus.extraction.unit_names import is_group, looks_like_unit, split_units, unit_key


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("赵巷、徐泾、西虹桥、新城", ["赵巷", "徐泾", "西虹桥", "新城"]),
        ("市委组织部，市政府办公室，市发改委、市科技局", ["市委组织部", "市政府办公室", "市发改委", "市科技局"]),
        ("各县级市<区>人民政府，苏州工业园区管委会", ["各县级市<区>人民政府", "苏州工业园区管委会"]),
        ("区府办<区“两个健康”办>、区司法局", ["区府办<区“两个健康”办>", "区司法局"]),
        ("区财政局（区国资办）、区发改局", ["区财政局（区国资办）", "区发改局"]),
        ("市自然资源和规划局鹿城分局、区城乡改造和编研中心", ["市自然资源和规划局鹿城分局", "区城乡改造和编研中心"]),
        ("工业和信息化部、文化和旅游部", ["工业和信息化部", "文化和旅游部"]),
        ("国务院相关部门及各地区", ["国务院相关部门", "各地区"]),
        ("国务院相关部门和单位及各地区", ["国务院相关部门和单位", "各地区"]),
        ("中央和国家机关工委、教育部", ["中央和国家机关工委", "教育部"]),
        ("/", []),
    ],
)
def test_lists_are_split_into_the_printed_names(printed, names):
    assert list(split_units(printed).names) == names
    assert not split_units(printed).open_ended


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("农业农村部、财政部等", ["农业农村部", "财政部"]),
        ("住房城乡建设部等国务院相关部门及各地区", ["住房城乡建设部", "各地区"]),
        ("全国总工会等和各省级人民政府", ["全国总工会", "各省级人民政府"]),
        ("市商务局等部门", ["市商务局"]),
    ],
)
def test_a_list_that_ends_in_deng_is_open_ended(printed, names):
    assert list(split_units(printed).names) == names
    assert split_units(printed).open_ended


def test_bracket_style_and_width_do_not_change_a_name():
    assert unit_key("区财政局〈区国资办〉") == unit_key("区财政局（区国资办）")
    assert unit_key("各县(市、区)人民政府") == unit_key("各县（市、区）人民政府")
    assert unit_key("*区发改局") == unit_key("区发改局")


@pytest.mark.parametrize(
    "name", ["各镇", "各街镇", "区属公司", "各县（市、区）人民政府", "属地街镇", "各行业主管部门", "相关区人民政府"]
)
def test_group_names(name):
    assert is_group(name)


@pytest.mark.parametrize("name", ["区商务委", "南郊街道", "新城公司", "市工商联", "各省", "共青团中央"])
def test_unit_like_names(name):
    assert looks_like_unit(name)


@pytest.mark.parametrize("name", ["专人", "仅销售预包装食品", "快递物流"])
def test_other_words_are_not_unit_like(name):
    assert not looks_like_unit(name)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("省水利厅，各市、县（市、区）政府", ["省水利厅", "各市、县（市、区）政府"]),
        ("各州、市、县人民政府", ["各州、市、县人民政府"]),
        ("各省、自治区、直辖市", ["各省、自治区、直辖市"]),
        ("各镇、街道", ["各镇", "街道"]),
        ("水利部及各地方", ["水利部", "各地方"]),
        ("文化和旅游部等有关部门和单位", ["文化和旅游部"]),
    ],
)
def test_a_group_named_by_its_levels_is_one_name(printed, names):
    assert list(split_units(printed).names) == names

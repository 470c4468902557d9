"""Names of bodies, and the places they stand for."""

import pytest

from corpus.reading.organisations import Region, is_organisation, join_names, name_to_region, split_names


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("上海市青浦区人民政府办公室", Region("上海市青浦区", "区县")),
        ("温州市鹿城区人民政府办公室", Region("温州市鹿城区", "区县")),
        ("苏州市人民政府办公室", Region("苏州市", "市")),
        ("太原市市场监督管理局", Region("太原市", "市")),
        ("浙江省卫生健康委员会", Region("浙江省", "省")),
        ("重庆市人民政府", Region("重庆市", "省")),
        ("广西壮族自治区人民政府", Region("广西壮族自治区", "省")),
        ("广州南沙新区（自贸片区）促进总部经济发展扶持办法", Region("广州南沙新区", "区县")),
        ("云泽州住房和城乡建设局", Region("云泽州", "市")),
        ("南浦市民政局", Region("南浦市", "市")),
        ("南浦市民办学校管理办法", Region("南浦市", "市")),
        ("南浦市民生实事实施方案", Region("南浦市", "市")),
        ("国务院办公厅", Region(None, "国家")),
        ("人力资源社会保障部教育部财政部", Region(None, "国家")),
        ("工业和信息化部", Region(None, "国家")),
    ],
)
def test_a_name_begins_with_its_place(name, region):
    assert name_to_region(name) == region


def test_a_name_without_a_place_has_none():
    assert name_to_region("市政府办公室") is None
    assert name_to_region("全体市民生活公约") is None


def test_names_on_one_line_are_told_apart_and_wrapped_names_joined():
    """嘉兴: two names on the first line, the third wrapped over two."""
    lines = [
        "嘉兴市发展和改革委员会    嘉兴市服务业发展局",
        "嘉兴市盘活资源促进楼宇经济",
        "高质量发展工作领导小组办公室",
    ]
    assert join_names(lines) == [
        "嘉兴市发展和改革委员会",
        "嘉兴市服务业发展局",
        "嘉兴市盘活资源促进楼宇经济高质量发展工作领导小组办公室",
    ]


@pytest.mark.parametrize("text", ["国务院", "苏州市人民政府办公室", "浙江省财政厅"])
def test_bodies_are_known_by_their_last_word(text):
    assert is_organisation(text)


@pytest.mark.parametrize("text", ["请认真贯彻执行。", "关于促进楼宇经济的方案", "2023年办公室", "局"])
def test_sentences_and_titles_are_no_bodies(text):
    assert not is_organisation(text)


def test_a_title_may_begin_with_its_year_and_a_party_department_tells_no_place():
    assert name_to_region("2026年上海市政府工作报告") == Region("上海市", "省")
    assert name_to_region("宣传部") is None
    assert name_to_region("教育部") == Region(None, "国家")


def test_a_party_congress_is_of_its_province_and_some_provinces_are_no_place():
    assert name_to_region("中国共产党浙江省第十五次代表大会报告") == Region("浙江省", "省")
    assert name_to_region("部分省市区县政府工作报告摘编") is None
    assert name_to_region("全州城市建设绿色发展工作方案") is None


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("柳河镇人民政府", "柳河镇"),
        ("东关街道办事处", "东关街道"),
        ("丙县柳河镇人民政府", "丙县"),
        ("乡村振兴局", None),
    ],
)
def test_a_town_named_alone_is_the_place(name, place):
    region = name_to_region(name)
    assert (region.name if region else None) == place


def test_national_bodies_without_a_gap_are_told_apart():
    assert split_names("国家林业和草原局国家能源局") == ["国家林业和草原局", "国家能源局"]
    assert split_names("国家税务总局") == ["国家税务总局"]
    assert split_names("工业和信息化部教育部税务总局") == ["工业和信息化部", "教育部", "税务总局"]
    assert split_names("国务院国有资产监督管理委员会财政部") == ["国务院国有资产监督管理委员会", "财政部"]
    assert split_names("文化和旅游部") == ["文化和旅游部"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("自治区人民政府", None),
        ("新区管委会", None),
        ("乙丙自治区人民政府", "乙丙自治区"),
        ("关于走新型城市化道路的决定", None),
        ("丁戊市化工园区管理委员会", "丁戊市化工园区"),
    ],
)
def test_a_kind_of_place_alone_is_none(name, place):
    region = name_to_region(name)
    assert (region.name if region else None) == place


def test_what_speaks_of_something_or_leaves_a_bracket_open_is_no_body():
    assert not is_organisation("关于做好有关工作的通知(甲改办")
    assert is_organisation("甲市发展和改革委员会(甲市粮食局)办公室")

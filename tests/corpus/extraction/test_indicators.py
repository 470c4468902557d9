import pytest

from corpus.extraction.indicators import indicator_kind, is_flow, split_scope, words_to_indicator
from corpus.target import TargetKind


@pytest.mark.parametrize(
    ("words", "indicator"),
    [
        ("争取存量空置楼宇累计去化面积", "存量空置楼宇累计去化面积"),
        ("其中星级楼宇入驻率达到", "星级楼宇入驻率"),
        ("培育科技信息、金融服务、数字产业、现代商贸等特色楼宇", "特色楼宇"),
        ("打造特色产业楼宇", "特色产业楼宇"),
        ("新增规（限）上企业", "新增规（限）上企业"),
        ("全国农机总动力稳定在", "全国农机总动力"),
        ("企业入驻率总体达到", "企业入驻率"),
        ("将商标注册平均审查周期压缩至", "商标注册平均审查周期"),
    ],
)
def test_words_around_a_number_become_a_name(words, indicator):
    assert words_to_indicator(words) == indicator


def test_scope_is_taken_off_the_front():
    assert split_scope("全市楼宇税收贡献率") == ("全市", "楼宇税收贡献率")
    assert split_scope("城区楼宇入驻率") == ("城区", "楼宇入驻率")
    assert split_scope("昆山市亿元楼宇", ("昆山市",)) == ("昆山市", "亿元楼宇")
    assert split_scope("商务楼宇建筑面积") == (None, "商务楼宇建筑面积")


@pytest.mark.parametrize(
    ("words", "unit", "kind"),
    [
        ("新增亿元楼宇", "幢", TargetKind.NEW),
        ("总部项目引进", "个", TargetKind.NEW),
        ("累计亿元楼宇", "幢", TargetKind.CUMULATIVE),
        ("亿元楼宇总数", "幢", TargetKind.CUMULATIVE),
        ("千万税收楼宇", "幢", TargetKind.LEVEL),
        ("楼宇税收总量", "亿元", TargetKind.LEVEL),
        ("企业入驻率", "%", TargetKind.RATE),
    ],
)
def test_kinds(words, unit, kind):
    assert indicator_kind(words, unit) is kind


def test_only_what_is_done_in_a_time_adds_up_over_years():
    assert is_flow("新增办公面积")
    assert is_flow("累计认定特色产业楼宇")
    assert not is_flow("亿元楼宇总数")

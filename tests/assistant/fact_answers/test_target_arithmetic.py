import pytest


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("张家港、常熟、太仓、昆山四个县级市2023年合计新增多少幢亿元楼宇？", "2+1+1+2=6幢"),
        ("青浦三年一共消化掉多少空置的写字楼面积？", "150000+150000+100000=400000平方米"),
        ("鹿城三年一共新增多少商务楼宇建筑面积？", "60万+120万+120万=300万方"),
        ("苏州工业园区累计亿元楼宇占全市的比重大概是多少？", "40÷87≈45.98%≈46%"),
        ("鹿城26年比24年 企业入住率要提高几个点?", "10个百分点（90-80=10）"),
        ("嘉兴2020年楼宇税收总量目标全市比市本级多多少？", "62亿-30亿=32亿"),
        ("2015年底嘉兴的楼大概住进去几成？市区比全市是高还是低？", "76.7-75.6=1.1"),
    ],
)
def test_arithmetic_is_spelled_out(told, question, words):
    assert words in told(question)


def test_a_sum_is_checked_against_the_goal_of_the_text(told):
    text = told("青浦附件2里总部项目引进三年加总是多少个？跟正文的目标对得上吗？")
    assert "5+5+5=15个" in text
    assert "不少于15个”一致" in text


def test_all_that_are_equal_are_named(told):
    text = told("苏州哪个地区累计亿元楼宇最少")
    assert all(area in text for area in ("常熟市", "太仓市", "姑苏区", "虎丘区"))
    assert "3幢" in text


def test_the_largest_of_a_year(told):
    assert told("苏州各地2023年新增亿元楼宇目标哪个地区最多？").startswith("相城区最多")


def test_both_ends_where_both_are_asked_for(told):
    """Suzhou's annex: 吴中区 6, 姑苏区 1."""
    text = told("2023年新增特色产业楼宇，苏州哪个板块最多、哪个最少？")
    assert "吴中区最多，2023年新增特色产业楼宇为6幢" in text
    assert "姑苏区最少，2023年新增特色产业楼宇为1幢" in text


def test_one_year_less_than_another(told):
    assert "150000-100000=50000" in told("青浦2025年全区的去化面积比2024年轻多少？")


def test_a_difference_by_the_year_is_divided_by_the_years_between(told):
    """亿元税收楼宇 3 in 2015 and 12 in 2020."""
    assert "年均1.8幢（2020-2015=5，9÷5=1.8）" in told("嘉兴2020年亿元楼宇比2015年平均每年多多少？")
    assert "年均" not in told("嘉兴2020年亿元楼宇比2015年多多少？")


def test_the_largest_of_each_year_where_no_year_is_named(told):
    """去化面积: 西虹桥公司 90000, 90000 and 60000, more than any other in each year."""
    text = told("青浦去化任务最重的是哪个镇？")
    assert text.count("西虹桥公司最多") == 3
    assert "2025年去化面积为60000平方米" in text

import pytest

from corpus.extraction.prose_targets import default_scope, prose_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

GOALS = a_heading(1, "二、", "主要目标")
TASKS = a_heading(1, "三、", "主要任务")


def goals(text):
    return prose_to_targets(a_document(GOALS, a_paragraph(text, "二、主要目标")))


def elsewhere(text):
    return prose_to_targets(a_document(TASKS, a_paragraph(text, "三、主要任务")))


def test_a_year_holds_until_another_is_named():
    first, second = goals("到2025年，提升一批楼宇。全市入驻率达到70%以上。2026年，培育特色楼宇20座以上。")
    assert (first.year, first.scope, first.indicator) == (2025, "全市", "入驻率")
    assert (second.year, second.indicator) == (2026, "特色楼宇")


def test_the_quote_reaches_back_to_the_year():
    (target,) = goals("到2025年，提升一批楼宇。入驻率达到70%以上。")
    assert target.quote == "到2025年，提升一批楼宇。入驻率达到70%以上。"


def test_outside_goal_sections_only_sentences_that_look_ahead_count():
    assert [target.indicator for target in elsewhere("力争到2020年，累计盘活楼宇资源100万平方米以上。")] == [
        "累计盘活楼宇资源"
    ]
    assert elsewhere("推进绿洲智谷等19个重点项目建设进度。对入驻率低于50%的楼宇进行摸排。") == []


def test_a_promise_without_a_date_counts_too():
    (target,) = elsewhere("以5类楼宇为重点，创成楼宇党建示范点2个。")
    assert (target.indicator, target.year, target.quantity.value) == ("创成楼宇党建示范点", None, 2)


def test_present_figures_do_not_count():
    assert elsewhere("截止2015年底，全市纳统楼宇平均入驻率75.6%，千万税收楼宇83幢。") == []


def test_the_same_goal_twice_is_one_target():
    text = "到2020年，千万税收楼宇150幢。到2020年，千万税收楼宇达150幢。"
    assert len(goals(text)) == 1


def test_the_default_scope_is_the_word_for_the_whole():
    document = a_document(a_paragraph("在全国领先，提升全市楼宇。全国推广，全国示范。"), level="市")
    assert default_scope(document) == "全市"
    assert default_scope(a_document(a_paragraph("提升楼宇。"), region="鹿城区", level="区县")) == "鹿城区"


def test_notes_define_and_set_no_goals():
    note = a_paragraph("注：到2020年，楼宇指建筑面积5000平方米以上的楼宇。", "二、主要目标", note=True)
    assert prose_to_targets(a_document(GOALS, note)) == []


def test_a_year_before_the_plan_is_a_record():
    text = "2015年，全市税收总额33.8亿元，千万税收楼宇83幢。到2020年，千万税收楼宇150幢。"
    document = a_document(a_heading(1, "一、", "目标"), a_paragraph(text, "一、目标"), period=(2016, 2020))
    assert [target.year for target in prose_to_targets(document)] == [2020]


def test_an_indicator_named_before_is_named_in_full():
    text = "到2027年，低空经济规模达到30亿元。到2030年，规模突破60亿元。"
    assert [(target.indicator, target.year) for target in goals(text)] == [
        ("低空经济规模", 2027),
        ("低空经济规模", 2030),
    ]


def test_a_title_that_says_what_is_to_be_done_reports_nothing():
    heading = a_heading(2, "（一）", "完善基础设施")
    document = a_document(heading, a_paragraph("到2027年底建成充电站300座。", "（一）完善基础设施"))
    assert [target.indicator for target in prose_to_targets(document)] == ["充电站"]
    record = a_heading(2, "（一）", "发展基础")
    document = a_document(record, a_paragraph("到2027年底建成充电站300座。", "（一）发展基础"))
    assert prose_to_targets(document) == []


def test_what_never_ends_is_read_in_pieces():
    """A sentence is read again for each of its numbers: one as long as a file would take the square of its length."""
    found = goals("".join(f"新建公园{number}个，" for number in range(100, 700)))
    assert len(found) == 600
    assert max(len(target.quote) for target in found) <= 3000


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("今年前三个月又新增公共泊位320个，新建充电桩46台。", []),
        ("今年1—4月新增公共泊位320个。", []),
        ("今年上半年，已建成绿道12公里。", []),
        ("全县已新增公共泊位320个。", []),
        ("今年前三个月新增公共泊位320个，力争全年新建充电桩900台。", ["新建充电桩"]),
        ("今年上半年建成绿道12公里。", ["上半年建成绿道"]),
        ("今年新增公共泊位320个。", ["新增公共泊位"]),
    ],
)
def test_what_this_year_has_brought_so_far_is_no_goal(text, names):
    document = a_document(TASKS, a_paragraph(text, "三、主要任务"), title="2026年工作要点")
    assert [one.indicator for one in prose_to_targets(document)] == names

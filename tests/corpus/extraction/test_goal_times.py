"""Which year holds for a goal, and what is past."""

from corpus.extraction.prose_targets import prose_to_targets
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph


def stated(document):
    return [(target.indicator, str(target.quantity.value), target.year) for target in prose_to_targets(document)]


def titled(document, title):
    return document.model_copy(update={"metadata": document.metadata.model_copy(update={"title": title})})


def below(heading, *paragraphs):
    """A document of one section."""
    head = f"三、{heading}"
    return a_document(a_heading(1, "三、", heading), *(a_paragraph(text, head) for text in paragraphs))


def test_the_year_of_the_lead_paragraph_holds_for_its_list():
    document = a_document(
        a_heading(1, "一、", "发展目标"),
        a_paragraph("到2028年，体系基本形成。", "一、发展目标"),
        a_heading(4, "——", "基地更强", "一、发展目标"),
        a_paragraph("建成基地6个以上。", "一、发展目标", "——基地更强"),
        a_heading(4, "——", "人才更多", "一、发展目标"),
        a_paragraph("培养人才500名。", "一、发展目标", "——人才更多"),
    )
    assert stated(document) == [("基地", "6", 2028), ("培养人才", "500", 2028)]


def test_of_two_years_the_plan_s_own_end_holds():
    document = a_document(
        a_heading(1, "一、", "目标"),
        a_paragraph("到2030年，大幅提升。到2035年，全面实现。", "一、目标"),
        a_paragraph("覆盖率达到80%。", "一、目标"),
        period=(2026, 2030),
    )
    assert stated(document) == [("覆盖率", "80", 2030)]


def test_a_goal_that_stands_in_a_heading_has_the_year_of_the_plan():
    document = a_document(
        a_heading(1, "一、", "主要预期目标"),
        a_heading(2, "1.", "固定资产投资增长8%左右", "一、主要预期目标"),
        a_paragraph("牵头单位：区发改局", "一、主要预期目标", "1.固定资产投资增长8%左右"),
    )
    assert stated(titled(document, "某区2027年重点工作分解方案")) == [("固定资产投资增长", "8", 2027)]


def test_the_expected_goals_of_this_year_are_goals_and_the_past_is_none():
    document = a_document(
        a_heading(1, "一、", "2025年工作回顾"),
        a_paragraph("全县生产总值达到210亿元。", "一、2025年工作回顾"),
        a_heading(1, "二、", "今后五年的目标和任务"),
        a_paragraph("过去五年，我们砥砺前行。财政收入年均增长6%，建成学校12所。", "二、今后五年的目标和任务"),
        a_heading(1, "三、", "2026年工作安排"),
        a_paragraph(
            "今年全县发展的主要预期目标是：生产总值增长6%以上，财政收入增长3%，城镇调查失业率5.5%以内。",
            "三、2026年工作安排",
        ),
    )
    assert stated(titled(document, "2026年某县政府工作报告")) == [
        ("生产总值增长", "6", 2026),
        ("财政收入增长", "3", 2026),
        ("城镇调查失业率", "5.5", 2026),
    ]


def test_years_in_full_width_and_in_chinese_figures_are_years():
    section = a_heading(1, "一、", "目标")
    document = a_document(
        section,
        a_paragraph("到２０２８年，入学率达到９５％。", "一、目标"),
        a_paragraph("到二○三○年，入学率达到百分之九十八。", "一、目标"),
    )
    assert stated(document) == [("入学率", "95", 2028), ("入学率", "98", 2030)]


def test_what_a_yearly_plan_promises_is_for_its_year():
    document = a_document(
        a_heading(1, "一、", "新增学位3000个"),
        a_paragraph("牵头单位：市教育局", "一、新增学位3000个"),
        a_paragraph("二、新建社区食堂20个，方便老人。"),
    )
    assert stated(titled(document, "某市2027年民生实事清单")) == [
        ("新增学位", "3000", 2027),
        ("新建社区食堂", "20", 2027),
    ]
    assert [year for *_, year in stated(titled(document, "某市2027年工作总结"))] == [None, None]


def test_below_a_dated_heading_the_years_before_are_past_and_so_is_what_goes_on_from_them():
    document = below(
        "某市（2024年1月30日，第四次会议）",
        "2023年全年实现生产总值6011亿元、增长6.8%。",
        "完成工业投资57亿元。",
        "2024年主要预期目标为：生产总值增长6%左右。",
    )
    assert stated(document) == [("生产总值增长", "6", 2024)]


def test_what_was_said_in_december_is_of_the_next_year():
    document = below("某县（2024年12月29日，第三次会议）", "2024年投资增长13%。", "今年建成供水工程3处以上。")
    assert stated(document) == [("供水工程", "3", 2025)]


def test_a_marked_line_titles_what_follows():
    head = "六、某省（2025年1月）"
    lines = ("■2024年成绩单", "●粮食总产达到557亿斤", "■2025年主要预期目标", "●经济增长6%左右")
    document = a_document(a_heading(1, "六、", head.removeprefix("六、")), *(a_paragraph(line, head) for line in lines))
    assert stated(document) == [("经济增长", "6", 2025)]


def test_a_deadline_is_that_of_one_thing():
    document = a_document(
        a_heading(1, "三、", "任务"), a_paragraph("2027年底前建成院区3个。住院日控制在9天以内。", "三、任务")
    )
    assert stated(document) == [("院区", "3", 2027), ("住院日", "9", None)]


def test_a_deadline_without_a_number_is_that_of_all_that_follows():
    document = a_document(
        a_heading(1, "三、", "任务"), a_paragraph("2027年前，取得突破。培育企业5家以上。", "三、任务")
    )
    assert stated(document) == [("企业", "5", 2027)]

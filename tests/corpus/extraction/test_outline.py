from corpus.extraction.outline import blocks_to_sections, title_of
from tests.corpus.extraction.building import a_heading, a_paragraph


def test_paragraphs_stand_under_their_chain_of_headings():
    blocks = [
        a_paragraph("前言"),
        a_heading(1, "三、", "重点任务"),
        a_heading(2, "（一）", "优化楼宇服务流程。", "三、重点任务"),
        a_paragraph("正文一", "三、重点任务", "（一）优化楼宇服务流程"),
        a_paragraph("正文二", "三、重点任务", "（一）优化楼宇服务流程"),
        a_heading(1, "四、", "保障措施"),
    ]
    sections = blocks_to_sections(blocks)
    assert [(section.above, section.title, len(section.paragraphs)) for section in sections] == [
        (None, None, 1),
        (None, "重点任务", 0),
        ("重点任务", "优化楼宇服务流程", 2),
        (None, "保障措施", 0),
    ]


def test_the_title_is_no_heading_above_and_a_short_path_leaves_the_headings():
    blocks = [
        a_heading(0, "", "实施方案"),
        a_heading(1, "一、", "目标"),
        a_paragraph("目标正文", "一、目标"),
        a_paragraph("附件：清单"),
    ]
    assert [section.title for section in blocks_to_sections(blocks)][1:] == ["目标", None]


def test_a_title_loses_its_stop_and_emphasis():
    assert title_of(a_heading(3, "1.", "**全域统筹楼宇规划建设。**")) == "全域统筹楼宇规划建设"

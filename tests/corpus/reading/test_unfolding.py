"""A body that lost all its line breaks."""

from corpus.reading.lines import text_to_lines
from corpus.reading.unfolding import unfold_lines

BODY = "推动发展改革委等部门研究措施并抓好落实工作。" * 30


def unfolded(text):
    return [line.text for line in unfold_lines(text_to_lines(text))]


def test_an_endless_line_is_cut_at_its_numbered_headings():
    text = (
        f"各省人民政府，各直属机构：党中央高度重视。一、提升便利度（一）优化流程。{BODY}（发展改革委负责）"
        f"（二）提升效率。{BODY}（住房城乡建设部负责）各地要抓好落实。二、简化条件（三）降低门槛。{BODY}国务院办公厅2020年7月15日（此件公开发布）"
    )
    heads = [line[:8] for line in unfolded(text)]
    assert heads == [
        "各省人民政府，各",
        "党中央高度重视。",
        "一、提升便利度",
        "（一）优化流程。",
        "（二）提升效率。",
        "各地要抓好落实。",
        "二、简化条件",
        "（三）降低门槛。",
        "国务院办公厅20",
    ]


def test_offsets_stay_those_of_the_source():
    text = f"一、提升（一）优化流程。{BODY}（二）提升效率。{BODY}（三）降低门槛。{BODY}"
    for line in unfold_lines(text_to_lines(text)):
        assert text[line.start : line.end] == line.text
        assert line.number == 1


def test_a_long_paragraph_without_such_a_run_stays_whole():
    assert len(unfolded(f"{BODY}{BODY}{BODY}第（一）项、第（五）项。一、二产业。")) == 1
    assert len(unfolded("一、目标（一）甲。（二）乙。")) == 1


TALK = "加强领导，明确任务，形成工作合力，确保各项任务落到实处。" * 8


def test_labels_of_who_does_it_by_when_begin_lines_of_their_own():
    text = (
        f"梅溪供水公司漏损治理方案为落实要求，制定本方案。一、任务（1）管网普查：查清管线。责任单位：管网部完成时限：2025年5月31日"
        f"（2）分区计量：安装水表。责任单位：计量部、营业部配合单位：各分公司二、要求{TALK}"
    )
    assert unfolded(text) == [
        "梅溪供水公司漏损治理方案",
        "为落实要求，制定本方案。",
        "一、任务",
        "（1）管网普查：查清管线。",
        "责任单位：管网部",
        "完成时限：2025年5月31日",
        "（2）分区计量：安装水表。",
        "责任单位：计量部、营业部",
        "配合单位：各分公司",
        f"二、要求{TALK}",
    ]


def test_chapters_and_articles_are_cut_behind_letter_and_signature():
    text = (
        f"各乡镇人民政府：现将《梅溪县堤防管理办法》印发给你们。梅溪县人民政府2024年3月1日（此件公开发布）梅溪县堤防管理办法"
        f"第一章  总  则第一条  为加强管理，制定本办法。第二条  依照本办法第一条的规定管理。第二章  巡查第三条  {TALK}"
    )
    assert unfolded(text) == [
        "各乡镇人民政府：",
        "现将《梅溪县堤防管理办法》印发给你们。",
        "梅溪县人民政府2024年3月1日（此件公开发布）",
        "梅溪县堤防管理办法",
        "第一章  总  则",
        "第一条  为加强管理，制定本办法。",
        "第二条  依照本办法第一条的规定管理。",
        "第二章  巡查",
        f"第三条  {TALK}",
    ]


def test_letterhead_number_title_and_what_is_sent_are_told_apart():
    text = (
        "梅溪县水务局梅溪县财政局文件梅水发〔2024〕7号梅溪县水务局梅溪县财政局关于印发《梅溪县堤防加固方案》的通知"
        "各乡镇，县供水公司：现印发给你们。梅溪县水务局  梅溪县财政局2024年3月1日《梅溪县堤防加固方案》"
        f"为保障行洪，制定本方案。一、目标。安全。二、任务。加固。三、保障。{TALK}"
    )
    assert unfolded(text)[:7] == [
        "梅溪县水务局梅溪县财政局文件",
        "梅水发〔2024〕7号",
        "梅溪县水务局梅溪县财政局关于印发《梅溪县堤防加固方案》的通知",
        "各乡镇，县供水公司：",
        "现印发给你们。",
        "梅溪县水务局  梅溪县财政局2024年3月1日",
        "《梅溪县堤防加固方案》",
    ]


def test_a_day_that_is_told_of_is_no_signature():
    text = f"经梅溪县人民政府2024年3月1日批准，实施治理。一、目标。安全。二、任务。加固。三、保障。{TALK}{TALK}"
    assert unfolded(text)[0] == "经梅溪县人民政府2024年3月1日批准，实施治理。"


def test_the_title_of_a_statute_ends_before_who_passed_it_when():
    passed = "（2019年3月28日梅溪省人民代表大会常务委员会第九次会议通过 根据2023年9月1日《关于修改条例的决定》修正）"
    rules = f"第一条 为了保护堤防，制定本条例。 第二条 本省适用。 第三条 {TALK}{TALK}"
    assert unfolded(f"梅溪省堤防保护条例 {passed} 第一章 总则 {rules}")[:3] == [
        "梅溪省堤防保护条例",
        passed,
        "第一章 总则",
    ]

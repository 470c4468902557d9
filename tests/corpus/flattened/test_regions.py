"""Where tables begin and end, and what stands above and below them."""

from corpus.flattened.notes import notes_below
from corpus.flattened.number_regions import find_number_regions
from corpus.flattened.regions import find_regions, is_barrier
from corpus.reading.lines import text_to_lines

ROWS = "1 推进建设。 市住建局\n2 加强服务。 市商务局\n"


def test_caption_and_unit_note_above_a_header():
    lines = text_to_lines(f"附件 2\n\n某某市\n重点任务清单\n单位：幢、场\n\n序号 重点任务 责任单位\n{ROWS}")
    [region] = find_regions(lines)
    assert (region.above.caption, region.above.unit_note) == ("某某市重点任务清单", "幢、场")
    assert lines[region.first].text == "某某市"


def test_a_sentence_above_a_header_is_no_caption():
    [region] = find_regions(text_to_lines(f"请认真贯彻执行。\n\n序号 重点任务 责任单位\n{ROWS}"))
    assert region.above.caption == ""


def test_a_repeated_header_and_a_continued_caption_are_no_text():
    text = f"任务清单\n序号 重点任务 责任单位\n{ROWS}续表\n序号 重点任务 责任单位\n3 优化流程。 市数据局\n"
    [region] = find_regions(text_to_lines(text))
    assert [token.text for token in region.tokens][-3:] == ["3", "优化流程。", "市数据局"]
    assert "序号" not in [token.text for token in region.tokens]
    assert "续表" not in [token.text for token in region.tokens]


def test_the_same_header_with_numbers_from_one_is_another_table():
    text = f"甲表\n序号 重点任务 责任单位\n{ROWS}\n乙项任务表\n序号 重点任务 责任单位\n{ROWS}"
    assert [region.above.caption for region in find_regions(text_to_lines(text))] == ["甲表", "乙项任务表"]


def test_a_table_ends_before_an_annex_a_letter_foot_or_tabs():
    assert all(map(is_barrier, ["附件 2", "抄送：区委各部门", "某某办公室 2023年5月17日印发", "1\t甲\t乙"]))
    assert not is_barrier("附件管理工作由各单位负责")


def test_figures_without_a_caption_are_no_table():
    figures = "甲 1 2\n乙 3 4\n"
    assert find_number_regions(text_to_lines(f"说明如下。\n地区 面积 数量\n{figures}"), ()) == []
    [region] = find_number_regions(text_to_lines(f"目标分解表\n地区 面积 数量\n{figures}"), ())
    assert (region.caption, region.first, region.header, region.figures, region.last) == ("目标分解表", 0, 1, 2, 3)


def test_the_first_line_of_an_annex_is_a_caption_whatever_it_says():
    [region] = find_number_regions(text_to_lines("附件 3\n年度目标任务\n地区 面积 数量\n甲 1 2\n乙 3 4\n"), ())
    assert region.caption == "年度目标任务"


def test_notes_below():
    lines = text_to_lines("末行\n\n注：1.甲，\n下同。\n备注：乙。\n\n正文")
    assert notes_below(lines, 0, len(lines)) == (("注：1.甲，下同。", "备注：乙。"), 4)
    assert notes_below(lines, 4, len(lines)) == ((), 4)

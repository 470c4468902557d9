"""Signature, imprint and copies at the foot of a document."""

from corpus.reading.frame import find_copied_to, find_imprint, find_signature
from corpus.reading.lines import text_to_lines


def test_names_stand_above_the_day_or_on_its_line():
    above = find_signature(text_to_lines("请执行。\n\n某市发改委    某市财政局\n某市商务局\n2023年5月1日\n"))
    beside = find_signature(text_to_lines("请执行。\n某市政府办公室 2023年5月1日（此件公开发布）\n"))
    assert above is not None
    assert beside is not None
    assert above.names == ("某市发改委    某市财政局", "某市商务局")
    assert beside.names == ("某市政府办公室",)


def test_the_list_of_attachments_above_the_names_is_none_of_them():
    foot = find_signature(
        text_to_lines("附件：1.某表\n2.各县（区）用水目标表\n\n某市水务局\n某市财政局\n2025年6月9日\n")
    )
    assert foot is not None
    assert foot.names == ("某市水务局", "某市财政局")


def test_a_title_right_above_who_signs_on_top_is_none_of_the_names():
    for title in ("关于加强堤防巡查工作的实施意见", "梅溪县堤防巡查办法", "关于堤防巡查的几点想法"):
        foot = find_signature(text_to_lines(f"{title}\n梅溪县人民政府\n2023年11月6日\n一、总体要求\n"))
        assert foot is not None
        assert foot.names == ("梅溪县人民政府",)


def test_a_day_alone_is_a_signature_without_names():
    foot = find_signature(text_to_lines("特此通知。\n2023年 5月 16日\n"))
    assert foot is not None
    assert foot.names == ()


def test_a_day_in_a_sentence_or_an_imprint_is_none():
    assert find_signature(text_to_lines("自2023年5月1日起施行。\n某办公室2023年5月1日印发\n")) is None


def test_the_imprint_names_its_body_on_the_same_line_or_above():
    same = find_imprint(text_to_lines("某市政府办公室    2023年 3月 28日印发  \n"))
    above = find_imprint(text_to_lines("某市政府办公室\n\n2023年11月17日印发\n"))
    assert same is not None
    assert above is not None
    assert same.names == above.names == ("某市政府办公室",)
    assert (above.first, above.last) == (0, 2)


def test_copies_go_on_until_the_list_ends_or_the_imprint_begins():
    wrapped = text_to_lines("抄送：区委各部门、区检察\n\n院，各人民团体。\n\n某办公室 2023年5月17日印发\n")
    tight = text_to_lines("抄送：市委各部门，市妇联。\n各民主党派市委。\n\n某办公室\n2023年5月17日印发\n")
    assert find_copied_to(wrapped) == (0, 2)
    assert find_copied_to(tight) == (0, 1)
    assert find_copied_to(text_to_lines("主送：各镇\n")) is None


def test_the_last_row_of_a_table_is_signed_by_nobody():
    rows = "项目\t问题\t责任单位\t办结时限\n书院修缮\t漏雨\t区文旅局\t2027年4月30日\n"
    assert find_signature(text_to_lines(rows)) is None
    assert find_signature(text_to_lines(rows.replace("\t", "|"))) is None

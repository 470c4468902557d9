"""Where single lines say that a document comes from."""

from datetime import date

import pytest

from corpus.reading.lines import text_to_lines
from corpus.reading.origin import line_to_origin


@pytest.mark.parametrize(
    ("text", "names", "day"),
    [
        ("填报单位：乙县林业局单位：亩填报日期：2026年3月4日", ("乙县林业局",), date(2026, 3, 4)),
        ("编制：县水务办公室2026年3月4日资金单位：万元", ("县水务办公室",), date(2026, 3, 4)),
        ("乙水办〔2026〕7号　（乙县河长制办公室，2026年5月6日）", ("乙县河长制办公室",), date(2026, 5, 6)),
        ("（乙县人民政府2026年5月6日印发，各乡镇人民政府执行）", ("乙县人民政府",), date(2026, 5, 6)),
        ("2019年3月4日 中华人民共和国国务院令第708号公布", ("国务院",), date(2019, 3, 4)),
        ("（2019年3月4日乙市人民政府令第9号公布 自2019年5月1日起施行）", ("乙市人民政府",), date(2019, 3, 4)),
        ("乙县财政局局长　王某某", ("乙县财政局",), None),
        ("乙县人民政府副县长 王某某", ("乙县人民政府",), None),
        ("填报单位：乙县教育局截至2026年6月30日", ("乙县教育局",), None),
    ],
)
def test_a_line_says_who_made_a_document_and_when(text, names, day):
    (line,) = text_to_lines(text)
    origin = line_to_origin(line)
    assert origin is not None
    assert (origin.names, origin.day) == (names, day)


def test_the_number_of_a_decree_is_that_of_the_document_and_one_that_revises_it_is_not():
    made, revised = text_to_lines("2019年3月4日 乙市人民政府令第9号公布\n2022年1月1日 乙市人民政府令第20号第一次修订")
    origin = line_to_origin(made)
    assert origin is not None
    assert origin.number is not None
    assert origin.number.key == "乙市人民政府令第9号"
    assert line_to_origin(revised) is None

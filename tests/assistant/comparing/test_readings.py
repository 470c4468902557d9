"""Whether a number is new or standing, and for what time, is read from the words, the table and the arithmetic."""

from assistant.comparing.groups import indicator_groups
from assistant.comparing.readings import Kind, Span, member_readings
from tests.assistant.making import document, five_documents, target


def readings(document_id, name):
    found = next(group for group in indicator_groups(five_documents()) if group.name == name)
    members = [member for member in found.members if member.document_id == document_id]
    return member_readings(five_documents().document(document_id), members)


def times(document_id, name):
    return {
        (str(one.target.quantity.value), one.kind, one.span, one.year, one.first)
        for one in readings(document_id, name)
        if one.whole and not one.target.is_baseline
    }


def test_what_is_added_by_a_year_is_for_the_years_together():
    """鹿城 到2026年新增300万平方米 is 60+120+120 of the table; 总面积突破600万平方米 is a size."""
    assert times("lucheng", "楼宇面积") == {
        ("60", Kind.NEW, Span.YEAR, 2024, None),
        ("120", Kind.NEW, Span.YEAR, 2025, None),
        ("120", Kind.NEW, Span.YEAR, 2026, None),
        ("300", Kind.NEW, Span.PERIOD, 2026, 2024),
        ("600", Kind.STOCK, Span.POINT, 2026, None),
    }


def test_what_is_added_in_a_year_is_for_that_year():
    """苏州 2023年，新增亿元楼宇18幢，累计达87幢."""
    assert times("suzhou", "亿元楼宇") == {
        ("18", Kind.NEW, Span.YEAR, 2023, None),
        ("87", Kind.STOCK, Span.POINT, 2023, None),
    }


def test_a_bare_column_is_read_like_the_sentence_that_gives_its_total():
    """青浦 prints 亿元楼（个） over 5; the text says 累计新增税收亿元楼宇项目5个."""
    assert {(one.kind, one.span) for one in readings("qingpu", "亿元楼宇")} == {(Kind.NEW, Span.PERIOD)}


def test_a_sum_that_is_spelled_out_is_right():
    notes = [one.note for one in readings("qingpu", "空置去化与盘活") if one.note]
    assert notes == ["等于2023—2025年各年之和（15+15+10=40万平方米）"]


def test_a_total_that_is_not_the_sum_stays_a_total():
    """鹿城 总数达到36幢 is not 4+6+8."""
    assert ("36", Kind.STOCK, Span.POINT, 2026, None) in times("lucheng", "亿元楼宇")


def test_a_rate_is_a_point_in_time():
    assert {one.kind for one in readings("jiaxing", "楼宇入驻率")} == {Kind.RATE}


def test_a_year_written_with_to_governs_what_is_added():
    """到2027年，新增大厦9幢 counts all years up to it; 2027年新增 only that year."""
    spans = {}
    for words in ("到2027年，新增大厦9幢。", "2027年，新增大厦9幢。", "2027年底前，新增大厦9幢。"):
        one = target("a", "新增大厦", "9", "幢", 2027, quote="新增大厦9幢")
        from tests.assistant.making import library

        (group,) = indicator_groups(library(one, texts={"a": words}))
        (found,) = member_readings(document("a", text=words), group.members)
        spans[words] = found.span
    assert list(spans.values()) == [Span.PERIOD, Span.YEAR, Span.PERIOD]

"""Lines: where they begin, which page they are on, what never becomes one."""

import pytest

from corpus.reading.lines import blank_page_marks, text_to_lines, text_to_page_count


def pages(text):
    return [(line.text, line.page) for line in text_to_lines(text) if line.text]


def test_a_line_knows_its_number_and_the_offset_of_its_first_character():
    text = "标题\r\n\n  一、总体要求 \n\t合计\t5\n"
    lines = text_to_lines(text)
    assert [(line.number, line.text, line.lead) for line in lines] == [
        (1, "标题", ""),
        (2, "", ""),
        (3, "一、总体要求", "  "),
        (4, "合计\t5", "\t"),
    ]
    assert all(text[line.start : line.end] == line.text for line in lines)


def test_pages_are_unknown_where_nothing_tells_them():
    assert pages("一\n二") == [("一", None), ("二", None)]
    assert text_to_page_count("一\n二") is None


def test_form_feeds_tell_pages_even_in_the_middle_of_a_line():
    assert pages("甲\n\f乙\n丙\f丁") == [("甲", 1), ("乙", 2), ("丙", 2), ("丁", 3)]
    assert [line.number for line in text_to_lines("甲\n\f乙\n丙\f丁")] == [1, 2, 3, 3]


@pytest.mark.parametrize(
    "marks", [("— 1 —", "— 2 —"), ("- 1 -", "- 2 -"), ("－１－", "－２－"), ("第 1 页 共 2 页", "第2页")]
)
def test_an_unbroken_run_of_page_numbers_tells_pages(marks):
    """A number ends its page; what follows the last one is not said."""
    text = f"甲\n{marks[0]}\n乙\n{marks[1]}\n丙"
    assert pages(text) == [("甲", 1), ("乙", 2), ("丙", None)]


def test_a_run_that_does_not_begin_with_one_leaves_the_first_pages_open():
    assert pages("甲\n— 4 —\n乙\n— 5 —") == [("甲", None), ("乙", 5)]


@pytest.mark.parametrize("text", ["甲\n— 3 —\n乙", "甲\n— 1 —\n乙\n— 3 —\n丙"])
def test_a_single_or_broken_page_number_is_dropped_but_tells_nothing(text):
    assert {page for _, page in pages(text)} == {None}
    assert not any("—" in line.text for line in text_to_lines(text))


def test_a_number_alone_is_not_a_page_mark():
    assert pages("1\n高水平") == [("1", None), ("高水平", None)]


def test_page_marks_are_blanked_so_that_sentences_over_pages_can_be_quoted():
    text = "面积 180\n— 1 —\n万平方米\n— 2 —\n"
    blanked = blank_page_marks(text)
    assert "".join(blanked.split()) == "面积180万平方米"
    assert len(blanked) == len(text)
    assert blanked.count("\n") == text.count("\n")


def test_only_a_form_feed_at_the_end_is_one_page():
    assert text_to_page_count("甲\n\f") == 1
    assert text_to_page_count("甲\f乙") == 2

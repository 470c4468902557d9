"""Quotes are found again, white space aside."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.place import Span
from corpus.quoting import SourceText, compact, squeeze

SOURCE = "三、目标\n\n到 2025 年，推进\nBU 建设。到 2025 年底。"


def test_a_wrapped_quote_is_found_at_its_offsets():
    span = SourceText(SOURCE).find("到2025年，推进BU建设")
    assert span is not None
    assert SOURCE[span.start : span.end] == "到 2025 年，推进\nBU 建设"


def test_the_search_can_start_behind_an_offset():
    text = SourceText(SOURCE)
    first = text.find("到2025年")
    assert first is not None
    assert text.find("到2025年", first.end) == Span(start=SOURCE.rindex("到"), end=SOURCE.rindex("年") + 1)


@pytest.mark.parametrize("quote", ["到2026年", "", "  \n"])
def test_what_is_not_there_is_not_found(quote):
    assert SourceText(SOURCE).find(quote) is None


def test_spaces_stay_only_between_latin_words():
    assert squeeze(" 推进 BU、AI lab 建\n设 ") == "推进BU、AI lab建设"


@given(st.text(), st.integers(0, 50), st.integers(0, 50))
def test_any_part_of_a_text_is_found_in_it(text, start, length):
    part = text[start : start + length]
    assert (SourceText(text).find(part) is None) == (compact(part) == "")

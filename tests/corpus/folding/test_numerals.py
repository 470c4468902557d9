"""Numerals as headings and dates print them."""

import pytest

from corpus.folding.numerals import numeral_to_int


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一", 1),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("四十三", 43),
        ("一百零五", 105),
        ("二〇二三", 2023),
        ("12", 12),
        ("２０", 20),
        ("①", 1),
        ("⑳", 20),
    ],
)
def test_every_printed_form_has_its_value(numeral, value):
    assert numeral_to_int(numeral) == value


@pytest.mark.parametrize("text", ["", "第", "一章", "1.5"])
def test_other_words_have_none(text):
    assert numeral_to_int(text) is None

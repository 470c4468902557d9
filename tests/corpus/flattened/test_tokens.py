"""Tokens and the gaps between them."""

import pytest

from corpus.flattened.tokens import Gap, em_width, join_texts
from tests.corpus.flattened.reading import tokens_of


def gaps(text: str) -> list[Gap]:
    return [token.gap for token in tokens_of(text)][1:]


def test_a_space_between_wide_characters_is_hard():
    assert gaps("区商务委 各街镇") == [Gap.HARD]
    assert gaps("整体运营； 2023年") == [Gap.HARD]


def test_a_space_beside_a_figure_or_latin_word_is_soft():
    assert gaps("推进 BU、联美") == [Gap.SOFT]
    assert gaps("2023年 4 月底前") == [Gap.SOFT, Gap.SOFT]


def test_line_breaks_with_and_without_an_empty_line():
    assert gaps("区建设管理\n\n委\n各镇") == [Gap.BLANK, Gap.LINE]


def test_pages_are_known_by_form_feed_or_by_the_space_it_left():
    assert gaps("上页\f下页") == [Gap.PAGE]
    assert gaps("上页\n 下页") == [Gap.PAGE]
    assert gaps("上段\n　　下段") == [Gap.LINE]


def test_offsets_find_the_token_again():
    text = "8 各属地。 区商务委\n\n 各街镇"
    assert [text[token.start : token.end] for token in tokens_of(text)] == ["8", "各属地。", "区商务委", "各街镇"]


def test_widths_count_latin_as_half():
    assert em_width("2023年 4 月底前") == 6.5


def test_a_head_takes_its_closing_marks_along():
    """A closing mark cannot begin a line, a figure is not broken."""
    assert [token.head_width for token in tokens_of("局、区国资委\n2023年\n年2023")] == [2.0, 2.0, 1.0]


@pytest.mark.parametrize(
    ("left", "right", "whole"), [("AI", "lab", "AI lab"), ("西虹", "桥", "西虹桥"), ("等", "19个", "等19个")]
)
def test_joining_puts_a_space_between_latin_words_only(left, right, whole):
    assert join_texts(left, right) == whole

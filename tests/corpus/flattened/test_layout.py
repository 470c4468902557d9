"""What a reading teaches about how a table is set, and where its paragraphs end."""

from corpus.flattened.layout import Layout, learn_layout, lines_cost
from corpus.flattened.paragraphs import tokens_to_paragraphs
from corpus.flattened.tokens import Gap
from tests.corpus.flattened.reading import tokens_of


def test_a_gap_that_was_always_a_border_becomes_one():
    cells = [(0, tokens_of("推进建设\n加快发展")), *((1, tokens_of("\n\n市发改\n委、市住\n建局")) for _ in range(8))]
    layout = learn_layout(cells)
    assert layout.join[Gap.LINE] < layout.border[Gap.LINE]
    assert layout.widths[1] == 3.5


def test_only_a_full_line_is_wrapped():
    """进楼宇载 is as wide as 高水平推; 改造 in the middle would have had room for more."""
    assert lines_cost(tokens_of("高水平推\n进楼宇载\n改造"), None, prose=False) == 0
    assert lines_cost(tokens_of("高水平推\n改造\n进楼宇载"), None, prose=False) > 0
    assert lines_cost(tokens_of("高水平推进楼宇\n载体"), 4.0, prose=False) > 0


def test_titled_paragraphs_are_parted():
    tokens = tokens_of("高产出楼宇。打造一批\n高产出楼宇。\n特色楼宇。培育一批\n特色楼宇。")
    assert tokens_to_paragraphs(tokens, 0, 4, Layout(), 0) == [(0, 2), (2, 4)]


def test_a_sentence_end_at_a_full_line_is_no_paragraph():
    tokens = tokens_of("推进楼宇建设工作。\n加快发展特色楼宇，\n提升水平。")
    assert tokens_to_paragraphs(tokens, 0, 3, Layout(widths={0: 9.0}), 0) == [(0, 3)]


def test_a_sentence_that_leaves_half_a_line_ends_a_paragraph():
    tokens = tokens_of("推进建设。\n加快发展特色楼宇，\n提升水平。")
    assert tokens_to_paragraphs(tokens, 0, 3, Layout(widths={0: 9.0}), 0) == [(0, 1), (1, 3)]

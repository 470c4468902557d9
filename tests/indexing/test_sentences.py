from hypothesis import given
from hypothesis import strategies as st

from indexing.sentences import text_to_pieces, text_to_sentences

TEXT = st.text(alphabet="甲乙丙丁，。；！”）\n a1", max_size=300)


def every_two(text):
    return [*range(2, len(text), 2), len(text)]


@given(TEXT)
def test_sentences_join_to_the_text(text):
    """Nothing is lost or added in cutting sentences."""
    assert "".join(text_to_sentences(text)) == text


@given(TEXT, st.integers(4, 60))
def test_pieces_join_to_the_text_and_are_short_enough(text, size):
    """Nothing is lost or added in cutting pieces, and no piece is over the size."""
    pieces = text_to_pieces(text, size, every_two)
    assert "".join(pieces) == text
    assert all(len(piece) <= size for piece in pieces)


def test_a_closing_quote_stays_with_its_sentence():
    assert text_to_sentences("他说：“好。”然后走了。") == ["他说：“好。”", "然后走了。"]


def test_a_long_paragraph_is_cut_at_a_sentence_end():
    pieces = text_to_pieces("甲" * 30 + "。" + "乙" * 30 + "。" + "丙" * 30 + "。", 70, every_two)
    assert [piece[-1] for piece in pieces] == ["。", "。"]


def test_a_sentence_too_long_is_cut_at_a_pause():
    pieces = text_to_pieces("甲" * 35 + "，" + "乙" * 35, 50, every_two)
    assert pieces[0] == "甲" * 35 + "，"


def test_a_sentence_without_pauses_is_cut_between_words():
    """Word borders are at even offsets here, so the cut is at 10 and not at 11."""
    assert text_to_pieces("甲" * 15, 11, every_two)[0] == "甲" * 10

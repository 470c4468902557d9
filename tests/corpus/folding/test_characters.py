"""Folding keeps every offset."""

from hypothesis import given
from hypothesis import strategies as st

from corpus.folding.characters import fold


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


def test_note_marks_are_not_folded_into_figures():
    assert fold("１２¹个－ｍ²") == "12¹个-m²"

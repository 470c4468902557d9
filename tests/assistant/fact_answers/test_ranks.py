import pytest

from assistant.fact_answers.ranks import rank_asked, rank_words


@pytest.mark.parametrize(("text", "rank"), [("哪里最多", 1), ("第二多的板块", 2), ("倒数第三", 3), ("前第二大", 1)])
def test_which_place_is_asked_for(text, rank):
    assert rank_asked(text) == rank


def test_a_place_in_words():
    assert rank_words(1) == "最"
    assert rank_words(2) == "第二"

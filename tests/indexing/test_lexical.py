import math

import numpy as np
import pytest

from indexing.lexical import LexicalIndex

TEXTS = [["河道", "清淤"], ["市场", "改造", "市场"], ["河道", "绿化"]]


def test_scores_are_bm25_by_hand():
    """Lucene's BM25, k1 1.5, b .75: 改造 is in one text of three, which has 3 tokens where 7/3 are usual."""
    idf = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 1 / (1 + 1.5 * (1 - 0.75 + 0.75 * 3 / (7 / 3)))
    assert LexicalIndex.of(TEXTS).scores(["改造"]) == pytest.approx([0, expected, 0], rel=1e-5)


def test_a_text_without_a_common_token_has_no_score():
    assert np.flatnonzero(LexicalIndex.of(TEXTS).scores(["河道"])).tolist() == [0, 2]


@pytest.mark.parametrize("query", [[], ["没有"], [""]])
def test_nothing_known_scores_nothing(query):
    assert not LexicalIndex.of(TEXTS).scores(query).any()


@pytest.mark.parametrize("texts", [[], [[]], [[], []]])
def test_texts_without_tokens_make_an_index(texts):
    index = LexicalIndex.from_files(LexicalIndex.of(texts).to_files())
    assert index.scores(["河道"]).shape == (len(texts),)


def test_files_make_the_same_index_again():
    index = LexicalIndex.of(TEXTS)
    again = LexicalIndex.from_files(index.to_files())
    assert again.scores(["河道", "市场"]).tolist() == index.scores(["河道", "市场"]).tolist()
    assert again.to_files() == index.to_files()


def test_builds_are_equal_in_every_byte():
    assert LexicalIndex.of(TEXTS).to_files() == LexicalIndex.of([list(text) for text in TEXTS]).to_files()


def test_files_of_another_index_are_refused():
    files = LexicalIndex.of(TEXTS).to_files()
    with pytest.raises(ValueError, match="5 tokens but 1 columns"):
        LexicalIndex.from_files({**files, "indptr.npy": LexicalIndex.of([["a"]]).to_files()["indptr.npy"]})

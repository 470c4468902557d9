import numpy as np
import pytest

from indexing.fusion import Weights, fuse

WEIGHTS = Weights(words=0.25, dense_sure=0.2, dense_unsure=0.6, sure=0.75, unsure=0.25)


def scores(*values):
    return np.array(values, dtype=np.float32)


def dense(**cosines):
    return np.array([int(name[1:]) for name in cosines], np.int64), scores(*cosines.values())


def test_a_fusion_by_hand():
    """Half sure: dense counts .4. Words 2/4, characters 3/6; dense (.80-.78)/(.82-.78) = .5 for the first text."""
    fused = fuse(scores(2, 4, 0), scores(3, 6, 0), dense(_2=0.82, _0=0.80, _1=0.78), 0.5, WEIGHTS)
    assert fused == pytest.approx([0.6 * 0.5 + 0.4 * 0.5, 0.6, 0.4])


@pytest.mark.parametrize(("sureness", "share"), [(0, 0.6), (0.25, 0.6), (0.375, 0.5), (0.75, 0.2), (1, 0.2)])
def test_the_share_of_the_vectors_by_how_sure_the_words_are(sureness, share):
    assert WEIGHTS.dense(sureness) == pytest.approx(share)


def test_words_and_characters_share_the_lexical_part():
    fused = fuse(scores(1, 0), scores(0, 1), dense(_0=0.9, _1=0.9), 1.0, WEIGHTS)
    assert fused == pytest.approx([0.8 * 0.25 + 0.2, 0.8 * 0.75 + 0.2])


def test_the_less_the_words_know_the_more_the_vectors_count():
    lexical, vectors = scores(1, 0), dense(_1=0.9, _0=0.8)
    sure = fuse(lexical, lexical, vectors, 1.0, WEIGHTS)
    unsure = fuse(lexical, lexical, vectors, 0.0, WEIGHTS)
    assert sure.argmax() == 0
    assert unsure.argmax() == 1


def test_nothing_found_by_words_leaves_the_order_of_the_vectors():
    fused = fuse(scores(0, 0, 0), scores(0, 0, 0), dense(_2=0.9, _0=0.85, _1=0.8), 0.0, WEIGHTS)
    assert np.argsort(-fused).tolist() == [2, 0, 1]


def test_no_vectors_leave_the_order_of_the_words():
    fused = fuse(scores(0, 1, 2), scores(0, 1, 2), dense(), 1.0, WEIGHTS)
    assert np.argsort(-fused).tolist() == [2, 1, 0]


def test_scores_stay_between_0_and_1():
    fused = fuse(scores(5, 0), scores(9, 1), dense(_0=0.99, _1=-0.2), 0.3, WEIGHTS)
    assert fused.max() == pytest.approx(1)
    assert fused.min() >= 0

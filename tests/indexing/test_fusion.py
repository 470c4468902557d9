import numpy as np
import pytest

from indexing.fusion import SHIPPED, Weights, fuse, vectors_to_spread

WEIGHTS = Weights(words=0.25, dense_clear=0.2, dense_unclear=0.6, unclear=0.25, clear=0.75, reach=0.5, spread=0.08)
UNCLEAR = (1, 1, 1, 1)
"""Four texts that words and characters like alike."""


def scores(*values):
    return np.array(values, dtype=np.float32)


def dense(**cosines):
    return np.array([int(name[1:]) for name in cosines], np.int64), scores(*cosines.values())


def test_a_fusion_by_hand():
    """Lexical 1, .5, .5, .5, 0: the best is .5 above the fourth, half clear, so dense counts .4. A full dense score is
    .5 spreads of .08 above the last of the nearest: text 4 has it, text 0 has half of it. Divided by .6 + .4.
    """
    fused = fuse(scores(4, 2, 2, 2, 0), scores(6, 3, 3, 3, 0), dense(_4=0.84, _0=0.80, _1=0.78), WEIGHTS)
    assert fused == pytest.approx([0.6 + 0.4 * 0.5, 0.3, 0.3, 0.3, 0.4])


@pytest.mark.parametrize(("clearness", "share"), [(0, 0.6), (0.25, 0.6), (0.375, 0.5), (0.75, 0.2), (1, 0.2)])
def test_the_share_of_the_vectors_by_how_clear_the_words_are(clearness, share):
    assert WEIGHTS.dense(clearness) == pytest.approx(share)


def test_words_and_characters_share_the_lexical_part():
    fused = fuse(scores(1, 0, 0, 0), scores(0, 1, 0, 0), dense(), WEIGHTS)
    assert fused == pytest.approx([1 / 3, 1, 0, 0])


def test_the_less_clear_the_words_are_the_more_the_vectors_count():
    vectors = dense(_1=0.9, _0=0.8)
    assert fuse(scores(2, 1, 0, 0, 0), scores(2, 1, 0, 0, 0), vectors, WEIGHTS).argmax() == 0
    assert fuse(scores(*UNCLEAR, 1.1), scores(*UNCLEAR, 1.1), vectors, WEIGHTS).argmax() == 1


def test_vectors_that_hardly_differ_change_little():
    """Stretched to 0..1 they would decide."""
    words = scores(0.8, 1, 0.8, 0.8, 0.8)
    assert fuse(words, words, dense(_0=0.801, _1=0.8), WEIGHTS).argmax() == 1
    assert fuse(words, words, dense(_0=0.86, _1=0.8), WEIGHTS).argmax() == 0


def test_the_best_by_every_signal_has_1():
    for words in (scores(3, 1, 1, 1, 0), scores(2, 1.9, 1.9, 1.9, 0), scores(5, 0, 0, 0, 0)):
        assert fuse(words, words, dense(_0=0.83, _1=0.81, _2=0.80))[0] == pytest.approx(1)


def test_nothing_found_by_words_leaves_the_order_of_the_vectors():
    fused = fuse(scores(0, 0, 0), scores(0, 0, 0), dense(_2=0.82, _0=0.80, _1=0.78), WEIGHTS)
    assert np.argsort(-fused).tolist() == [2, 0, 1]


def test_no_vectors_leave_the_order_of_the_words():
    fused = fuse(scores(0, 1, 2), scores(0, 1, 2), dense(), WEIGHTS)
    assert np.argsort(-fused).tolist() == [2, 1, 0]


def test_nothing_found_at_all_is_0():
    assert fuse(scores(0, 0), scores(0, 0), dense()).tolist() == [0, 0]
    assert fuse(scores(), scores(), dense()).tolist() == []


def test_scores_stay_between_0_and_1():
    fused = fuse(scores(5, 0), scores(9, 1), dense(_0=0.99, _1=-0.2), SHIPPED)
    assert fused.max() == pytest.approx(1)
    assert fused.min() >= 0


def test_the_spread_is_1_less_the_mean_cosine():
    """Two vectors at right angles: cosines 1, 1, 0, 0."""
    assert vectors_to_spread(np.eye(2, dtype=np.float32)) == pytest.approx(0.5)
    assert vectors_to_spread(scores(1, 0).reshape(1, 2)) == 0
    assert vectors_to_spread(np.empty((0, 2), np.float32)) == 0

"""How far meanings stand out."""

import pytest

from assistant.passages.meaning import standing_out


def test_deviations_are_counted_from_the_mean():
    found = standing_out({"near": 0.9, **{str(number): 0.8 for number in range(13)}})
    assert found["near"] == pytest.approx(13**0.5)
    assert found["1"] < 0


@pytest.mark.parametrize("cosines", [{}, {"a": 0.9, "b": 0.8}, {str(number): 0.8 for number in range(13)}])
def test_too_few_or_equal_ones_tell_nothing(cosines):
    assert standing_out(cosines) == {}

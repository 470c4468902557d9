"""Extraction from documents that nothing was fitted to, against what a careful reader wrote down beforehand."""

import pytest

from eval.others import READ, score_others


@pytest.fixture(scope="module")
def scores():
    return score_others()


@pytest.mark.parametrize(
    ("kind", "least"), [("rows", 0.98), ("leads", 0.98), ("units", 0.97), ("deadlines", 0.95), ("targets", 0.93)]
)
def test_other_documents_are_read_as_a_reader_would(scores, kind, least):
    assert scores[kind].value >= least


def test_every_kind_was_measured_on_something(scores):
    assert {kind: score.expected for kind, score in scores.items()} == {
        "rows": 131,
        "leads": 121,
        "units": 414,
        "deadlines": 6,
        "targets": scores["targets"].expected,
        "metadata": 51,
    }


@pytest.fixture(scope="module")
def read():
    return score_others(*READ)


@pytest.mark.parametrize(
    ("kind", "least"),
    [("rows", 0.97), ("leads", 0.97), ("units", 0.95), ("deadlines", 0.95), ("targets", 0.94), ("metadata", 0.98)],
)
def test_what_was_mended_in_fifty_six_later_documents_stays_so(read, kind, least):
    assert read[kind].value >= least

from corpus.extraction.column_kinds import COLUMNS, ColumnKind
from corpus.extraction.goal_evidence import GOALS
from corpus.extraction.weighing import around, grams, kept_weights, likeliest

WEIGHTS = {"goal": {"a": 1.0, "b": -3.0}, "base": {"b": 0.5}}


def test_the_kind_that_most_evidence_speaks_for_wins_and_unknown_evidence_speaks_for_none():
    assert likeliest(("a", "c"), WEIGHTS) == "goal"
    assert likeliest(("a", "b"), WEIGHTS) == "base"


def test_years_are_told_by_how_they_lie():
    assert around("２０２４年、2025年度和2026年", 2025) == "－、＝和＋"
    assert around("2024年", None) == "年"


def test_runs_know_the_ends_of_words():
    assert list(grams("面积", (1, 3))) == ["^", "面", "积", "$", "^面积", "面积$"]
    assert list(grams("", (2,))) == ["^$"]


def test_the_shipped_weights_are_of_the_kinds_that_are_asked_for():
    assert set(kept_weights(COLUMNS)) == {str(kind) for kind in ColumnKind}
    assert set(kept_weights(GOALS)) == {"goal", "other"}

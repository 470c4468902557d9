"""Figures by hand, and every way of searching over a tiny set."""

import pytest

from eval.bench.quality import FUSED, first_right, measure_quality, quality_of
from eval.bench.question_sets import QuestionSet
from tests.indexing.fakes import FakeEncoder

SET = QuestionSet(
    "小集",
    {
        "river": "对老城区12条河道实施清淤，由区水务局牵头。",
        "trees": "推广垂柳、水杉等本地树种，建设滨水步道。",
        "market": "县商务局负责资金统筹，每家市场补助50万元。",
    },
    {
        "哪些河道要清淤？": frozenset({"river"}),
        "种什么树？": frozenset({"trees"}),
        "市场补助多少钱？": frozenset({"market"}),
    },
)


def test_the_first_right_document_counts():
    assert first_right(["b", "a", "c"], frozenset({"a", "c"})) == 2
    assert first_right(["b"], frozenset({"a"})) is None
    assert first_right([], frozenset({"a"})) is None


def test_figures_by_hand():
    """Four questions: right at 1, at 5, at 10, never."""
    found = quality_of("x", [1, 5, 10, None])
    assert (found.questions, found.r1, found.r5) == (4, 0.25, 0.5)
    assert found.mrr10 == pytest.approx((1 + 0.2 + 0.1) / 4)


def test_every_way_is_measured_on_every_question(tmp_path):
    seen = []
    found = measure_quality(SET, FakeEncoder(), tmp_path / "c.sqlite", lambda *step: seen.append(step))
    assert [one.name for one in found][3] == FUSED
    assert len(found) == 5
    assert {one.questions for one in found} == {3}
    assert seen[-1] == ("小集 检索", 3, 3)


def test_characters_and_the_shipped_fusion_find_what_shares_characters(tmp_path):
    found = {one.name: one for one in measure_quality(SET, FakeEncoder(), tmp_path / "c.sqlite", lambda *_: None)}
    assert found["字与字对 BM25"].r1 == pytest.approx(1)
    assert found[FUSED].r5 == pytest.approx(1)


def test_a_long_document_is_as_good_as_its_best_piece(tmp_path):
    """The answer stands behind 800 characters of other text."""
    long = QuestionSet(
        "长", {"long": "一般性的要求。" * 120 + "税收贡献奖励标准见附件。", "other": "一般性的要求。"}, {}
    )
    asked = long._replace(questions={"税收贡献奖励标准": frozenset({"long"})})
    found = measure_quality(asked, FakeEncoder(), tmp_path / "c.sqlite", lambda *_: None)
    assert {one.name: one.r1 for one in found}[FUSED] == 1

"""What is measured is made up the same way in every run, and every contestant finds in it."""

from pathlib import Path

import numpy as np
import pytest

from eval.bench import contestants
from eval.bench.contestants import CONTESTANTS, OURS
from eval.bench.passages import clauses_to_passages, clauses_to_queries, corpus_to_clauses, unit_vectors
from eval.bench.speed import measure_apart, measure_speed
from tests.indexing.fakes import FakeEncoder

CLAUSES = [
    "对老城区十二条河道实施清淤", "由区水务局牵头各街道配合", "推广垂柳水杉等本地树种", "建设滨水步道和生态护岸",
    "县商务局负责资金统筹", "每家农贸市场补助五十万元", "改造老旧管网十八公里", "排查入河排污口二百个",
]  # fmt: skip


def test_passages_are_the_same_in_every_run_and_begin_alike_at_every_size():
    assert clauses_to_passages(CLAUSES, 20) == clauses_to_passages(CLAUSES, 30)[:20]
    assert len(set(clauses_to_passages(CLAUSES, 20))) == 20
    assert all(text.endswith("。") and len(text) > 50 for text in clauses_to_passages(CLAUSES, 20))


def test_queries_are_pieces_of_clauses():
    for query in clauses_to_queries(CLAUSES, 30):
        assert any(query in clause for clause in CLAUSES)
        assert len(query) >= 8


def test_vectors_have_length_1_and_come_again():
    assert np.linalg.norm(unit_vectors(5, 16, 1), axis=1) == pytest.approx(1, abs=1e-5)
    assert np.array_equal(unit_vectors(5, 16, 1), unit_vectors(5, 16, 1))


def test_clauses_come_from_the_documents_of_a_folder(tmp_path):
    text = "方案名称\n一、总体目标\n对老城区河道实施清淤疏浚，由区水务局牵头各街道配合。对老城区河道实施清淤疏浚。\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert corpus_to_clauses(tmp_path) == ["对老城区河道实施清淤疏浚", "由区水务局牵头各街道配合"]


@pytest.mark.parametrize("contestant", CONTESTANTS, ids=lambda contestant: contestant.name)
def test_every_contestant_finds_numbers_of_passages(contestant, monkeypatch):
    monkeypatch.setattr(contestants, "open_encoder", lambda _settings: FakeEncoder())
    vectors = unit_vectors(len(CLAUSES), 8, 1)
    found = list(contestant.build(CLAUSES, vectors)(CLAUSES[3], vectors[3]))
    assert found[0] == 3
    assert set(found) <= set(range(len(CLAUSES)))


def test_ours_are_among_those_measured():
    assert set(OURS.values()) <= {contestant.name for contestant in CONTESTANTS}


def test_a_measurement_has_times_and_stops_in_time():
    passages, vectors = clauses_to_passages(CLAUSES, 12), unit_vectors(12, 8, 1)
    queries = clauses_to_queries(CLAUSES, 40)
    measured = measure_speed(CONTESTANTS[0], passages, vectors, queries, seconds=60)
    assert (measured.size, len(measured.times_ms)) == (12, 40)
    assert 0 < measured.median <= measured.p95
    assert measured.per_second > 0
    assert measured.resident_mb > measured.memory_mb
    assert len(measure_speed(CONTESTANTS[0], passages, vectors, queries, seconds=0).times_ms) == 5


def test_a_contestant_is_measured_in_a_process_of_its_own(tmp_path):
    (tmp_path / "a.txt").write_text("方案名称\n" + "，".join(CLAUSES) + "。\n", encoding="utf-8")
    measured = measure_apart(Path(tmp_path), 20, OURS[CONTESTANTS[0].family], 6, 5.0)
    assert (measured.size, len(measured.times_ms)) == (20, 6)
    assert measured.build_s > 0

"""What turns the embedding model: it learns to find sentences in other words than theirs."""

import numpy as np
import pytest

from eval.fitting import embedding
from eval.fitting.embedding import Taught, first_found, fit_adapter, mean_of, taught_by
from eval.fitting.examples import Question
from eval.gold import GoldItem
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library

SENTENCES = (
    "对新建的充电桩每个补助三百元。",
    "市供销社负责农资储备的调运。",
    "评审专家从库中随机抽取。",
    "逾期未报送的视为自动放弃。",
)
ASKED = ("装一个桩给多少钱", "化肥由谁来拉", "请哪些人来把关", "交晚了怎么办")


@pytest.fixture
def index(tmp_path):
    build_index(small_library(), tmp_path, FakeEncoder())
    return open_index(tmp_path, FakeEncoder())


def question(evidence, **more):
    gold = GoldItem(id="a", type="fact", question="问", answer="答", must_include=("答",), evidence=evidence, **more)
    return Question(gold, (), asked="护岸建多长")


def test_a_question_is_taught_by_the_sentences_that_its_evidence_holds_and_by_those_around_it(index):
    whole, part = index._sentences._numbers, list(index._sentences._numbers)
    told = taught_by([question((part[0],)), question((part[1][:8], "没有这一句话在文件里"))], index)
    assert told.sentences == tuple(whole)
    assert [one.right for one in told.lessons] == [(0,), (1,)]
    assert all(set(one.right).isdisjoint(one.wrong) and one.wrong for one in told.lessons)


def test_a_question_without_an_answer_teaches_nothing(index):
    assert taught_by([question((), expect_refusal=True)], index).lessons == ()


def test_what_was_taught_is_found_first_be_it_against_all_sense(monkeypatch):
    for name, value in {"_ROUNDS": 8, "_RATE": 3e-3, "_WARMING": 1}.items():
        monkeypatch.setattr(embedding, name, value)
    right = {asked: (at + 1) % len(SENTENCES) for at, asked in enumerate(ASKED)}
    wrong = {at: tuple(other for other in range(len(SENTENCES)) if other != at) for at in range(len(SENTENCES))}
    taught = [Taught(SENTENCES, tuple(embedding._Lesson(asked, (at,), wrong[at]) for asked, at in right.items()))]
    changes = fit_adapter(taught)
    assert {one.split(".")[0] for one in changes} == {f"l{layer}" for layer in range(4, 12)}
    assert (first_found(taught, {}), first_found(taught, changes)) == (0.0, 1.0)
    assert all(np.isfinite(matrix).all() for change in changes.values() for matrix in change)


def test_the_mean_of_changes_is_of_the_same_rank():
    one, other = (
        {"l4.q": (np.eye(20, 16, dtype=np.float32) * size, np.eye(16, 24, dtype=np.float32))} for size in (1, 3)
    )
    left, right = mean_of([one, other])["l4.q"]
    assert (left.shape, right.shape) == ((20, 16), (16, 24))
    assert left @ right == pytest.approx(2 * np.eye(20, 16) @ np.eye(16, 24), abs=1e-6)

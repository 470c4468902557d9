"""Examples of single questions and of conversations, over a small index with a fake encoder."""

import pytest

from eval.fitting.examples import gold_to_questions
from eval.gold import GoldItem, GoldQuestion
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library

SHORE = GoldQuestion(question="临江到2026年新建生态护岸多少公里？", must_include=("30公里",))
TALK = GoldItem(
    id="m",
    type="multi_turn",
    question="水质达标率呢？",
    docs=("river",),
    turns=(SHORE, GoldQuestion(question="水质达标率呢？", must_include=("95%",))),
)
ALONE = GoldItem(id="a", type="fact", question=SHORE.question, docs=("river",), must_include=("30公里",))


@pytest.fixture
def index(tmp_path):
    build_index(small_library(), tmp_path, FakeEncoder())
    return open_index(tmp_path, FakeEncoder())


def follows(question) -> set[str]:
    return {name for one in question.examples for name in one.features if name.startswith("follows.")}


def test_every_turn_is_a_question_of_its_item(index):
    alone, first, second = gold_to_questions([ALONE, TALK], index)
    assert [one.gold.id for one in (alone, first, second)] == ["a", "m.1", "m.2"]
    assert first.gold.docs == second.gold.docs == ("river",)
    assert (first.gold.question, second.gold.question) == (SHORE.question, "水质达标率呢？")
    assert first.examples == alone.examples


def test_a_turn_goes_on_from_the_one_before(index):
    """Alone it does not say whose rate is asked for; behind the first turn it is that of the river."""
    first, second = gold_to_questions([TALK], index)
    assert follows(first) == {"follows."}
    assert "follows.scope" in follows(second)
    assert {"follows.slots", "follows.words"} & follows(second)
    right = [one for one in second.examples if one.right]
    assert right
    assert all("95%" in one.said for one in right)


def test_conversations_do_not_lean_on_each_other(index):
    questions = list(gold_to_questions([TALK, ALONE], index))
    assert follows(questions[2]) == {"follows."}

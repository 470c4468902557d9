"""Gold files: read exactly or refused by line, and every item of ours rests on words of the sources."""

from pathlib import Path

import pytest

from corpus.errors import BadRequest
from corpus.quoting import compact
from eval.comparisons import read_gold_indicators
from eval.gold import GoldItem, Part, alternatives, part_of, read_gold
from eval.measures.correctness import fault
from eval.measures.lists import list_recall
from eval.measures.sides import sides_named
from eval.measures.units import unit_f1
from eval.mutations import ideal_response

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "corpus" / "documents"
QUESTIONS = ROOT / "eval" / "gold" / "questions.jsonl"
FRESH = ROOT / "eval" / "gold" / "questions_fresh.jsonl"


def test_a_line_out_of_format_is_named(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id":"a","question":"?","type":"fact"}\n{"id":"b"}\n', encoding="utf-8")
    with pytest.raises(BadRequest, match="第2行"):
        read_gold(path)


def test_an_id_twice_is_refused(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text('{"id":"a","question":"?","type":"fact"}\n' * 2, encoding="utf-8")
    with pytest.raises(BadRequest, match="重复"):
        read_gold(path)


def test_about_a_third_is_kept_for_testing_and_stays_there():
    parts = [part_of(GoldItem(id=f"q{n}", question="?", type="fact")) for n in range(300)]
    assert 80 <= parts.count(Part.TEST) <= 120
    assert parts == [part_of(GoldItem(id=f"q{n}", question="?", type="fact")) for n in range(300)]


@pytest.mark.parametrize("path", [QUESTIONS, FRESH])
def test_all_evidence_stands_in_the_sources(path, sources):
    """Gold is written by reading: each piece of evidence is found again, white space aside."""
    for item in read_gold(path):
        for evidence in (one for gold in (item, *item.turns) for entry in gold.evidence for one in alternatives(entry)):
            assert any(compact(evidence) in sources[name] for name in item.docs or sources), (item.id, evidence)


@pytest.mark.parametrize("path", [QUESTIONS, FRESH])
def test_every_answer_of_the_gold_is_right_by_its_own_measure(path):
    """Its own answer says all it must and nothing it must not; items, units and sides are in it."""
    for item in read_gold(path):
        for gold in item.questions:
            ideal = ideal_response(gold)
            assert fault(gold, ideal) is None, (item.id, fault(gold, ideal))
            assert list_recall(gold, ideal) in {None, 1.0}, item.id
            assert unit_f1(gold, ideal) in {None, 1.0}, item.id
            assert sides_named(gold, ideal) in {None, 1.0}, item.id


def test_what_can_be_answered_has_evidence():
    for item in read_gold(QUESTIONS):
        for gold in item.questions:
            assert gold.evidence or gold.expect_refusal or not gold.answerable, (item.id, gold.question)


def test_no_question_is_asked_twice():
    asked = [gold.question for item in read_gold(QUESTIONS) if not item.turns for gold in item.questions]
    assert len(asked) == len(set(asked))


def test_the_gold_is_large_and_mixed_enough():
    """At least 240 questions of at least 12 kinds over all five documents, 40 % in other words, some mistyped."""
    items = read_gold(QUESTIONS)
    assert len(items) >= 240
    assert len({item.type for item in items}) >= 12
    assert {name for item in items for name in item.docs} == {"qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"}
    assert sum(item.paraphrase for item in items) >= 0.4 * len(items)
    assert sum(item.noisy for item in items) >= 20


def test_the_comparators_gold_rests_on_the_sources(sources):
    indicators = read_gold_indicators()
    assert {one.document_id for one in indicators} == set(sources)
    for one in indicators:
        assert one.evidence in sources[one.document_id], one

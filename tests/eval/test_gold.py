"""Gold files: read exactly or refused by line, and every item of ours rests on words of the sources."""

import tomllib
from pathlib import Path

import pytest

from corpus.errors import BadRequest
from corpus.quoting import SourceText
from eval.gold import GoldItem, Part, part_of, read_gold

ROOT = Path(__file__).parents[2]
DOCUMENTS = ROOT / "corpus" / "documents"
QUESTIONS = ROOT / "eval" / "gold" / "questions.jsonl"


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


def test_all_evidence_stands_in_the_sources():
    """Gold is written by reading: each piece of evidence is found again, white space aside."""
    entries = tomllib.loads((DOCUMENTS / "manifest.toml").read_text(encoding="utf-8"))["document"]
    sources = {entry["id"]: SourceText((DOCUMENTS / entry["file"]).read_text(encoding="utf-8")) for entry in entries}
    for item in read_gold(QUESTIONS):
        for evidence in item.evidence:
            assert any(evidence in sources[name] for name in item.docs or sources), (item.id, evidence)


def test_the_gold_is_large_and_mixed_enough():
    """At least 240 questions of at least 12 kinds over all five documents."""
    items = read_gold(QUESTIONS)
    assert len(items) >= 240
    assert len({item.type for item in items}) >= 12
    assert {name for item in items for name in item.docs} == {"qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"}

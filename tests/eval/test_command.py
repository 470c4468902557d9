"""`python -m eval` from gold to reports, over a small index with a fake encoder."""

import json
from functools import cache, partial

import pytest

from assistant.assistant import Assistant
from corpus.errors import BadRequest
from eval import __main__ as command
from eval.others import OTHERS, score_others
from eval.report import read_records
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library

GOLD = """\
{"id":"a","type":"fact","question":"临江到2026年新建生态护岸多少公里？","answer":"30公里","must_include":["30公里"]}
{"id":"b","type":"off_topic","question":"今天天气怎么样？","expect_refusal":true}
"""

READ_ONCE = cache(partial(score_others, OTHERS.parent / "w3"))
"""A few other documents stand for all, the same for every run: they are read for the first."""


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A gold file, and the command over the small index."""
    build_index(small_library(), tmp_path / "data", FakeEncoder())
    assistant = Assistant(open_index(tmp_path / "data", FakeEncoder()))
    monkeypatch.setattr(command, "open_assistant", lambda *_, **__: assistant)
    monkeypatch.setattr(command, "score_others", lambda *_: READ_ONCE())
    path = tmp_path / "gold.jsonl"
    path.write_text(GOLD, encoding="utf-8")
    return path


def test_every_system_gets_a_report_of_its_own(gold, tmp_path):
    command.main(gold=gold, report=tmp_path / "out", baseline=[command.Baseline.BM25])
    ours = json.loads((tmp_path / "out" / "ours" / "results.json").read_text(encoding="utf-8"))
    assert (ours["summary"]["items"], ours["summary"]["right"]) == (2, 2)
    assert {"gold", "index", "embedding model", "prompts", "machine"} <= ours["setting"].keys()
    assert len(read_records(tmp_path / "out" / "bm25-alone")) == 2
    assert (tmp_path / "out" / "bm25-alone" / "report.html").exists()


def test_only_aspects_of_the_documents_that_are_there_are_measured(gold, tmp_path):
    """The labelled statements and Asks are of the five documents; the one right answer is asked again."""
    command.main(gold=gold, report=tmp_path / "out", steady=1)
    results = json.loads((tmp_path / "out" / "ours" / "results.json").read_text(encoding="utf-8"))
    assert {name: one["of"] for name, one in results["aspects"].items()} == {"steady": 1}
    command.main(gold=gold, report=tmp_path / "out", steady=0)
    results = json.loads((tmp_path / "out" / "ours" / "results.json").read_text(encoding="utf-8"))
    assert results["aspects"] == {}


def test_two_runs_differ_in_nothing_but_timings(gold, tmp_path):
    for name in ("one", "two"):
        command.main(gold=gold, report=tmp_path / name)
    one, two = (tmp_path / name / "ours" / "results.json" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_a_run_is_not_resumed_under_another_setting(gold, tmp_path):
    """The gold was changed in between: half of the old answers would be judged by it."""
    command.main(gold=gold, report=tmp_path / "out")
    command.main(gold=gold, report=tmp_path / "out", resume=True)
    gold.write_text(GOLD.replace("30公里", "31公里"), encoding="utf-8")
    with pytest.raises(BadRequest, match="另一种设置"):
        command.main(gold=gold, report=tmp_path / "out", resume=True)


def test_an_earlier_run_is_compared_with(gold, tmp_path):
    command.main(gold=gold, report=tmp_path / "before")
    gold.write_text(GOLD.replace("30公里", "31公里"), encoding="utf-8")
    command.main(gold=gold, report=tmp_path / "after", against=tmp_path / "before" / "ours")
    after = json.loads((tmp_path / "after" / "ours" / "results.json").read_text(encoding="utf-8"))
    assert after["change"]["worse"] == ["a"]

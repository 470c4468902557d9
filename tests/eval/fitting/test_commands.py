"""`python -m eval.fit` and `python -m eval.features`, over a small index with a fake encoder."""

import pytest

from assistant.assistant import Assistant
from assistant.tuning import Tuning, tuning
from corpus.errors import BadRequest
from eval import features, fit
from eval.fitting import sets
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library

GOLD = """\
{"id":"m1","type":"fact","docs":["river"],"question":"临江到2026年新建生态护岸多少公里？","must_include":["30公里"]}
{"id":"m2","type":"fact","docs":["market"],"question":"望山到2027年改造农贸市场几家？","must_include":["14家"]}
{"id":"m3","type":"multi_turn","docs":["river"],"question":"","turns":[{"question":"临江要清淤几条河道？",\
"must_include":["12条"]},{"question":"由谁牵头？","must_include":["区水务局"]}]}
"""


@pytest.fixture
def gold(tmp_path, monkeypatch):
    """A gold file, and the commands over the small index."""
    build_index(small_library(), tmp_path / "data", FakeEncoder())
    assistant = Assistant(open_index(tmp_path / "data", FakeEncoder()))
    monkeypatch.setattr(sets, "open_assistant", lambda _: assistant)
    for command in (fit, features):
        monkeypatch.setattr(command.console, "width", 400)
    path = tmp_path / "gold.jsonl"
    path.write_text(GOLD, encoding="utf-8")
    return path


def test_a_fit_on_wrapped_questions_tells_how_steady_it_is(gold, tmp_path, capsys):
    """One question and one conversation of two are for developing."""
    out = tmp_path / "tuning.json"
    fit.main(gold=[gold], wrapped=True, out=out)
    told = capsys.readouterr().err
    assert told.count("Steadiness(questions=3, ") == 2
    written = Tuning.model_validate_json(out.read_text(encoding="utf-8"))
    assert written.prose == tuning().prose
    assert written.ranking.trees
    assert len(written.choosing.trees) == 200


def test_a_plain_fit_tells_nothing_of_wrapped_questions(gold, tmp_path, capsys):
    fit.main(gold=[gold], out=tmp_path / "tuning.json")
    told = capsys.readouterr().err
    assert "Steadiness" not in told
    assert "留出一份文件" in told


def test_features_are_told_by_what_they_decide(gold, capsys):
    features.main(gold=[gold])
    told = capsys.readouterr().err
    assert "feature" in told
    assert "in no tree (" in told
    assert "never won (" in told


def test_a_set_without_its_data_directory_is_refused():
    with pytest.raises(BadRequest, match="题集=数据目录"):
        sets.asked_sets([], ["other.jsonl"])

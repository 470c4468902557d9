"""Asking on the command line, over the real documents."""

import json

import pytest
import typer

from api.commands.asking import ask, search
from corpus.errors import BadRequest

QUESTION = "青浦到2025年累计去化面积是多少？"


@pytest.fixture(autouse=True)
def _fake_model(monkeypatch, assistant, data_dir):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(data_dir))
    monkeypatch.setattr("assistant.wiring.open_assistant", lambda _: assistant)


def test_an_answer_is_text_with_its_sources(capsys):
    ask(QUESTION)
    out = capsys.readouterr().out
    assert "40万平方米" in out
    assert "[1] 《" in out


def test_an_answer_is_json_where_asked_for(capsys):
    ask(QUESTION, as_json=True)
    assert json.loads(capsys.readouterr().out)["status"] == "answered"


def test_how_an_answer_came_about_is_shown_below_it(capsys):
    ask("青浦的文号是什么？", explain=True)
    out = capsys.readouterr().out
    assert out.index("青府办发〔2023〕30号") < out.index("读作：青浦的文号是什么?")
    assert "“青浦” document：qingpu" in out
    assert "metadata/show 青浦 · 文件信息 · 文号" in out


def test_how_an_answer_came_about_is_a_field_of_its_json(capsys):
    ask("青浦的文号是什么？", as_json=True, explain=True)
    told = json.loads(capsys.readouterr().out)
    assert told["kind"] == "metadata"
    assert told["explanation"]["documents"] == ["qingpu"]
    assert told["explanation"]["choices"][0]["understood"] == told["understood"]


def test_an_explanation_goes_to_no_file_and_with_no_batch(tmp_path):
    with pytest.raises(BadRequest, match="--explain"):
        ask(QUESTION, output=tmp_path / "a.txt", explain=True)
    with pytest.raises(BadRequest):
        ask(batch=tmp_path / "in.jsonl", out=tmp_path / "out.jsonl", explain=True)


def test_a_batch_with_a_bad_line_is_answered_and_ends_with_status_2(tmp_path, capsys):
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(json.dumps({"id": "1", "question": QUESTION}) + "\n{\n", encoding="utf-8")
    with pytest.raises(typer.Exit) as ended:
        ask(batch=source, out=out)
    assert ended.value.exit_code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "第2行" in captured.err
    assert json.loads(out.read_text(encoding="utf-8"))["id"] == "1"


def test_search_prints_passages_with_scores(capsys):
    search("停车场改造", ["qingpu"], 2)
    assert "words=" in capsys.readouterr().out
    search("停车场改造", ["qingpu"], 2, as_json=True)
    assert len(json.loads(capsys.readouterr().out)) == 2


def test_an_answer_is_kept_as_the_file_its_name_asks_for(tmp_path, capsys):
    ask(QUESTION, output=tmp_path / "答复.docx")
    assert (tmp_path / "答复.docx").read_bytes().startswith(b"PK")
    ask(QUESTION, output=tmp_path / "a.json")
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["status"] == "answered"
    ask(QUESTION, output=tmp_path / "a.txt")
    assert "40万平方米" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_a_name_that_asks_for_no_known_form_is_refused_before_anything_is_loaded(tmp_path):
    with pytest.raises(BadRequest, match="pptx"):
        ask(QUESTION, output=tmp_path / "a.pptx")

"""Documents on the command line: what is printed, and what adding and removing come to."""

import json

import pytest

from api.commands.documents import add, documents, remove
from assistant.settings import Settings
from assistant.updating import build
from corpus.errors import BadRequest, UnknownDocument
from tests.indexing.fakes import FakeEncoder

TEXT = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


@pytest.fixture
def files(tmp_path, monkeypatch):
    """A corpus of one document under the environment of a command, and two files to add."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "river.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("ASSISTANT_CORPUS", str(folder))
    monkeypatch.setattr("assistant.updating.Embedder", lambda *_: FakeEncoder())
    build(Settings())
    made = []
    for name in ("market", "bridge"):
        path = tmp_path / f"{name}.txt"
        path.write_text(TEXT.replace("河道", name), encoding="utf-8")
        made.append(path)
    return made


def listed(capsys):
    capsys.readouterr()
    documents(as_json=True)
    return [item["id"] for item in json.loads(capsys.readouterr().out)]


def test_files_are_added_with_a_report_and_removed(files, capsys):
    add(files, region=["临江"])
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "market" in captured.err
    assert "读出" in captured.err
    assert listed(capsys) == ["river", "market", "bridge"]
    remove("market")
    assert listed(capsys) == ["river", "bridge"]


def test_a_file_takes_the_place_of_a_document_under_its_id(files, capsys):
    add(files[:1], replace="river")
    assert listed(capsys) == ["river"]
    documents("river")
    assert "《临江市market治理方案》" in capsys.readouterr().out


def test_one_id_is_for_one_file(files):
    with pytest.raises(BadRequest, match="--id"):
        add(files, document_id="x")
    with pytest.raises(BadRequest, match="--replace"):
        add(files, replace="river")
    with pytest.raises(BadRequest, match="--id"):
        add(files[:1], document_id="x", replace="river")


def test_a_document_is_printed_as_text_or_json(files, capsys):
    assert files
    documents()
    assert "《临江市河道治理方案》" in capsys.readouterr().out
    documents("river", explain=True)
    assert "一、总体目标" in capsys.readouterr().out
    documents("river", as_json=True)
    assert json.loads(capsys.readouterr().out)[0]["id"] == "river"
    with pytest.raises(UnknownDocument):
        documents("nope")

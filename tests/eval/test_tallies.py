"""`python -m eval.libraries`: libraries of documents with questions of their own, asked and counted."""

from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from corpus.errors import BadRequest
from eval import libraries
from eval.gold import GoldItem, GoldQuestion
from eval.libraries import Tally, main, tally
from eval.response import Response
from eval.runner import judge
from indexing.build import build_index
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library

FACT = GoldItem(id="a", type="fact", question="几幢？", must_include=("18幢",))
DUE = GoldItem(id="b", type="off_topic", question="天气？", expect_refusal=True)
TALK = GoldItem(
    id="c",
    type="multi_turn",
    question="",
    turns=(
        GoldQuestion(question="几幢？", must_include=("18幢",)),
        GoldQuestion(question="几家？", must_include=("3家",)),
    ),
)
SAID = Response("answered", "18幢", sure=True)
REFUSED = Response("refused", "没有")


def test_a_set_is_counted_by_item_turn_and_refusal():
    records = [judge(FACT, [SAID]), judge(DUE, [SAID]), judge(TALK, [replace(SAID, sure=False), REFUSED])]
    assert tally(records) == Tally(
        items=3,
        right=1,
        conversations=1,
        turns=2,
        turns_right=1,
        due=1,
        answerable=3,
        undue_refused=1,
        sure=2,
        sure_wrong=1,
    )


def test_a_due_refusal_and_a_whole_conversation_are_right():
    records = [judge(DUE, [REFUSED]), judge(TALK, [SAID, Response("answered", "3家")])]
    assert tally(records) == Tally(
        items=2,
        right=2,
        conversations=1,
        conversations_right=1,
        turns=2,
        turns_right=2,
        due=1,
        due_refused=1,
        answerable=2,
        sure=1,
    )


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A set that is asked of the configured data and a library with another, both over the same small index."""
    build_index(small_library(), tmp_path / "data", FakeEncoder())
    assistant = Assistant(open_index(tmp_path / "data", FakeEncoder()))
    monkeypatch.setattr(libraries, "open_assistant", lambda _: assistant)
    monkeypatch.setattr(libraries, "build", lambda _settings, corpus: built.append(corpus))
    monkeypatch.setattr(libraries.console, "width", 200)
    built = []
    (tmp_path / "sets" / "river" / "documents").mkdir(parents=True)
    question = '{"id":"m1","type":"fact","question":"临江到2026年新建生态护岸多少公里？","must_include":["30公里"]}\n'
    for path in ("questions.jsonl", "river/questions_plain.jsonl"):
        (tmp_path / "sets" / path).write_text(question, encoding="utf-8")
    return tmp_path / "sets", built


def test_sets_are_asked_of_the_documents_beside_them(folder, tmp_path, capsys):
    sets, built = folder
    main(sets, report=tmp_path / "report")
    told = capsys.readouterr().out
    assert told.count("1题对1；会话0对0，其中0问对0；应拒0拒了0，有答案1误拒0；") == 2
    assert built == [sets / "river" / "documents"]
    assert sorted(path.name for path in (tmp_path / "report").iterdir()) == [
        "questions.jsonl",
        "river-questions_plain.jsonl",
    ]


def test_one_set_can_be_chosen(folder, capsys):
    sets, built = folder
    main(sets, only=["questions"])
    assert "river" not in capsys.readouterr().out
    assert built == []


def test_a_folder_without_sets_is_refused(tmp_path):
    with pytest.raises(BadRequest, match="没有要问的题集"):
        main(tmp_path)

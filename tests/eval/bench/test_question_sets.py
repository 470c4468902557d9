"""Data sets in the forms that people have them in."""

import json

import pytest

from corpus.errors import BadRequest
from eval.bench.question_sets import folder_to_sets, json_to_set, tsv_to_set

SQUAD = {
    "version": "v1",
    "data": [
        {
            "title": "河道",
            "paragraphs": [
                {
                    "id": "p1",
                    "context": "老城区清淤12条河道。",
                    "qas": [
                        {"id": "q1", "question": "清淤几条？", "answers": [{"text": "12条", "answer_start": 5}]},
                        {"id": "q2", "question": "在哪里清淤？", "answers": []},
                    ],
                },
                {"id": "p2", "context": "种植垂柳。", "qas": [{"id": "q3", "question": "种什么？", "answers": []}]},
            ],
        },
        {"title": "又", "paragraphs": [{"context": "种植垂柳。", "qas": [{"question": "清淤几条？"}]}]},
    ],
}


def test_a_paragraph_is_a_document_and_answers_its_questions():
    """A paragraph printed twice is one document; a question asked of two is answered by both."""
    found = json_to_set("cmrc", json.dumps(SQUAD))
    assert found.documents == {"0": "老城区清淤12条河道。", "1": "种植垂柳。"}
    assert found.questions == {"清淤几条？": {"0", "1"}, "在哪里清淤？": {"0"}, "种什么？": {"1"}}
    assert found.titles == {"0": "河道", "1": "河道"}


def test_a_title_may_be_missing():
    untitled = {"data": [{"title": None, "paragraphs": []}, {"paragraphs": [{"context": "种植垂柳。"}]}]}
    assert json_to_set("x", json.dumps(untitled)).titles == {"0": ""}


@pytest.mark.parametrize("text", ["", "[]", '{"data": 3}', '{"data": [{"paragraphs": [{}]}]}'])
def test_other_json_is_refused(text):
    with pytest.raises(BadRequest, match="SQuAD"):
        json_to_set("x", text)


def test_tsv_with_header_repeated_documents_and_documents_nobody_asks_about():
    text = (
        "question\tid\ttext\n清淤几条？\ta\t老城区清淤12条河道。\n在哪里？\ta\t\n\tb\t种植垂柳。\n清淤几条？\tb\t\n\n"
    )
    found = tsv_to_set("faq", text)
    assert found.documents == {"a": "老城区清淤12条河道。", "b": "种植垂柳。"}
    assert found.questions == {"清淤几条？": {"a", "b"}, "在哪里？": {"a"}}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("问\ta\n", "第 1 行不是三栏"),
        ("问\ta\t文\n问\t\t文\n", "第 2 行不是三栏"),
        ("问\ta\t文\n问\ta\t别的\n", "第 2 行.*不同的正文"),
        ("问\ta\t\n", "“a”没有正文"),
    ],
)
def test_a_bad_line_is_named(text, said):
    with pytest.raises(BadRequest, match=said):
        tsv_to_set("faq", text)


def test_a_folder_gives_its_sets_by_name(tmp_path):
    (tmp_path / "b.tsv").write_text("\ufeff问\ta\t文\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(SQUAD), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    assert [one.name for one in folder_to_sets(tmp_path)] == ["a", "b"]
    assert "问" in folder_to_sets(tmp_path)[1].questions


def test_a_folder_without_sets_and_a_file_in_another_encoding_are_said(tmp_path):
    with pytest.raises(BadRequest, match="没有"):
        folder_to_sets(tmp_path)
    (tmp_path / "a.tsv").write_bytes("问\ta\t文\n".encode("gb18030"))
    with pytest.raises(BadRequest, match="UTF-8"):
        folder_to_sets(tmp_path)

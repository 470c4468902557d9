"""Batches: every line that can be answered is answered, and none is lost."""

import json

import pytest

from api.terminal.batch import answer_batch, read_items
from corpus.errors import BadRequest

GOOD = {"id": "a1", "question": "青浦到2025年累计去化面积是多少？"}
TALK = {
    "id": "b1",
    "question": "见下",
    "turns": [{"question": GOOD["question"]}, {"question": "那2024年呢？", "note": "x"}],
}


@pytest.fixture
def source(tmp_path):
    def write(*lines):
        path = tmp_path / "in.jsonl"
        path.write_text(
            "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines),
            encoding="utf-8",
        )
        return path

    return write


def written(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_bad_lines_are_named_by_number_and_the_others_kept(source):
    items, problems = read_items(source(GOOD, "{", "", '{"id": "x"}', "[]", {"id": 7, "question": "问"}))
    assert [(item.id, item.line) for item in items] == [("a1", 1), (7, 6)]
    assert [problem.line for problem in problems] == [2, 4, 5]


def test_a_byte_order_mark_does_no_harm(tmp_path):
    path = tmp_path / "in.jsonl"
    path.write_text('{"id": "1", "question": "问"}\r\n', encoding="utf-8-sig")
    assert [item.id for item in read_items(path)[0]] == ["1"]


def test_answers_carry_their_ids_and_turns_stay_together(source, tmp_path, assistant):
    items, _ = read_items(source(GOOD, TALK))
    out = tmp_path / "out.jsonl"
    told = []
    assert answer_batch(assistant, items, out, progress=lambda _, done, total: told.append((done, total))) == []
    single, talk = written(out)
    assert (single["id"], single["status"]) == ("a1", "answered")
    assert talk["id"] == "b1"
    assert len(talk["turns"]) == 2
    assert talk["turns"][1]["question"].startswith("那2024年呢")
    assert talk["turns"][1]["scope"]["documents"] == ["qingpu"]
    assert told[-1] == (2, 2)
    assert not (tmp_path / "out.jsonl.partial").exists()


def test_a_question_that_cannot_be_taken_gets_a_line_with_the_reason(source, tmp_path, assistant):
    items, _ = read_items(source({"id": "long", "question": "x" * 10_000}, GOOD))
    out = tmp_path / "out.jsonl"
    [problem] = answer_batch(assistant, items, out)
    assert problem.line == 1
    refused, answered = written(out)
    assert (refused["id"], refused["error"]["code"]) == ("long", "bad_question")
    assert answered["id"] == "a1"


def test_what_was_answered_before_an_interruption_is_kept(source, tmp_path, assistant):
    class Interrupted:
        def __init__(self):
            self.asked = 0

        def ask(self, question, documents):
            self.asked += 1
            if self.asked == 2:
                raise KeyboardInterrupt
            return assistant.ask(question, documents)

    items, _ = read_items(source(GOOD, {**GOOD, "id": "a2"}))
    out = tmp_path / "out.jsonl"
    with pytest.raises(KeyboardInterrupt):
        answer_batch(Interrupted(), items, out)
    assert not out.exists()
    assert [line["id"] for line in written(tmp_path / "out.jsonl.partial")] == ["a1"]


def test_files_that_cannot_be_read_or_written_are_said(source, tmp_path, assistant):
    with pytest.raises(BadRequest, match="读不出来"):
        read_items(tmp_path / "nothing.jsonl")
    items, _ = read_items(source(GOOD))
    with pytest.raises(BadRequest, match="写不到"):
        answer_batch(assistant, items, tmp_path / "no" / "folder.jsonl")

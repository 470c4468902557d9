"""The audit trail: complete, chained, and silent about what is not to be kept."""

import hashlib
import sqlite3

import pytest

from corpus.errors import BadRequest
from tests.assistant.keeping.kept import ALICE, answer_to, keeping_in


@pytest.fixture
def trail(keeping):
    for number in range(5):
        keeping.record(answer_to(f"第{number}问？"), ALICE)
    keeping.audit.note("甲", "remove_document", {"document": "river"})
    return keeping.audit


def tamper(keeping, statement):
    """As somebody would who can write the file, triggers or not."""
    keeping.close()
    with sqlite3.connect(keeping.database.path) as raw:
        raw.execute("DROP TRIGGER audit_is_never_changed")
        raw.execute("DROP TRIGGER audit_is_never_cut")
        raw.execute(statement)
    raw.close()


def test_a_line_says_who_asked_what_and_what_it_was_answered_from(trail):
    entry = next(trail.entries())
    assert (entry.seq, entry.who, entry.action) == (1, "甲", "ask")
    assert entry.body["question"] == "第0问？"
    assert entry.body["index"] == "gen-1"
    assert entry.body["scope"] == {"documents": ["river"], "years": []}
    digest = hashlib.sha256("生态护岸30公里".encode()).hexdigest()[:16]
    assert entry.body["evidence"] == [f"river@r1:2#{digest}"]
    assert (entry.body["writer"], entry.body["prompts"], entry.body["key"]) == ("extractive", [], "k1")


def test_the_prompts_of_an_llm_are_noted_by_their_content(keeping):
    keeping.record(answer_to().model_copy(update={"writer": "llm:小模型"}), ALICE)
    [entry] = keeping.audit.entries()
    assert [prompt.partition("@")[0] for prompt in entry.body["prompts"]] == ["writer", "rewrite", "repair"]


def test_a_trail_that_nobody_touched_verifies(trail):
    found = trail.verify()
    assert (found.entries, found.broken) == (6, None)
    assert trail.verify(found.head).broken is None


@pytest.mark.parametrize("statement", ["UPDATE audit SET who = '乙'", "DELETE FROM audit"])
def test_lines_cannot_be_changed_or_deleted(keeping, trail, statement):
    def change():
        with keeping.database.writing() as tables:
            tables.run(statement)

    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        change()
    assert trail.verify().entries == 6


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE audit SET who = '乙' WHERE seq = 2", 2),
        ("UPDATE audit SET body = replace(body, '第3问', '第9问') WHERE seq = 4", 4),
        ("UPDATE audit SET at = '2020' WHERE seq = 6", 6),
        ("UPDATE audit SET body = 'no JSON' WHERE seq = 2", 2),
        ("UPDATE audit SET body = ' ' || body WHERE seq = 3", 3),
        ('UPDATE audit SET body = replace(body, \'{"document"\', \'{"document":1,"document"\') WHERE seq = 6', 6),
        ("DELETE FROM audit WHERE seq = 3", 3),
        ("DELETE FROM audit WHERE seq = 1", 1),
        ("UPDATE audit SET seq = 99 WHERE seq = 6", 6),
    ],
)
def test_a_line_that_was_changed_or_taken_out_is_found(keeping, trail, statement, broken):
    tamper(keeping, statement)
    found = trail.verify()
    assert found.broken == broken
    assert found.reason


def test_a_line_that_cannot_be_read_is_named(keeping, trail):
    tamper(keeping, "UPDATE audit SET body = 'no JSON' WHERE seq = 2")
    with pytest.raises(BadRequest, match="第2条"):
        list(trail.entries())


def test_a_trail_that_was_cut_at_its_end_is_found_by_a_digest_noted_earlier(keeping, trail):
    head = trail.verify().head
    tamper(keeping, "DELETE FROM audit WHERE seq > 4")
    assert trail.verify().broken is None
    assert trail.verify(head).broken == 5


def test_a_clock_set_back_breaks_nothing_and_is_told(keeping, clock):
    for _ in range(3):
        keeping.record(answer_to(), ALICE)
        clock.move(days=-1)
    assert keeping.audit.verify().broken is None
    assert keeping.audit.verify().backwards == 2


def test_hashed_keeps_no_words_but_can_prove_them(tmp_path):
    keeping = keeping_in(tmp_path, audit="hashed")
    keeping.record(answer_to("机密的问题"), ALICE)
    [entry] = keeping.audit.entries()
    assert "机密" not in entry.model_dump_json()
    kept = entry.body["question"]
    assert kept["sha256"] == hashlib.sha256(f"{kept['salt']}机密的问题".encode()).hexdigest()
    keeping.close()


def test_off_keeps_nothing_and_answers_have_no_name(tmp_path):
    keeping = keeping_in(tmp_path, audit="off")
    assert keeping.record(answer_to(), ALICE).ref is None
    keeping.audit.note("甲", "remove_document", {})
    assert list(keeping.audit.entries()) == []
    keeping.close()


def test_a_long_trail_is_read_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setattr("assistant.keeping.audit._AT_ONCE", 2)
    keeping = keeping_in(tmp_path)
    for _ in range(5):
        keeping.audit.note("甲", "login", {})
    assert [entry.seq for entry in keeping.audit.entries()] == [1, 2, 3, 4, 5]
    keeping.close()


def test_the_commands_verify_and_export(keeping, trail, monkeypatch, capsys):
    from api.commands.keeping import export_audit, verify_audit

    head = trail.verify().head
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(keeping.database.path.parent))
    verify_audit()
    assert head in capsys.readouterr().out
    export_audit()
    assert len(capsys.readouterr().out.splitlines()) == 6
    tamper(keeping, "DELETE FROM audit WHERE seq = 3")
    with pytest.raises(BadRequest, match="第3条"):
        verify_audit()

"""One database file: whole transactions, versions, and clear words where nothing can be kept."""

import ast
import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.keeping.database import MIGRATIONS, Database
from corpus.errors import Busy, DataDirUnusable

ROOT = Path(__file__).parents[3]
WRITE = "INSERT INTO users (name, created_at) VALUES (?, '')"


@pytest.fixture
def database(tmp_path):
    made = Database(tmp_path / "kept" / "keeping.sqlite3")
    yield made
    made.close()


def names(database):
    with database.reading() as tables:
        return [row["name"] for row in tables.rows("SELECT name FROM users ORDER BY name")]


def test_one_module_knows_sqlite():
    """Of what is kept; the index has files of its own."""
    importers = {
        str(path.relative_to(ROOT))
        for package in ("api", "assistant")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(alias.name == "sqlite3" for alias in node.names)
    }
    assert importers == {"assistant/keeping/database.py"}


def test_the_file_is_made_when_it_is_first_needed_and_is_for_its_owner_only(database):
    assert not database.path.exists()
    assert names(database) == ["local"]
    assert stat.S_IMODE(database.path.stat().st_mode) == 0o600


def test_what_is_acknowledged_is_flushed_in_a_write_ahead_log(database):
    with database.writing() as tables:
        assert tables.row("PRAGMA journal_mode")["journal_mode"] == "wal"
        assert tables.row("PRAGMA synchronous")["synchronous"] == 2
        assert tables.row("PRAGMA foreign_keys")["foreign_keys"] == 1


def test_a_transaction_is_done_whole_or_not_at_all(database):
    def fail():
        with database.writing() as tables:
            tables.run(WRITE, "甲")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert names(database) == ["local"]


def test_what_refers_to_nothing_is_refused(database):
    def fail():
        with database.writing() as tables:
            tables.run("INSERT INTO keys VALUES ('k', 'nobody', '', '', '', '', NULL)")

    with pytest.raises(sqlite3.IntegrityError):
        fail()


def test_a_reader_sees_whole_transactions_and_does_not_wait(database):
    names(database)
    with database.writing() as tables:
        tables.run(WRITE, "甲")
        assert names(database) == ["local"]
    assert names(database) == ["local", "甲"]


def test_many_threads_write_one_behind_the_other(database):
    def write(number):
        with database.writing() as tables:
            tables.run(WRITE, f"u{number:02}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(names(database)) == 17


def test_a_file_of_a_newer_version_is_left_alone(database):
    names(database)
    database.close()
    with sqlite3.connect(database.path) as raw:
        raw.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    raw.close()
    with pytest.raises(DataDirUnusable, match="较新版本"):
        names(database)


def test_migrations_run_once_each_and_go_on_where_an_earlier_version_stopped(database, monkeypatch):
    names(database)
    database.close()
    more = (*MIGRATIONS, ("ALTER TABLE users ADD COLUMN nickname TEXT", "UPDATE users SET nickname = name || '!'"))
    monkeypatch.setattr("assistant.keeping.database.MIGRATIONS", more)
    for _ in range(2):
        with database.reading() as tables:
            assert tables.row("SELECT nickname FROM users")["nickname"] == "local!"
        database.close()


def test_a_migration_that_fails_leaves_the_version_before(database, monkeypatch):
    names(database)
    database.close()
    broken = (*MIGRATIONS, ("ALTER TABLE users ADD COLUMN nickname TEXT", "INSERT INTO nowhere VALUES (1)"))
    with monkeypatch.context() as patch:
        patch.setattr("assistant.keeping.database.MIGRATIONS", broken)
        with pytest.raises(DataDirUnusable):
            names(database)
    with database.reading() as tables:
        assert "nickname" not in tables.row("SELECT * FROM users")


def test_a_file_that_another_process_keeps_locked_is_busy(database, monkeypatch):
    monkeypatch.setattr("assistant.keeping.database._PATIENCE", 0.05)
    names(database)
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    def write():
        with database.writing() as tables:
            tables.run(WRITE, "甲")

    with pytest.raises(Busy):
        write()
    other.execute("ROLLBACK")
    other.close()
    write()
    assert names(database) == ["local", "甲"]


def test_a_damaged_file_is_said_with_what_to_do(database):
    names(database)
    database.close()
    database.path.write_bytes(b"\x00garbage" * 4096)
    with pytest.raises(DataDirUnusable, match="备份"):
        names(database)


def test_a_place_that_cannot_be_written_is_said_and_used_once_it_can(tmp_path):
    """A file stands where the folder should be: what a read-only disk looks like to those who may write anywhere."""
    (tmp_path / "kept").write_text("")
    database = Database(tmp_path / "kept" / "keeping.sqlite3")
    with pytest.raises(DataDirUnusable, match="ASSISTANT_DATA_DIR"):
        names(database)
    (tmp_path / "kept").unlink()
    assert names(database) == ["local"]
    database.close()


FULL_DISK = """
import resource, sys
from pathlib import Path
from assistant.keeping.database import Database
from corpus.errors import DataDirUnusable
database = Database(Path(sys.argv[1]))
WRITE = "INSERT INTO users (name, created_at) VALUES (?, ?)"
with database.writing() as tables:
    tables.run(WRITE, "before", "")
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
written = 0
try:
    while True:
        with database.writing() as tables:
            tables.run(WRITE, f"u{written}", "x" * 20_000)
        written += 1
except DataDirUnusable as error:
    print(written, type(error).__name__)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with database.writing() as tables:
    tables.run(WRITE, "after", "")
"""


def test_a_full_disk_loses_nothing_acknowledged_and_is_over_when_there_is_room(tmp_path):
    """The limit on the size of files is what a full disk looks like to one process."""
    path = tmp_path / "keeping.sqlite3"
    done = subprocess.run([sys.executable, "-c", FULL_DISK, path], capture_output=True, text=True, cwd=ROOT, check=True)
    written, error = done.stdout.split()
    assert error == "DataDirUnusable"
    assert int(written) > 3
    database = Database(path)
    assert names(database) == sorted(["local", "before", "after", *(f"u{number}" for number in range(int(written)))])
    assert database.damage() is None
    database.close()
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


WRITER = """
import sys
from pathlib import Path
from assistant.keeping.identity import LOCAL
from assistant.keeping.keeping import Keeping
from tests.assistant.keeping.kept import answer_to
keeping = Keeping(Path(sys.argv[1]), audit="full", most_conversations=9999, most_turns=9999)
page = keeping.conversations.page("local", 1).items
conversation = page[0] if page else keeping.conversations.create("local", "长谈")
while True:
    print(keeping.record(answer_to(), LOCAL, conversation.id).ref, flush=True)
"""


def killed_while_writing(path, lines):
    """The refs that a writer had acknowledged when it was killed."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    refs = [writer.stdout.readline().strip() for _ in range(lines)]
    os.kill(writer.pid, signal.SIGKILL)
    refs += [line.strip() for line in writer.stdout if line.endswith("\n")]
    writer.stdout.close()
    writer.wait()
    return refs


@pytest.mark.timeout(120)
def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path):
    """Every ref that a writer had told of is in the conversation and in the trail, and both are whole."""
    from tests.assistant.keeping.kept import keeping_in

    path, acknowledged = tmp_path / "keeping.sqlite3", []
    for rounds in range(6):
        acknowledged += killed_while_writing(path, lines=1 + 3 * rounds)
    keeping = keeping_in(tmp_path)
    conversation = keeping.conversations.get("local", keeping.conversations.page("local", 1).items[0].id)
    kept = [turn.ref for turn in conversation.turns]
    assert [ref for ref in kept if ref in set(acknowledged)] == acknowledged
    assert [entry.ref for entry in keeping.audit.entries() if entry.action == "ask"] == kept
    assert keeping.audit.verify().broken is None
    assert keeping.database.damage() is None
    keeping.close()

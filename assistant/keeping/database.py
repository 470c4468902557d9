"""The one database file: opening, migrations, transactions, copies. Knows SQLite, and nothing of what is kept in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from corpus.errors import Busy, DataDirUnusable

Row = dict[str, Any]
"""A row by the names of its columns."""

_PATIENCE = 5.0
"""Seconds to wait for another process that is writing."""
_JOURNAL = 64 * 2**20
_FIRST = (
    "CREATE TABLE users (name TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT",
    "INSERT INTO users VALUES ('local', strftime('%Y-%m-%dT%H:%M:%fZ'))",
    """CREATE TABLE keys (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES users (name), label TEXT NOT NULL,
        digest TEXT NOT NULL, scopes TEXT NOT NULL, created_at TEXT NOT NULL, revoked_at TEXT
    ) STRICT""",
    """CREATE TABLE sessions (
        digest TEXT PRIMARY KEY, key_id TEXT NOT NULL REFERENCES keys (id) ON DELETE CASCADE,
        begins REAL NOT NULL, ends REAL NOT NULL
    ) STRICT""",
    """CREATE TABLE conversations (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL REFERENCES users (name), title TEXT NOT NULL, documents TEXT NOT NULL,
        created_at TEXT NOT NULL, updated_at TEXT NOT NULL, changed INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX conversations_by_owner ON conversations (owner, changed)",
    "CREATE INDEX conversations_by_change ON conversations (changed)",
    """CREATE TABLE turns (
        ref TEXT PRIMARY KEY, conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
        number INTEGER NOT NULL, asked_at TEXT NOT NULL, answer TEXT NOT NULL, UNIQUE (conversation_id, number)
    ) STRICT""",
    """CREATE TABLE feedback (
        number INTEGER PRIMARY KEY AUTOINCREMENT, ref TEXT NOT NULL, owner TEXT NOT NULL REFERENCES users (name),
        given_at TEXT NOT NULL, verdict TEXT NOT NULL, reasons TEXT NOT NULL, comment TEXT NOT NULL,
        answer TEXT, UNIQUE (owner, ref)
    ) STRICT""",
    """CREATE TABLE audit (
        seq INTEGER PRIMARY KEY, at TEXT NOT NULL, who TEXT NOT NULL, action TEXT NOT NULL, ref TEXT,
        body TEXT NOT NULL, previous TEXT NOT NULL, digest TEXT NOT NULL UNIQUE
    ) STRICT""",
    "CREATE INDEX audit_by_ref ON audit (ref)",
    """CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
        BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_is_never_cut BEFORE DELETE ON audit
        BEGIN SELECT RAISE (ABORT, 'the audit trail is append-only'); END""",
    """CREATE TABLE revisions (
        document_id TEXT NOT NULL, revision TEXT NOT NULL, kept_at TEXT NOT NULL, document BLOB NOT NULL,
        PRIMARY KEY (document_id, revision)
    ) STRICT""",
)

_SECOND = (
    "ALTER TABLE conversations ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE feedback ADD COLUMN correct TEXT NOT NULL DEFAULT ''",
)

_REPLACEMENTS = (
    """CREATE TABLE replacements (
        number INTEGER PRIMARY KEY AUTOINCREMENT, document_id TEXT NOT NULL, at TEXT NOT NULL, difference BLOB NOT NULL
    ) STRICT""",
    "CREATE INDEX replacements_by_document ON replacements (document_id)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _REPLACEMENTS)
"""Statements by version; `PRAGMA user_version` says how many of them a file has seen."""


class Transaction:
    """What can be done with the database while a block of `reading` or `writing` runs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, *values: object) -> int:
        """Run a statement; how many rows it has changed."""
        return self._connection.execute(sql, values).rowcount

    def rows(self, sql: str, *values: object) -> list[Row]:
        """All rows of a query."""
        return [dict(row) for row in self._connection.execute(sql, values)]

    def row(self, sql: str, *values: object) -> Row | None:
        """The first row of a query."""
        return next(iter(self.rows(sql, *values)), None)


class Database:
    """The database at `path`, opened when it is first needed, and again after it could not be. Thread-safe.

    Readers see whole transactions only and never wait for a writer; writers stand in line. What a `writing` block has
    done is on the disk when the block has ended (WAL, synchronous=FULL), or, where it raises, was never done.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = _Connection(path)
        self._reader = _Connection(path)

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A transaction. Raises DataDirUnusable where nothing can be kept, Busy where others keep it locked."""
        with self._writer.held() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield Transaction(connection)
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """One view of the database, that of its beginning. Raises like `writing`."""
        with self._reader.held() as connection:
            connection.execute("BEGIN")
            try:
                yield Transaction(connection)
            finally:
                connection.execute("ROLLBACK")

    def copy_to(self, target: Path) -> None:
        """A consistent copy in a fresh file, taken while others read and write."""
        with self._reader.held() as connection, closing(sqlite3.connect(target)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")

    def damage(self) -> str | None:
        """What SQLite finds wrong with the file; None where it is whole. Reads all of it."""
        with self._reader.held() as connection:
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
        return None if found == "ok" else found

    def close(self) -> None:
        """Let go of the file; the next use opens it again."""
        self._reader.close()
        self._writer.close()


class _Connection:
    """A connection that one thread holds at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = RLock()
        self._open: sqlite3.Connection | None = None

    @contextmanager
    def held(self) -> Iterator[sqlite3.Connection]:
        with self._lock, _trouble_becomes_clear(self._path):
            try:
                self._open = self._open or _opened(self._path)
                yield self._open
            except (sqlite3.DatabaseError, OSError):
                self.close()  # whatever state it was left in: the next use begins anew
                raise

    def close(self) -> None:
        with self._lock:
            if self._open is not None:
                self._open.close()
            self._open = None


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        path.chmod(0o600)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA journal_size_limit = {_JOURNAL}")
        _migrate(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the tables to the newest version, one transaction a version."""
    if _version(connection) > len(MIGRATIONS):
        raise DataDirUnusable(f"“{path}”是由较新版本的程序写成的。", "请升级本程序，或换一个数据目录。")
    for number, statements in enumerate(MIGRATIONS, start=1):
        if _version(connection) >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) < number:  # another process may have been faster
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _trouble_becomes_clear(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system say of a full, read-only, locked or damaged file into what a user can mend."""
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise Busy("数据库正被另一个进程占用。", "请过几秒钟再试。") from error
        raise _unusable(path, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise DataDirUnusable(
            f"数据库“{path}”已损坏：{error}。", "请从备份恢复这个文件，或把它移开重新开始。"
        ) from error
    except OSError as error:
        raise _unusable(path, error.strerror or str(error)) from error


def _unusable(path: Path, reason: str) -> DataDirUnusable:
    hint = "请检查磁盘空间和写入权限，或用 ASSISTANT_DATA_DIR 指定其他目录。"
    return DataDirUnusable(f"数据库“{path}”无法使用：{reason}。", hint)

"""The tables, version by version. A version that was once released is never changed: a new one is added."""

__all__ = ["MIGRATIONS"]

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

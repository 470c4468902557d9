"""API keys and the sessions that are opened with them. Only digests are kept: what was handed out can't be read here.

A key is random (256 bits), so that a plain SHA-256 of it can't be turned back by guessing.
"""

import datetime
import hashlib
import hmac
import re
import secrets
from typing import NamedTuple

from pydantic import BaseModel

from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.database import Database, Row, Transaction
from assistant.keeping.identity import Identity, KeyScope, scopes_up_to
from corpus.errors import BadRequest, NotFound

_KEY = re.compile(r"pa_([0-9a-f]{12})_([A-Za-z0-9_-]{43})")
_SESSION = re.compile(r"[A-Za-z0-9_-]{43}")
_NAME = re.compile(r"[\w.@-]{1,64}")
_SKEW = 300
"""Seconds by which the clock may have been set back before a session counts as not begun yet."""


class KeyView(BaseModel):
    """A key without its secret."""

    id: str
    user: str
    label: str
    scopes: list[KeyScope]
    created_at: str
    revoked_at: str | None


class NewKey(NamedTuple):
    """A key as it is shown once."""

    view: KeyView
    secret: str


class Keys:
    """The keys of a database."""

    def __init__(self, database: Database, clock: Clock = moment) -> None:
        self._database = database
        self._clock = clock

    def create(self, user: str, label: str, scope: KeyScope) -> NewKey:
        """A new key for a user, who is made where there is none. Raises BadRequest for names that cannot be used."""
        for name in (user, label):
            if not _NAME.fullmatch(name):
                raise BadRequest(f"名称“{name}”不能用。", "只能用文字、数字和 . _ - @，最多64个字符。")
        granted = scopes_up_to(scope)
        key_id, secret, now = secrets.token_hex(6), secrets.token_urlsafe(32), stamp(self._clock())
        with self._database.writing() as tables:
            tables.run("INSERT OR IGNORE INTO users (name, created_at) VALUES (?, ?)", user, now)
            tables.run(
                "INSERT INTO keys (id, owner, label, digest, scopes, created_at) VALUES (?, ?, ?, ?, ?, ?)",
                *(key_id, user, label, _digest(secret), " ".join(granted), now),
            )
        view = KeyView(id=key_id, user=user, label=label, scopes=granted, created_at=now, revoked_at=None)
        return NewKey(view, f"pa_{key_id}_{secret}")

    def all(self) -> list[KeyView]:
        """Every key, the oldest first, revoked ones too."""
        with self._database.reading() as tables:
            return [_row_to_view(row) for row in tables.rows("SELECT * FROM keys ORDER BY created_at, id")]

    def revoke(self, key_id: str) -> None:
        """End a key and its sessions, at once. Raises NotFound where there is none that is not ended already."""
        with self._database.writing() as tables:
            ended = "UPDATE keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"
            if not tables.run(ended, stamp(self._clock()), key_id):
                raise NotFound(f"没有编号为“{key_id}”的有效密钥。", "请用 policy-assistant keys list 查看编号。")
            tables.run("DELETE FROM sessions WHERE key_id = ?", key_id)

    def of_secret(self, secret: str) -> Identity | None:
        """Whose key this is; None for one that is wrong or revoked."""
        found = _KEY.fullmatch(secret)
        if found is None:
            return None
        with self._database.reading() as tables:
            row = tables.row("SELECT * FROM keys WHERE id = ? AND revoked_at IS NULL", found[1])
        right = row is not None and hmac.compare_digest(row["digest"], _digest(found[2]))
        return _row_to_identity(row) if row is not None and right else None

    def open_session(self, identity: Identity, lasting: datetime.timedelta) -> str:
        """A token that stands for the identity's key for so long. Sessions that have ended are cleared away."""
        token, now = secrets.token_urlsafe(32), self._clock()
        with self._database.writing() as tables:
            tables.run("DELETE FROM sessions WHERE ends < ?", now.timestamp())
            tables.run(
                "INSERT INTO sessions (digest, key_id, begins, ends) VALUES (?, ?, ?, ?)",
                *(_digest(token), identity.key_id, now.timestamp(), (now + lasting).timestamp()),
            )
        return token

    def of_session(self, token: str) -> Identity | None:
        """Who opened this session; None for one that is over, unknown, or whose key was revoked."""
        if not _SESSION.fullmatch(token):
            return None
        with self._database.reading() as tables:
            row = _session_row(tables, token, self._clock().timestamp())
        return _row_to_identity(row) if row else None

    def close_session(self, token: str) -> None:
        """End a session, if there is one."""
        with self._database.writing() as tables:
            tables.run("DELETE FROM sessions WHERE digest = ?", _digest(token))


def _session_row(tables: Transaction, token: str, now: float) -> Row | None:
    return tables.row(
        """SELECT keys.* FROM sessions JOIN keys ON keys.id = sessions.key_id
        WHERE sessions.digest = ? AND begins <= ? AND ends > ? AND revoked_at IS NULL""",
        *(_digest(token), now + _SKEW, now),
    )


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def _row_to_identity(row: Row) -> Identity:
    return Identity(row["owner"], frozenset(map(KeyScope, row["scopes"].split())), row["id"], row["label"])


def _row_to_view(row: Row) -> KeyView:
    return KeyView(
        id=row["id"],
        user=row["owner"],
        label=row["label"],
        scopes=[KeyScope(scope) for scope in row["scopes"].split()],
        created_at=row["created_at"],
        revoked_at=row["revoked_at"],
    )

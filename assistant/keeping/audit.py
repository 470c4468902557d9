"""The audit trail: who asked or changed what, when, and what it was answered from. Lines are only ever added, and each
holds the digest of the line before it: a line that was changed, or taken out of the middle, breaks the chain.
"""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from typing import Literal

from pydantic import BaseModel

from assistant.answer import Answer, Citation
from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.database import Database, Row, Transaction
from assistant.keeping.identity import Identity
from corpus.errors import BadRequest
from prompts.prompt import load_prompt

Action = Literal["ask", "add_documents", "replace_document", "remove_document", "login", "create_key", "revoke_key"]
AuditMode = Literal["full", "hashed", "off"]
"""What is kept of questions and answers: their words, salted digests of them, or nothing at all."""

_BEFORE_THE_FIRST = "0" * 64
_PROMPTS = ("writer", "rewrite", "repair")
_AT_ONCE = 500
_FIELDS = ("seq", "at", "who", "action", "ref", "body", "previous")
"""What a digest is made of, in this order."""


class AuditEntry(BaseModel):
    """A line of the trail. `digest` is the SHA-256 of all the rest, `previous` that of the line before."""

    seq: int
    at: str
    who: str
    action: str
    ref: str | None
    body: dict[str, object]
    previous: str
    digest: str


class Verified(BaseModel):
    """What checking the chain came to. `broken` is the first line that is not as it was written, and why."""

    entries: int
    head: str
    """Digest of the last line: note it elsewhere, and a trail that was cut or rewritten can't pass for this one."""
    broken: int | None = None
    reason: str | None = None
    backwards: int = 0
    """Lines that are dated before the line above them: the clock was set back there."""


class AuditTrail:
    """The trail of a database."""

    def __init__(self, database: Database, mode: AuditMode, clock: Clock = moment) -> None:
        self._database = database
        self._clock = clock
        self.mode = mode

    def note(self, who: str, action: Action, body: Mapping[str, object]) -> None:
        """Add a line about something other than a question."""
        if self.mode != "off":
            with self._database.writing() as tables:
                add_entry(tables, stamp(self._clock()), who, action, None, body)

    def entries(self) -> Iterator[AuditEntry]:
        """Every line, the first one first. Raises BadRequest at one whose body is not as it was written."""
        return map(_row_to_entry, self._rows())

    def verify(self, head: str | None = None) -> Verified:
        """Check every line; with `head`, also that this digest, noted earlier, is that of one of them."""
        previous, at, count, backwards, seen = _BEFORE_THE_FIRST, "", 0, 0, head is None
        for row in self._rows():
            count += 1
            reason = _fault(row, count, previous)
            if reason:
                return Verified(entries=count, head=previous, broken=count, reason=reason, backwards=backwards)
            backwards += row["at"] < at
            previous, at, seen = row["digest"], row["at"], seen or row["digest"] == head
        if not seen:
            reason = "没有找到事先记下的摘要：记录被截断或重写过。"
            return Verified(entries=count, head=previous, broken=count + 1, reason=reason, backwards=backwards)
        return Verified(entries=count, head=previous, backwards=backwards)

    def _rows(self) -> Iterator[Row]:
        last = 0
        while rows := self._rows_behind(last):
            yield from rows
            last = rows[-1]["seq"]

    def _rows_behind(self, seq: int) -> list[Row]:
        with self._database.reading() as tables:
            return tables.rows("SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?", seq, _AT_ONCE)


def add_entry(
    tables: Transaction, at: str, who: str, action: Action, ref: str | None, body: Mapping[str, object]
) -> None:
    """Add a line at the end, in the transaction of what it tells about: both are kept or neither."""
    last = tables.row("SELECT seq, digest FROM audit ORDER BY seq DESC LIMIT 1")
    seq, previous = (last["seq"] + 1, last["digest"]) if last else (1, _BEFORE_THE_FIRST)
    text = _canonical(body)
    tables.run(
        "INSERT INTO audit (seq, at, who, action, ref, body, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        *(seq, at, who, action, ref, text, previous, _digest(seq, at, who, action, ref, text, previous)),
    )


def answer_to_body(answer: Answer, identity: Identity, mode: AuditMode) -> dict[str, object]:
    """What the trail says of an answer."""
    worded_by_llm = answer.writer.startswith("llm:")
    return {
        "question": _kept_text(answer.question, mode),
        "answer": _kept_text(answer.answer, mode),
        "status": answer.status.value,
        "kind": answer.kind.value,
        "scope": {"documents": list(answer.scope.documents), "years": list(answer.scope.years)},
        "evidence": [_evidence_id(citation) for citation in answer.citations],
        "index": answer.index,
        "writer": answer.writer,
        "prompts": [load_prompt(name).id for name in _PROMPTS] if worded_by_llm else [],
        "key": identity.key_id,
    }


def _evidence_id(citation: Citation) -> str:
    """Document, version, line, and a digest of the words."""
    quoted = hashlib.sha256(citation.quote.encode()).hexdigest()[:16]
    return f"{citation.document_id}@{citation.revision}:{citation.line}#{quoted}"


def _kept_text(text: str, mode: AuditMode) -> object:
    """The text itself, or a salted digest: enough to show later that these were the words, not to read them."""
    if mode == "full":
        return text
    salt = secrets.token_hex(16)
    return {"salt": salt, "sha256": hashlib.sha256(f"{salt}{text}".encode()).hexdigest()}


def _fault(row: Row, seq: int, previous: str) -> str | None:
    """What is wrong with a line. Its body counts letter for letter, as it stands in the database."""
    if row["seq"] != seq:
        return f"缺少第{seq}条记录。"
    if row["previous"] != previous:
        return "与上一条记录接不上。"
    if row["digest"] != _digest(*(row[name] for name in _FIELDS)):
        return "内容与摘要不符。"
    return None


def _digest(*fields: int | str | None) -> str:
    return hashlib.sha256(_canonical(fields).encode()).hexdigest()


def _canonical(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _row_to_entry(row: Row) -> AuditEntry:
    try:
        return AuditEntry.model_validate({**row, "body": json.loads(row["body"])})
    except ValueError:
        message, hint = f"审计记录第{row['seq']}条的内容被改动过，读不出来。", "请保留现场，与备份比对。"
        raise BadRequest(message, hint) from None

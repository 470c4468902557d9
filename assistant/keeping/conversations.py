"""Conversations and their turns. Every query takes the owner: what belongs to somebody else is as if it were not."""

import json
import secrets
from collections.abc import Sequence

from pydantic import BaseModel

from assistant.answer import Answer
from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.database import Database, Row, Transaction
from assistant.keeping.feedback import Feedback, feedback_of
from assistant.keeping.pages import Page, after_to_number, rows_to_page
from corpus.errors import NotFound, QuotaExceeded

UNTITLED = "新会话"
_TITLE = 40
_CREATE = """
    INSERT INTO conversations (id, owner, title, documents, created_at, updated_at, changed)
    VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(changed), 0) + 1 FROM conversations))
"""
_CONTINUE = """
    UPDATE conversations
    SET title = ?, updated_at = ?, changed = (SELECT coalesce(max(changed), 0) + 1 FROM conversations)
    WHERE id = ? AND owner = ?
"""
_SUMMARY = (
    "SELECT id, title, documents, pinned, created_at, updated_at, changed, "
    "(SELECT count(*) FROM turns WHERE conversation_id = conversations.id) AS turns FROM conversations"
)
_SOUGHT = """
    WHERE owner = ?1 AND changed < ?2 AND (?4 IS NULL OR pinned = ?4) AND (instr(lower(title), ?3) OR EXISTS (
        SELECT 1 FROM turns WHERE conversation_id = conversations.id
        AND instr(lower(json_extract(answer, '$.question') || json_extract(answer, '$.answer')), ?3)
    ))
    ORDER BY changed DESC LIMIT ?5
"""
"""Every text holds the empty words."""


class _Named(BaseModel, use_attribute_docstrings=True):
    """What is said of a conversation wherever it is shown."""

    id: str
    """Id of the conversation, to be sent with questions as `conversation_id`."""
    title: str
    """As its reader called it, else the beginning of its first question; 新会话 as long as there is neither."""
    documents: list[str]
    """Ids of the documents that its reader wants to ask by default; only remembered, questions name their own."""
    pinned: bool = False
    """Whether its reader wants it above all others."""
    created_at: str
    """When it was begun, ISO 8601 UTC with microseconds."""
    updated_at: str
    """When its latest answer was kept, or it was begun; ISO 8601 UTC with microseconds."""


class ConversationSummary(_Named):
    """A conversation in a list, without its turns."""

    turns: int
    """Number of its turns."""


class Turn(BaseModel, use_attribute_docstrings=True):
    """A question, its answer as it was given, and what its reader says of it."""

    ref: str
    """The name by which feedback and the audit trail speak of the answer."""
    asked_at: str
    """When the answer was kept, ISO 8601 UTC with microseconds."""
    question: str
    """The question as asked."""
    answer: Answer
    """The answer as it was given."""
    feedback: Feedback | None = None
    """What the reader says of the answer; null where nothing was said."""


class Conversation(_Named):
    """A conversation with its turns, oldest first."""

    turns: list[Turn]
    """All its turns, oldest first."""


class ConversationStore:
    """The conversations of a database; an owner may have `most` of them."""

    def __init__(self, database: Database, most: int, clock: Clock = moment) -> None:
        self._database = database
        self._most = most
        self._clock = clock

    def create(self, owner: str, title: str = "", documents: Sequence[str] = ()) -> ConversationSummary:
        """A new conversation without turns; raises QuotaExceeded."""
        conversation_id, now = secrets.token_hex(16), stamp(self._clock())
        with self._database.writing() as tables:
            row = tables.row("SELECT count(*) AS count FROM conversations WHERE owner = ?", owner)
            if row and row["count"] >= self._most:
                raise QuotaExceeded(f"已经有{self._most}个会话，不能再新建。", "请先删除不再需要的会话。")
            tables.run(
                _CREATE,
                *(conversation_id, owner, _clean(title) or UNTITLED, json.dumps(list(documents)), now, now),
            )
            return _summary(tables, owner, conversation_id)

    def page(
        self, owner: str, limit: int, after: str | None = None, *, words: str = "", pinned: bool | None = None
    ) -> Page[ConversationSummary]:
        """The owner's conversations, the one changed last first; those that hold `words` in their title, a question or
        an answer, and those that are pinned, or are not, where that is asked.
        """
        before = after_to_number(after)
        with self._database.reading() as tables:
            rows = tables.rows(f"{_SUMMARY} {_SOUGHT}", owner, before, words.lower(), pinned, limit + 1)
        return rows_to_page([(row["changed"], _row_to_summary(row)) for row in rows], limit)

    def get(self, owner: str, conversation_id: str) -> Conversation:
        """A conversation with all its turns; raises NotFound."""
        with self._database.reading() as tables:
            summary = _summary(tables, owner, conversation_id)
            said = feedback_of(tables, owner, conversation_id)
            rows = _turn_rows(tables, owner, conversation_id)
        turns = [_row_to_turn(row, said.get(row["ref"])) for row in rows]
        return Conversation(**{**summary.model_dump(), "turns": turns})

    def history(self, owner: str, conversation_id: str, last: int, before: str | None = None) -> list[Answer]:
        """The last answers of a conversation, or of what stands before a turn, oldest first; raises NotFound."""
        with self._database.reading() as tables:
            _summary(tables, owner, conversation_id)
            end = _number(tables, conversation_id, before) if before else None
            rows = _turn_rows(tables, owner, conversation_id, last, end)
        return [Answer.model_validate_json(row["answer"]) for row in rows]

    def change(
        self,
        owner: str,
        conversation_id: str,
        title: str | None = None,
        documents: Sequence[str] | None = None,
        pinned: bool | None = None,
    ) -> ConversationSummary:
        """Give a conversation another title or other documents, pin it or let it go; raises NotFound."""
        listed = None if documents is None else json.dumps(list(documents))
        with self._database.writing() as tables:
            tables.run(
                "UPDATE conversations SET title = coalesce(?, title), documents = coalesce(?, documents), "
                "pinned = coalesce(?, pinned) WHERE id = ? AND owner = ?",
                *(title and _clean(title), listed, pinned, conversation_id, owner),
            )
            return _summary(tables, owner, conversation_id)

    def remove(self, owner: str, conversation_id: str) -> None:
        """Delete a conversation and its turns; raises NotFound."""
        with self._database.writing() as tables:
            if not tables.run("DELETE FROM conversations WHERE id = ? AND owner = ?", conversation_id, owner):
                raise _not_found()


def add_turn(
    tables: Transaction,
    owner: str,
    conversation_id: str,
    answer: Answer,
    *,
    now: str,
    most: int,
    replaces: str | None = None,
) -> None:
    """Put an answer at the end of a conversation, or where the turn `replaces` stands; the conversation becomes the
    latest. Raises NotFound, QuotaExceeded.
    """
    summary = _summary(tables, owner, conversation_id)
    number = _number(tables, conversation_id, replaces) if replaces else summary.turns + 1
    if number > most:
        raise QuotaExceeded(f"这个会话已经有{most}个问题。", "请新建一个会话。")
    tables.run("DELETE FROM turns WHERE conversation_id = ? AND ref = ?", conversation_id, replaces)
    tables.run(
        "INSERT INTO turns (ref, conversation_id, number, asked_at, answer) VALUES (?, ?, ?, ?, ?)",
        *(answer.ref, conversation_id, number, now, answer.model_dump_json()),
    )
    title = _clean(answer.question)[:_TITLE] if summary.title == UNTITLED else summary.title
    tables.run(
        _CONTINUE,
        *(title, now, conversation_id, owner),
    )


def _summary(tables: Transaction, owner: str, conversation_id: str) -> ConversationSummary:
    row = tables.row(f"{_SUMMARY} WHERE id = ? AND owner = ?", conversation_id, owner)
    if row is None:
        raise _not_found()
    return _row_to_summary(row)


def _turn_rows(
    tables: Transaction, owner: str, conversation_id: str, last: int = -1, end: int | None = None
) -> list[Row]:
    """The last turns (all of them where `last` is negative), those before number `end` where there is one; oldest
    first.
    """
    rows = tables.rows(
        """SELECT turns.* FROM turns JOIN conversations ON id = conversation_id
        WHERE conversation_id = ? AND owner = ? AND number < coalesce(?, number + 1) ORDER BY number DESC LIMIT ?""",
        *(conversation_id, owner, end, last),
    )
    return rows[::-1]


def _number(tables: Transaction, conversation_id: str, ref: str) -> int:
    """Which turn of its conversation an answer is, from 1; raises NotFound."""
    row = tables.row("SELECT number FROM turns WHERE conversation_id = ? AND ref = ?", conversation_id, ref)
    if row is None:
        raise NotFound("这个会话里没有要替换的答复。", "请刷新页面，再问一次。")
    return int(row["number"])


def _clean(title: str) -> str:
    """One line of what can be printed."""
    return " ".join("".join(one if one.isprintable() else " " for one in title).split())


def _not_found() -> NotFound:
    return NotFound("没有这个会话。", "它可能已经被删除。")


def _row_to_summary(row: Row) -> ConversationSummary:
    return ConversationSummary.model_validate({**row, "documents": json.loads(row["documents"])})


def _row_to_turn(row: Row, feedback: Feedback | None) -> Turn:
    answer = Answer.model_validate_json(row["answer"])
    return Turn(ref=row["ref"], asked_at=row["asked_at"], question=answer.question, answer=answer, feedback=feedback)

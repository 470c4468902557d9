"""What readers say of answers, also as gold questions. Every query takes the owner; only `all` is for those who look
after the system.
"""

import json
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.answer import Answer
from assistant.figures import figures, folded
from assistant.keeping.clock import Clock, moment, stamp
from assistant.keeping.database import Database, Row, Transaction
from assistant.keeping.pages import Page, after_to_number, rows_to_page
from corpus.errors import NotFound

Verdict = Literal["up", "down"]
_BEFORE = """
    SELECT earlier.answer FROM turns AS earlier JOIN turns AS said USING (conversation_id)
    WHERE said.ref = ? AND earlier.number < said.number ORDER BY earlier.number
"""
_MARK = re.compile(r"\[\d{1,4}\]")
_POINTS = re.compile(r"[、，；。,;\n]+")
_AT_ONCE = 200


class FeedbackReason(StrEnum):
    """引用不符、数字错误、未答全、应拒答、答非所问."""

    MISQUOTED = "misquoted"
    WRONG_NUMBER = "wrong_number"
    INCOMPLETE = "incomplete"
    SHOULD_REFUSE = "should_refuse"
    OFF_TOPIC = "off_topic"


class GivenFeedback(BaseModel):
    """What a reader says of an answer of theirs."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"ref": "9f1c5d02c4b84d0e9a3f7be16c2d8a41", "verdict": "down", "reasons": ["incomplete"]}]
        }
    )

    ref: str = Field(min_length=1, max_length=64, description="答复的 ref。")
    verdict: Verdict = Field(description="up 有用，down 有问题。")
    reasons: list[FeedbackReason] = Field(
        default_factory=list,
        max_length=5,
        description="misquoted 引用不符、wrong_number 数字错误、incomplete 未答全、should_refuse 应拒答、"
        "off_topic 答非所问。",
    )
    comment: str = Field("", max_length=2000, description="想补充的话。")
    correct: str = Field("", max_length=2000, description="正确答案的要点，用顿号、逗号或分号隔开。")


class Feedback(GivenFeedback):
    """Feedback as it is kept."""

    given_at: str = Field(description="提出的时间，ISO 8601，UTC，到微秒。")


class FeedbackOfUser(Feedback):
    """Feedback with who gave it and on what; `answer` is None where the answer itself was not kept."""

    user: str = Field(description="提出反馈的用户。")
    question: str | None = Field(description="所问的问题；答复没有保存时为 null。")
    answer: Answer | None = Field(description="所评的答复；没有保存时为 null。")


class FeedbackStore:
    """The feedback of a database."""

    def __init__(self, database: Database, clock: Clock = moment) -> None:
        self._database = database
        self._clock = clock

    def give(self, owner: str, given: GivenFeedback) -> Feedback:
        """Keep feedback on an answer of the owner's, in place of what they said of it before. Raises NotFound."""
        kept = Feedback(**given.model_dump(), given_at=stamp(self._clock()))
        with self._database.writing() as tables:
            answer = _answer_json(tables, owner, given.ref)
            tables.run(
                "INSERT OR REPLACE INTO feedback (ref, owner, given_at, verdict, reasons, comment, correct, answer) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                *(kept.ref, owner, kept.given_at, kept.verdict, json.dumps(kept.reasons)),
                *(kept.comment, kept.correct, answer),
            )
        return kept

    def withdraw(self, owner: str, ref: str) -> None:
        """Take back feedback of the owner's; raises NotFound."""
        with self._database.writing() as tables:
            if not tables.run("DELETE FROM feedback WHERE owner = ? AND ref = ?", owner, ref):
                raise NotFound("没有对这个答复的反馈。", "请检查 ref。")

    def all(self, limit: int, after: str | None = None) -> Page[FeedbackOfUser]:
        """Everybody's feedback, the latest first."""
        before = after_to_number(after)
        sql = "SELECT * FROM feedback WHERE number < ? ORDER BY number DESC LIMIT ?"
        with self._database.reading() as tables:
            rows = tables.rows(sql, before, limit + 1)
        return rows_to_page([(row["number"], _row_to_feedback_of_user(row)) for row in rows], limit)

    def asked_before(self, ref: str) -> list[Answer]:
        """The answers that stand before one in its conversation, oldest first; none where it stands in none."""
        with self._database.reading() as tables:
            rows = tables.rows(_BEFORE, ref)
        return [Answer.model_validate_json(row["answer"]) for row in rows]


def feedback_of(tables: Transaction, owner: str, conversation_id: str) -> dict[str, Feedback]:
    """The owner's feedback on the answers of a conversation, by ref."""
    rows = tables.rows(
        """SELECT feedback.* FROM feedback JOIN turns USING (ref) WHERE owner = ? AND conversation_id = ?""",
        *(owner, conversation_id),
    )
    return {row["ref"]: Feedback(**_row_to_fields(row)) for row in rows}


def _answer_json(tables: Transaction, owner: str, ref: str) -> str | None:
    """The answer where it was kept, None where only the audit trail names it. Raises NotFound where nothing does."""
    turn = tables.row(
        "SELECT answer FROM turns JOIN conversations ON id = conversation_id WHERE ref = ? AND owner = ?", ref, owner
    )
    if turn is not None:
        return str(turn["answer"])
    if tables.row("SELECT seq FROM audit WHERE ref = ? AND who = ? AND action = 'ask'", ref, owner) is None:
        raise NotFound("没有这个答复。", "请检查 ref；只能对自己得到的答复提出反馈。")
    return None


def _row_to_fields(row: Row) -> dict[str, object]:
    names = ("ref", "verdict", "comment", "correct", "given_at")
    return {**{name: row[name] for name in names}, "reasons": json.loads(row["reasons"])}


def _row_to_feedback_of_user(row: Row) -> FeedbackOfUser:
    answer = Answer.model_validate_json(row["answer"]) if row["answer"] else None
    question = answer.question if answer else None
    return FeedbackOfUser.model_validate(
        {**_row_to_fields(row), "user": row["owner"], "question": question, "answer": answer}
    )


def feedback_to_gold(store: FeedbackStore) -> str:
    """JSON lines of all feedback that says what is right: an answer that was praised, one that was put right, one that
    should have been refused. Follow-up questions stand behind those they follow.
    """
    lines = (_item(said, store.asked_before(said.ref)) for said in _all(store))
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in lines if item)


def _all(store: FeedbackStore) -> Iterable[FeedbackOfUser]:
    page = store.all(_AT_ONCE)
    yield from page.items
    while page.next:
        page = store.all(_AT_ONCE, page.next)
        yield from page.items


def _item(said: FeedbackOfUser, before: list[Answer]) -> dict[str, object] | None:
    expected = _expected(said)
    if said.answer is None or expected is None:
        return None
    asked = {"question": said.answer.question, "docs": list(said.answer.scope.documents), **expected}
    item = {"id": f"{said.user}-{said.ref}", "type": "multi_turn" if before else said.answer.kind.value}
    if not before:
        return {**item, **asked}
    return {**item, **asked, "turns": [*(_earlier(answer) for answer in before), asked]}


def _expected(said: FeedbackOfUser) -> dict[str, object] | None:
    """What a right answer must say; None where the feedback does not tell."""
    if said.correct:
        points = [point.strip() for point in _POINTS.split(said.correct) if point.strip()]
        return {"answer": said.correct, "must_include": points}
    if said.verdict == "down":
        return {"expect_refusal": True} if FeedbackReason.SHOULD_REFUSE in said.reasons else None
    return _praised(said.answer) if said.answer else None


def _praised(answer: Answer) -> dict[str, object]:
    """As it was answered: refused, or with these figures from these words."""
    if answer.status == "refused":
        return {"expect_refusal": True}
    text = folded(_MARK.sub("", answer.answer))
    found = dict.fromkeys(text[one.start : one.end] for one in figures(text))
    evidence = list(dict.fromkeys(citation.quote for citation in answer.citations))
    return {"answer": text, "must_include": list(found), "evidence": evidence}


def _earlier(answer: Answer) -> dict[str, object]:
    """A question that was asked before: only that it is answered, or refused, as it was."""
    if answer.status == "refused":
        return {"question": answer.question, "expect_refusal": True}
    return {"question": answer.question, "answer": answer.answer}

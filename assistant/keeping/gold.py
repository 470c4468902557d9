"""Feedback as questions with what a right answer must say, in the gold format that `python -m eval --gold` runs."""

import json
import re
from collections.abc import Iterable

from assistant.answer import Answer
from assistant.figures import figures, folded
from assistant.keeping.feedback import FeedbackOfUser, FeedbackReason, FeedbackStore

__all__ = ["feedback_to_gold"]

_MARK = re.compile(r"\[\d{1,4}\]")
_POINTS = re.compile(r"[、，；。,;\n]+")
_AT_ONCE = 200


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

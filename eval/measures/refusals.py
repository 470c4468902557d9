"""Refusals as a decision: how many of those due were made, and how many of those made were due."""

from collections.abc import Iterable

from eval.gold import GoldQuestion
from eval.response import Response


def refusal_confusion(pairs: Iterable[tuple[GoldQuestion, Response]]) -> dict[str, int]:
    """Counts of due_made, due_missed, undue_made, undue_avoided. Questions the text is silent on count in neither."""
    counts = {"due_made": 0, "due_missed": 0, "undue_made": 0, "undue_avoided": 0}
    for gold, response in pairs:
        if gold.answerable or gold.expect_refusal:
            due, made = gold.expect_refusal, response.status == "refused"
            counts[f"{'due' if due else 'undue'}_{_outcome(due, made)}"] += 1
    return counts


def refusal_recall(confusion: dict[str, int]) -> float | None:
    """Share of the due refusals that were made."""
    due = confusion["due_made"] + confusion["due_missed"]
    return confusion["due_made"] / due if due else None


def refusal_precision(confusion: dict[str, int]) -> float | None:
    """Share of the refusals made that were due."""
    made = confusion["due_made"] + confusion["undue_made"]
    return confusion["due_made"] / made if made else None


def _outcome(due: bool, made: bool) -> str:
    if made:
        return "made"
    return "missed" if due else "avoided"

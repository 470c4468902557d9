"""List answers: how many of the members were named, and how many of the named ones are members."""

from eval.gold import GoldQuestion
from eval.response import Response
from eval.text import says

__all__ = ["list_recall"]


def list_recall(gold: GoldQuestion, response: Response) -> float | None:
    """Share of the expected members that the answer names; None where no list was asked for."""
    if not gold.items:
        return None
    return sum(says(response.answer, item) for item in gold.items) / len(gold.items)

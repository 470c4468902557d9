"""Comparisons: is every side named that must be."""

from eval.gold import GoldQuestion
from eval.response import Response
from eval.text import says


def sides_named(gold: GoldQuestion, response: Response) -> float | None:
    """Share of the sides (places, documents) that the answer names; None where nothing is compared."""
    if not gold.sides:
        return None
    return sum(says(response.answer, side) for side in gold.sides) / len(gold.sides)

"""Whether an answer reckons what nobody asked for: what it says besides is right without it."""

import re
from dataclasses import replace

from eval.gold import GoldQuestion
from eval.measures.correctness import correct
from eval.response import Response

_RESULT = re.compile(r"；[^；。]*[=≈][^；。]*")
"""A clause behind others that spells out how its number was reckoned: ；相差5家（10-5=5）."""


def reckons_in_vain(gold: GoldQuestion, response: Response) -> bool:
    """Whether a right answer holds results without which it is right too."""
    less = _RESULT.sub("", response.answer)
    if response.status != "answered" or less == response.answer:
        return False
    return correct(gold, response) and correct(gold, replace(response, answer=less))

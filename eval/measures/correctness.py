"""Whether an answer is right: all it must say, nothing it must not, not refused, and not a page poured out."""

from eval.gold import GoldQuestion, alternatives
from eval.response import Response
from eval.text import normal, says


def correct(gold: GoldQuestion, response: Response) -> bool:
    """Whether the response is right. A missing one is wrong."""
    return fault(gold, response) is None


def fault(gold: GoldQuestion, response: Response) -> str | None:
    """Why the response is wrong, in words; None where it is right."""
    if gold.expect_refusal:
        return None if response.status == "refused" else "should have been refused"
    if not gold.answerable and response.status == "refused":
        return None
    if response.status != "answered":
        return response.status
    return _too_long(gold, response) or _missing(gold, response) or _forbidden(gold, response)


def _too_long(gold: GoldQuestion, response: Response) -> str | None:
    limit = max(240, 3 * len(normal(gold.answer)))
    length = len(normal(response.answer))
    return f"too long: {length} > {limit}" if length > limit else None


def _missing(gold: GoldQuestion, response: Response) -> str | None:
    for group in gold.must_include:
        if not any(says(response.answer, words) for words in alternatives(group)):
            return "missing " + "/".join(alternatives(group)[:3])
    return None


def _forbidden(gold: GoldQuestion, response: Response) -> str | None:
    return next((f"has {words}" for words in gold.must_not_include if says(response.answer, words)), None)

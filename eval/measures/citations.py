"""Citations: do the quotes cover the evidence, and is what they quote evidence."""

from difflib import SequenceMatcher

from eval.gold import Entry, GoldQuestion, alternatives
from eval.response import Response
from eval.text import normal


def citation_support(gold: GoldQuestion, response: Response) -> float | None:
    """Share of the evidence that some quote covers; None where there is none or nothing was answered."""
    if not gold.evidence or response.status != "answered":
        return None
    found = [any(covers_entry(quote, evidence) for quote in response.quotes) for evidence in gold.evidence]
    return sum(found) / len(found)


def citation_precision(gold: GoldQuestion, response: Response) -> float | None:
    """Share of the quotes that cover some evidence or lie in it; None where nothing was cited or expected."""
    if not gold.evidence or not response.quotes:
        return None
    due = [any(covers_entry(quote, evidence) for evidence in gold.evidence) for quote in response.quotes]
    return sum(due) / len(due)


def covers_entry(quote: str, evidence: Entry) -> bool:
    """Whether the quote covers the evidence, or one of its alternatives: the same may be said in several places."""
    return any(covers(quote, words) for words in alternatives(evidence))


def covers(quote: str, evidence: str) -> bool:
    """Whether the quote has a run of at least 60 % of the evidence, or lies inside it."""
    have, want = normal(quote), normal(evidence)
    if not have or not want:
        return False
    if have in want or want in have:
        return True
    run = SequenceMatcher(None, have, want, autojunk=False).find_longest_match().size
    return run >= 0.6 * len(want)

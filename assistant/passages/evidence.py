"""Whether what was found supports an answer. Thresholds only; knows no documents."""

from assistant.passages.asked import Wanted
from assistant.passages.choosing import Chosen
from assistant.passages.terms import Terms

__all__ = ["is_supported"]

_COVERED = 0.30
"""The share of the question's weight that the chosen sentences must hold themselves, …"""
_NEARBY = 0.5
"""… and together with their passage and headings."""


def is_supported(chosen: Chosen, terms: Terms, wanted: Wanted) -> bool:
    """Whether the chosen sentences hold enough of the question, and the thing it asks for."""
    if not terms.weights or chosen.coverage < _COVERED or chosen.nearby < _NEARBY:
        return False
    return not wanted.lacking(chosen.text)

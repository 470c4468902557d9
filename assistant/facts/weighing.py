"""The features of a candidate that every kind of row has: how well the best row fits, and what speaks for another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.facts.rows import Fitted
from assistant.reading.ask import Ask
from assistant.reading.words import terms_of

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["unheard_mass", "weighed"]

_FULL_MASS = 3.0
"""What three rare words weigh."""


def weighed(
    chosen: Sequence[Fitted],
    others: Sequence[Fitted],
    ask: Ask,
    index: "Index",
    *,
    agree: float = 0.0,
    filled: float = 1.0,
    **own: float,
) -> dict[str, float]:
    """The features of a candidate that shows the rows `chosen`, where `others` could have been shown instead.

    `unheard` is the weight of the words that no chosen row holds, from 0 to 1: high for many rare words.
    """
    terms = terms_of(ask.where.words, index.library)
    held = frozenset().union(*(one.held for one in chosen))
    match = terms.share(held)
    return {
        "match": match,
        "own": max((one.own for one in chosen), default=0.0),
        "margin": match - max((one.match for one in others), default=0.0),
        "meaning": max((one.meaning for one in chosen), default=0.0),
        "agree": agree,
        "filled": filled,
        "unheard": unheard_mass(ask, match, index),
        **own,
    }


def unheard_mass(ask: Ask, match: float, index: "Index") -> float:
    """How much the words tell that was not matched, from 0 to 1."""
    return min(1.0, terms_of(ask.where.words, index.library).mass * (1 - match) / _FULL_MASS)

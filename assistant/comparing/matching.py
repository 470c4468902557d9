"""Everyday words to canonical indicators, by the characters they share. Knows no question grammar."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

from assistant.comparing.groups import Group, indicator_groups
from assistant.comparing.wording import normal_form
from corpus.facts import Library

__all__ = ["Scorer", "match_indicators", "shared_characters"]

Scorer = Callable[[str, Sequence[str]], Sequence[float]]
"""Words and names to one score per name, from 0 to 1."""


def match_indicators(library: Library, words: str, scorer: Scorer | None = None) -> list[tuple[Group, float]]:
    """All groups with how well `words` mean them, best first; 1 where the words are one of a group's names.

    `scorer` compares the words with names; without one, shared characters do (rare ones weigh more).
    """
    groups = indicator_groups(library)
    form = normal_form(words)
    names = [name for group in groups for name in group.names]
    scores = dict(zip(names, (scorer or shared_characters)(form, names), strict=True))
    scored = [
        (group, 1.0 if {words, form} & set(group.names) else max(scores[name] for name in group.names))
        for group in groups
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].name))


def shared_characters(words: str, names: Sequence[str]) -> list[float]:
    """How much of each name stands in the words, characters and pairs of them weighted by their rarity in all names."""
    grams = [_grams(name) for name in names]
    documents = Counter(gram for found in grams for gram in set(found))
    asked = Counter(_grams(words))

    def weight(gram: str) -> float:
        return math.log(1 + len(names) / (documents[gram] or 1))

    whole = sum(weight(gram) for gram in asked.elements()) or 1.0
    return [_overlap(Counter(found), asked, weight, whole) for found in grams]


def _overlap(name: Counter[str], asked: Counter[str], weight: Callable[[str], float], whole: float) -> float:
    """Mostly how much of the name is asked for, a little how much of what is asked the name covers; below 1."""
    shared = sum(weight(gram) for gram in (name & asked).elements())
    of_name = shared / (sum(weight(gram) for gram in name.elements()) or 1.0)
    return 0.99 * (0.7 * of_name + 0.3 * shared / whole)


def _grams(text: str) -> list[str]:
    return [*text, *(text[at : at + 2] for at in range(len(text) - 1))]

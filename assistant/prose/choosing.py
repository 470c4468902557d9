"""The fewest windows that answer, and the evidence for them. Knows no index and no wording."""

import math
from collections.abc import Iterable, Mapping, Sequence

from assistant.prose.ranking import Ranked, weighed
from assistant.prose.windows import ROOM
from assistant.reading.words import Terms, pairs

SEEN = 40
"""So many of the best windows are looked through for one that adds something or says something else."""
_ALIKE = 0.5
"""Windows that share more of their pairs of characters say the same."""
_UNTOLD = frozenset({"score", "bias"})
"""Evidence that means nothing beside what other ways tell."""


def with_additions(found: Sequence[Ranked], terms: Terms, adding: Mapping[str, float]) -> list[Ranked]:
    """The best window and, where one is nearly as good and holds enough of what the best lacks, that one.

    `adding` is fitted: the share of the question's weight to be gained, and how far behind the second may be.
    """
    best = found[0]
    for one in found[1:SEEN]:
        if best.score - one.score > adding.get("behind", 0.0):
            break
        fits = len(one.window.text) + len(best.window.text) <= ROOM and not alike(one, best)
        if fits and terms.share(one.held - best.held) >= adding.get("gain", 1.0):
            return [best, one]
    return [best]


def alike(one: Ranked, other: Ranked) -> bool:
    """Whether nearly the same words are there already: a table row repeats its clause."""
    first, second = pairs(one.window.text), pairs(other.window.text)
    return len(first & second) > _ALIKE * min(len(first), len(second))


def evidence_for(items: Sequence[Ranked], found: Iterable[Ranked]) -> dict[str, float]:
    """What speaks for an answer: the features of its first window, and how far it is ahead of what says otherwise."""
    first, own = items[0], items[0].features
    behind = next((one.score for one in found if one not in items and not alike(one, first)), first.score - 1)
    return {
        "match": own["own"] + own["beside"],
        "own": own["own"],
        "margin": max(-1.0, min(1.0, first.score - behind)),
        "meaning": max(0.0, own["meaning"]),
        "agree": own["measure"],
        "filled": 1.0 - own["lacks"],
        "offers": own["offers"],
        "heading": own["head"],
        "score": first.score,
        "bias": 1.0,
    }


def shown(evidence: Mapping[str, float]) -> dict[str, float]:
    """What of that evidence a candidate tells."""
    return {name: value for name, value in evidence.items() if name not in _UNTOLD}


def chance(evidence: Mapping[str, float], sure: Mapping[str, float]) -> float:
    """The fitted probability that the first window answers at all."""
    return 1 / (1 + math.exp(-weighed(evidence, sure)))

"""Which of several kinds of one thing has the highest or lowest goal: 哪种作物的收获机械化率最低. Knows no areas."""

import re
from collections.abc import Sequence

from assistant.draft import Statement
from assistant.fact_answers.target_words import value_words, year_words
from assistant.facts.evidence import targets_evidence
from assistant.labels import document_label
from assistant.query import Operation, Query
from corpus.facts import Library
from corpus.quoting import compact
from corpus.target import Target

__all__ = ["ranked_kinds"]

_KINDS = re.compile(r"哪(?:一?[种类项样]|个(?!镇|区|县|市|地|街|乡|板))")
_LOWEST = re.compile(r"最[低少小]")
_SHORTEST = 3
_FEWEST = 2


def ranked_kinds(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The goal that is the highest or lowest among those whose indicators end alike; None where that is not asked."""
    if query.operation is not Operation.EXTREME or not _KINDS.search(query.text) or not targets:
        return None
    alike = _alike(query, targets[0], library)
    if len({one.indicator for one in alike}) < _FEWEST:
        return None
    lowest = bool(_LOWEST.search(query.text))
    order = sorted(alike, key=lambda one: one.quantity.value, reverse=not lowest)
    best = [one for one in order if one.quantity.value == order[0].quantity.value]
    names = "、".join(dict.fromkeys(one.indicator for one in best))
    label, word = document_label(library, best[0].document_id), "最低" if lowest else "最高"
    text = f"{label}{names}{word}，{year_words(best[0])}为{value_words(best[0])}。"
    return Statement(text, targets_evidence(best, library))


def _alike(query: Query, target: Target, library: Library) -> list[Target]:
    """The goals of the same year, area and unit of measure whose indicators end in the same words of the question."""
    asked, name = compact(query.text), target.indicator
    tail = next((name[at:] for at in range(len(name) - _SHORTEST + 1) if name[at:] in asked), None)
    return [
        one
        for one in library.targets([target.document_id])
        if tail
        and one.indicator.endswith(tail)
        and not one.is_baseline
        and (one.year, one.scope, one.quantity.unit) == (target.year, target.scope, target.quantity.unit)
    ]

"""Indicators that belong together: one thing printed at two places of a document, and the kinds of one thing."""

from collections.abc import Sequence

from assistant.facts.indicators import Meant
from assistant.facts.measuring import families
from assistant.facts.target_rows import in_table
from assistant.reading.words import fold
from corpus.extraction.indicators import indicator_core
from corpus.extraction.similarity import is_subsequence
from corpus.target import Target, TargetKind

__all__ = ["alike", "kin_of"]

_SHORTEST = 3
"""Characters of the end of a name that two kinds share."""


def kin_of(one: Meant, ranked: Sequence[Meant]) -> list[Meant]:
    """The same thing as printed at the other place of its document: the goal of the text for a column of the annex,
    the column for the goal (总部类重点项目引进, 总部项目引进). What is new is never what there is in all.
    """
    return [other for other in ranked if other.document == one.document and _is_kin(one, other)]


def alike(groups: Sequence[Meant], ranked: Sequence[Meant], words: str) -> Sequence[Meant]:
    """All kinds of one thing (棉花收获率, 甘蔗收获率), where the best is for one number only and the words say
    the end of its name.
    """
    best = groups[0]
    if len(best.targets) != 1 or len(groups) > 1:
        return groups
    first, said = best.targets[0], fold(words)
    tails = (best.name[at:] for at in range(1, len(best.name) - _SHORTEST + 1))
    tail = next((tail for tail in tails if fold(tail) in said), None)
    kinds = [one for one in ranked if tail and one.document == best.document and one.name.endswith(tail)]
    same = [one for one in kinds if len(one.targets) == 1 and _is_beside(first, one.targets[0])]
    return tuple(same) if len(same) > 1 else groups


def _is_beside(left: Target, right: Target) -> bool:
    return (left.year, left.scope, left.quantity.unit) == (right.year, right.scope, right.quantity.unit)


def _is_kin(one: Meant, other: Meant) -> bool:
    left, right = one.targets[0], other.targets[0]
    if one.name == other.name or in_table(left) is in_table(right):
        return False
    cores = indicator_core(one.name), indicator_core(other.name)
    if {left.kind, right.kind} == {TargetKind.NEW, TargetKind.LEVEL} and cores[0] != cores[1]:
        return False
    if not families(left.quantity.unit) & families(right.quantity.unit):
        return False
    short, long = sorted(cores, key=len)
    return bool(short) and is_subsequence(short, long)

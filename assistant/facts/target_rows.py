"""Targets as rows: their area, year and value in words, and as terms of arithmetic with their names. Knows no asks."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias

from assistant.comparing.measures import printed_number
from assistant.draft import Statement
from assistant.facts.evidence import distinct, target_evidence
from assistant.facts.folding import Term
from assistant.labels import document_label
from assistant.reading.vocabulary import WHOLE_AREA
from corpus.facts import Evidence, Library
from corpus.quoting import squeeze
from corpus.target import Target

Groups: TypeAlias = Sequence[Sequence[Target]]
"""The targets of each indicator meant, the best first."""


def is_whole(target: Target) -> bool:
    """Whether a target is for the whole area of its document."""
    return target.is_total or target.scope is None or bool(WHOLE_AREA.match(target.scope))


def in_table(target: Target) -> bool:
    """Whether a target is a cell, not a goal of the running text."""
    return target.place.row is not None


def year_of(target: Target) -> int | None:
    """The year a target is for; the last one of a period."""
    return target.year if target.year is not None else target.period[1] if target.period else None


def years_of(targets: Iterable[Target]) -> list[int]:
    """The years that targets are for, ascending."""
    return sorted({year for one in targets if (year := year_of(one)) is not None})


def value_words(target: Target) -> str:
    """The number with unit and bound as printed: 40万平方米, 不少于15个, 85%以上."""
    return printed_number(target)


def year_words(target: Target) -> str:
    """到2025年 for goals of running text, 2025年 for cells and baselines, a span for periods."""
    if target.year is not None:
        return f"{target.year}年" if in_table(target) or target.is_baseline else _by_when(target.year, target.quote)
    if target.period and all(str(year) in target.quote for year in target.period):
        return f"{target.period[0]}—{target.period[1]}年"
    return ""


def area_words(target: Target, library: Library) -> str:
    """The area of a target; the whole is called by its document."""
    return document_label(library, target.document_id) if is_whole(target) else target.scope or ""


def to_term(target: Target, name: str, library: Library) -> Term:
    """A target as a term of arithmetic."""
    quantity = target.quantity
    said, ranged = value_words(target), quantity.high is not None
    return Term(name, quantity.value, quantity.unit, said, target_evidence(target, library), ranged)


def distinct_targets(targets: Sequence[Target]) -> list[Target]:
    """The targets without those that say the same again (a goal of the text wins over the same number of a table), by
    year and printed order.
    """
    found: dict[tuple[str | None, int | None, Decimal], Target] = {}
    for target in sorted(targets, key=in_table):
        value = target.quantity.in_base
        found.setdefault((None if is_whole(target) else target.scope, year_of(target), value), target)
    return sorted(found.values(), key=lambda one: (one.year or 0, targets.index(one)))


def _by_when(year: int, quote: str) -> str:
    """到2025年, or more exactly where the words say so: 2020年底前, 到2025年末."""
    printed = re.search(rf"{year}年(\d{{1,2}}月)?([底末])?(前)?", squeeze(quote))
    if printed is None or not any(printed.groups()):
        return f"到{year}年"
    return printed[0] if printed[3] else f"到{printed[0]}"


def names_of(targets: Sequence[Target]) -> list[str]:
    """What tells the targets apart: the areas, the years or the indicators."""
    if len({one.scope for one in targets}) > 1:
        return [one.scope or "" for one in targets]
    if len({year_of(one) for one in targets}) > 1:
        return [year_words(one) for one in targets]
    return [one.scope or "" for one in targets]


def said(text: str, evidence: Sequence[Evidence], more: Sequence[Evidence] = ()) -> Statement:
    """A statement with each quote once."""
    return Statement(text, distinct((*evidence, *more)))

"""What terms of arithmetic over targets are called, and what they share. Knows no asks."""

from collections.abc import Sequence
from typing import TypeAlias

from assistant.draft import Statement
from assistant.facts.evidence import distinct
from assistant.facts.target_rows import area_words, year_of, year_words
from assistant.labels import document_label
from corpus.facts import Evidence, Library
from corpus.target import Target

__all__ = ["Groups", "head_of", "names_of", "said"]

Groups: TypeAlias = Sequence[Sequence[Target]]
"""The targets of each indicator meant, the best first."""


def names_of(targets: Sequence[Target]) -> list[str]:
    """What tells the targets apart: the areas, the years or the indicators."""
    if len({one.scope for one in targets}) > 1:
        return [one.scope or "" for one in targets]
    if len({year_of(one) for one in targets}) > 1:
        return [year_words(one) for one in targets]
    return [one.scope or "" for one in targets]


def head_of(targets: Sequence[Target], library: Library) -> str:
    """What all the targets share: document or area, and year."""
    first = targets[0]
    scopes = {one.scope for one in targets}
    place = area_words(first, library) if len(scopes) == 1 else document_label(library, first.document_id)
    one_year = len({year_of(one) for one in targets}) == 1 and len(scopes) > 1
    return place + (year_words(first) if one_year else "")


def said(text: str, evidence: Sequence[Evidence], more: Sequence[Evidence] = ()) -> Statement:
    """A statement with each quote once."""
    return Statement(text, distinct((*evidence, *more)))

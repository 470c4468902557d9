"""Rows: every kind of fact as typed values that know their evidence, and how well a row fits the words of an ask.

What that tells for choosing is the same for rows of every kind.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from assistant.reading.ask import Ask
from assistant.reading.words import fold, pairs, terms_of
from corpus.facts import Evidence
from indexing.sentence_vectors import spread_out

if TYPE_CHECKING:  # lists of documents are rows too, and load no index
    from indexing.index import Index

_FULL_MASS = 3.0
"""What three rare words weigh."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a row: as printed, and typed where its kind is known."""

    text: str
    evidence: tuple[Evidence, ...] = ()
    number: Decimal | None = None
    """In `unit`, as printed."""
    unit: str = ""
    day: date | None = None
    names: tuple[str, ...] = ()
    """Members, where the value is a list (units)."""


@dataclass(frozen=True)
class Row:
    """One row of a relation. `text` are its own words, `context` those around it (headings, caption,
    columns): both only for finding. `fact` is the typed fact it was made of.
    """

    document: str
    name: str
    """What the row is called: the task, the project, the term, the indicator."""
    values: Mapping[str, Value]
    evidence: tuple[Evidence, ...]
    text: str
    context: str = ""
    fact: object = None
    pieces: tuple[str, ...] = field(default=())
    """Sentences and cells of the row as the index knows them, for closeness by meaning."""
    own: frozenset[str] = field(default=frozenset(), init=False)
    around: frozenset[str] = field(default=frozenset(), init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "own", pairs(self.text) | {fold(self.name)})
        object.__setattr__(self, "around", pairs(self.context))


class Fitted(NamedTuple):
    """A row and how well it fits: `match` with its surroundings, `own` by its own words, `meaning` by the embedder (0
    where unknown); all from 0 to 1. `held` are the numbers of the terms it holds.
    """

    row: Row
    match: float
    own: float
    meaning: float = 0.0
    held: frozenset[int] = frozenset()

    @property
    def score(self) -> float:
        """What rows of one relation are ordered by."""
        return self.own + 0.5 * (self.match - self.own) + 0.5 * self.meaning


def fitted(rows: Iterable[Row], ask: Ask, index: "Index", *, meaning: bool = True) -> list[Fitted]:
    """The rows by how well they fit the words of an ask, best first; the order of the rows where they fit alike."""
    terms = terms_of(ask.where.words, index.library)
    chosen = list(rows)
    near = _meanings(chosen, ask.gist, index) if meaning and ask.gist else {}
    found = []
    for row in chosen:
        held = terms.held(row.own)
        wider = held | terms.held(row.around)
        found.append(Fitted(row, terms.share(wider), terms.share(held), near.get(id(row), 0.0), wider))
    return sorted(found, key=lambda one: -one.score)


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


def _meanings(rows: Sequence[Row], gist: str, index: "Index") -> dict[int, float]:
    """By the identity of the row, how near its nearest piece is, spread over 0 to 1 among these rows."""
    if index.pending:
        return {}
    texts = list(dict.fromkeys(piece for row in rows for piece in row.pieces))
    cosines = index.closeness(gist, texts)
    known = {
        id(row): max(cosines[one] for one in row.pieces if one in cosines)
        for row in rows
        if any(p in cosines for p in row.pieces)
    }
    return spread_out(known) if len(known) > 1 else {}

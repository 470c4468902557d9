"""How a candidate hangs on the turn before its question: named features that begin with `turn`. Decides nothing.

What a question says itself and what it takes along are told apart here: a row that only holds the words of the turn
before is no answer, one that stands beside the last answer likely is.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.bearing import MOST_CITED
from assistant.candidate import Candidate
from assistant.consensus import overlap
from assistant.reading.ask import Ask
from assistant.reading.leaning import subject_words
from assistant.reading.reading import Reading
from assistant.reading.turn import Turn
from assistant.reading.words import Terms, fold, pairs, terms_of
from assistant.tuning import FOLLOWS
from corpus.facts import Library
from corpus.place import Place

_MOST_ROWS = 6
_FAR = 10_000
_FARTHEST = math.log1p(_FAR)


@dataclass(frozen=True)
class Behind:
    """A question behind turns, of which there is one at least."""

    reading: Reading
    turns: Sequence[Turn]
    library: Library

    def features(self, candidates: Sequence[Candidate]) -> list[dict[str, float]]:
        """What tells how each candidate hangs on the last turn.

        shown       how many rows and numbers the last turn showed
        same        whether the candidate asks the same kind, fold, columns and measures
        own, kept   the share of what the question says itself, and of what the last turn was about, that the candidate
                    says or cites, that also stands over it, and that it is asked for
        behind      how far that is behind the candidate with most of it
        places      the share of its citations in the sections, tables, … that the last answer cited, and how near
        rows        the share of its rows that the last answer showed, the other way round, and of these that it says
        """
        each = [self._told(one) for one in candidates]
        best = {name: max(one[name] for one in each) for name in each[0]} if each else {}
        apart = ({f"behind.{name}": value - best[name] for name, value in one.items()} for one in each)
        found = (
            {**self._shown, **self._same(one.ask), **told, **behind, **self._places(one), **self._rows(one)}
            for one, told, behind in zip(candidates, each, apart, strict=True)
        )
        return [{FOLLOWS: 1.0, **{f"{FOLLOWS}.{name}": value for name, value in one.items()}} for one in found]

    @property
    def _last(self) -> Turn:
        return self.turns[-1]

    @cached_property
    def _shown(self) -> dict[str, float]:
        return {"rows": math.log1p(len(self._listed)), "figures": math.log1p(self._last.amounts)}

    @property
    def _listed(self) -> tuple[str, ...]:
        """The rows that the last turn showed, or the items of the list that was its one row."""
        return self._last.rows if len(self._last.rows) > 1 else self._last.items or self._last.rows

    def _same(self, ask: Ask) -> dict[str, float]:
        last = self._last.ask
        return {
            "same_subject": float(ask.subject is last.subject),
            "same_fold": float(ask.fold is last.fold),
            "same_want": _alike(ask.want, last.want),
            "same_measures": _alike(ask.measures, last.measures),
        }

    @cached_property
    def _terms(self) -> dict[str, Terms]:
        """What the question says itself, and what the last turn was about."""
        words = {"own": subject_words(self.reading), "kept": self._last.ask.where.words}
        return {name: terms_of(one, self.library) for name, one in words.items()}

    def _told(self, candidate: Candidate) -> dict[str, float]:
        cited = candidate.evidence[:MOST_CITED]
        said = pairs(candidate.outcome.text).union(*(pairs(item.quote) for item in cited))
        texts = {
            "said": said,
            "around": said.union(*(pairs(one) for item in cited for one in _over(item.place))),
            "asked": pairs(candidate.ask.where.words),
        }
        return {f"{own}_{at}": terms.coverage(has) for own, terms in self._terms.items() for at, has in texts.items()}

    def _places(self, candidate: Candidate) -> dict[str, float]:
        places = [item.place for item in candidate.evidence[:MOST_CITED]]
        return {
            **{name: overlap(own, self._seen[name]) for name, own in _parts(places).items()},
            "near": _nearest(places, self._last.places) / _FARTHEST,
        }

    @cached_property
    def _seen(self) -> dict[str, set[object]]:
        return _parts(self._last.places)

    def _rows(self, candidate: Candidate) -> dict[str, float]:
        shown, first = self._listed, self._listed[:_MOST_ROWS]
        texts = [candidate.outcome.text, *(item.quote for item in candidate.evidence[:MOST_CITED])]
        folded = [fold(one) for one in texts]
        return {
            "rows_again": overlap(candidate.rows, shown),
            "rows_other": overlap(shown, candidate.rows),
            "rows_said": sum(any(fold(row) in text for text in folded) for row in first) / max(1, len(first)),
        }


def _over(place: Place) -> tuple[str, ...]:
    """What stands over words: the names of their table and column, the headings, the document."""
    return (place.table or "", place.column or "", *place.path, place.document_name)


def _parts(places: Iterable[Place]) -> dict[str, set[object]]:
    """The parts of documents that some places are in, from the widest to the narrowest."""
    every = list(places)
    return {
        "tops": {(one.document_id, one.path[:1]) for one in every},
        "sections": {(one.document_id, one.path) for one in every},
        "tables": {(one.document_id, one.table_no) for one in every if one.table_no is not None},
        "same_rows": {(one.document_id, one.table_no, one.row) for one in every if one.row is not None},
        "lines": {(one.document_id, one.line) for one in every},
    }


def _nearest(places: Iterable[Place], others: Sequence[Place]) -> float:
    """How many lines lie between the nearest of some places and others, as a logarithm."""
    apart = (abs(one.line - other.line) for one in places for other in others if one.document_id == other.document_id)
    return math.log1p(min(_FAR, min(apart, default=_FAR)))


def _alike(one: Iterable[object], other: Iterable[object]) -> float:
    """How much two sets have in common; 1 where both are empty."""
    left, right = set(one), set(other)
    return len(left & right) / len(left | right) if left | right else 1.0

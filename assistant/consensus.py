"""How the candidates of one question bear each other out: what several ways of looking find is likelier right."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.bearing import MOST_CITED
from assistant.candidate import Candidate
from assistant.figures import figures, folded

__all__ = ["Consensus", "overlap"]

_MOST = 0.5


@dataclass(frozen=True)
class Consensus:
    """The candidates of a question, and by the identity of each what it says."""

    candidates: Sequence[Candidate]
    texts: Mapping[int, str]

    def features(self, candidate: Candidate) -> dict[str, float]:
        """Whether candidates of other subjects state the same numbers, and how many of them rest on the same lines."""
        subject = candidate.ask.subject
        others = [one for one in self.candidates if not one.several and one.ask.subject is not subject]
        return {**self._stated(candidate, others), **self._cited(candidate, others)}

    def _stated(self, candidate: Candidate, others: Sequence[Candidate]) -> dict[str, float]:
        stated = _figures(self.texts[id(candidate)])
        shares = [overlap(stated, _figures(self.texts[id(one)])) for one in others]
        return {"support": max(shares, default=0.0), "supporters": _how_many(shares)}

    def _cited(self, candidate: Candidate, others: Sequence[Candidate]) -> dict[str, float]:
        shares = [overlap(self._lines[id(candidate)], self._lines[id(one)]) for one in others]
        return {"borne": max(shares, default=0.0), "bearers": _how_many(shares)}

    @cached_property
    def _lines(self) -> dict[int, frozenset[object]]:
        """By the identity of a candidate, the lines and rows of the words that it cites."""
        return {id(one): _lines_of(one) for one in self.candidates}


def _lines_of(candidate: Candidate) -> frozenset[object]:
    places = (item.place for item in candidate.evidence[:MOST_CITED])
    return frozenset((one.document_id, one.line, one.table_no, one.row) for one in places)


def overlap(own: Iterable[object], others: Iterable[object]) -> float:
    """The share of some things that are among others; 0 where there are none."""
    each = frozenset(own)
    return len(each.intersection(others)) / len(each) if each else 0.0


def _how_many(shares: Sequence[float]) -> float:
    return math.log1p(sum(share > _MOST for share in shares))


@lru_cache(maxsize=512)
def _figures(text: str) -> frozenset[object]:
    return frozenset(figure.value for figure in figures(folded(text)))

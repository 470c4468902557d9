"""How the candidates of one question bear each other out: what several ways of looking find is likelier right."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.bearing import MOST_CITED
from assistant.candidate import Candidate
from assistant.figures import figures, folded
from assistant.reading.ask import Subject

_MOST = 0.5


@dataclass(frozen=True)
class Consensus:
    """The candidates of a question, and by the identity of each what it says."""

    candidates: Sequence[Candidate]
    texts: Mapping[int, str]

    def features(self, candidate: Candidate) -> dict[str, float]:
        """Whether candidates of other subjects state the same numbers, and how many of them rest on the same lines."""
        others = self._others[candidate.ask.subject]
        support, supporters = _borne_out(self._stated, id(candidate), others)
        borne, bearers = _borne_out(self._lines, id(candidate), others)
        return {"support": support, "supporters": supporters, "borne": borne, "bearers": bearers}

    @cached_property
    def _others(self) -> dict[Subject, list[int]]:
        """By subject, the candidates of any other, by their identity."""
        subjects = {one.ask.subject for one in self.candidates}
        single = [(id(one), one.ask.subject) for one in self.candidates if not one.several]
        return {own: [one for one, subject in single if subject is not own] for own in subjects}

    @cached_property
    def _stated(self) -> dict[int, frozenset[object]]:
        """By the identity of a candidate, the numbers that it states."""
        return {id(one): _figures(self.texts[id(one)]) for one in self.candidates}

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


def _borne_out(told: Mapping[int, frozenset[object]], one: int, others: Iterable[int]) -> tuple[float, float]:
    """The most that any of some others tells of what one does, and how many tell much of it."""
    own = told[one]
    shares = [len(own & told[other]) / len(own) for other in others] if own else []
    return max(shares, default=0.0), math.log1p(sum(share > _MOST for share in shares))


@lru_cache(maxsize=512)
def _figures(text: str) -> frozenset[object]:
    return frozenset(figure.value for figure in figures(folded(text)))

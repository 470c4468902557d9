"""Comparison over prose: one statement for each place in scope, its best words or that it says nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.prose.choosing import chance, evidence_for
from assistant.prose.places import place_label, places_of
from assistant.prose.ranking import Ranked, ranked
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask
from assistant.tuning import tuning

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["compare_prose"]

_NOTHING: Mapping[str, Ranked] = MappingProxyType({})
_LIKELY = 0.5
"""From this fitted chance on words are given as what the document says; …"""
_POSSIBLE = 0.2
"""… from this one on as what comes closest. Below it the document is said to be silent, …"""
_HELD = 0.5
"""… unless one of its sentences holds this share of the question: a wrong “未提及” is worse than a near sentence."""
_ROOM = 290
"""Characters of the whole comparison, …"""
_LEAST = 70
"""… of which each place has at least these."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What the documents of one place say, how likely it answers, and the evidence for that."""

    statement: Statement
    p: float
    features: dict[str, float]


def compare_prose(ask: Ask, index: "Index", picked: Mapping[str, Ranked] = _NOTHING) -> list[Candidate]:
    """A statement for each place in scope, those that say something first; [] where none does. Words that are `picked`
    already, by document, are given as what their place says.
    """
    places = places_of(ask.where.documents or tuple(index.library.documents), index.library)
    made = (_with_pick(_line(ask, one, index, len(places)), one, picked, index) for one in places)
    lines = sorted(made, key=lambda line: -round(line.p))
    lines.sort(key=lambda line: not line.statement.evidence)
    if len(lines) < 2 or not lines[0].statement.evidence:
        return []
    best = max(lines, key=lambda line: line.p)
    told = {"p": best.p, "stated": sum(line.p >= _LIKELY for line in lines) / len(lines)}
    return [Candidate(ask, Draft(AnswerKind.COMPARISON, tuple(line.statement for line in lines)), best.features | told)]


def _with_pick(line: _Line, documents: tuple[str, ...], picked: Mapping[str, Ranked], index: "Index") -> _Line:
    """The line with the words that were picked instead of those that rank first."""
    pick = next((picked[one] for one in documents if one in picked), None)
    if pick is None:
        return line
    return replace(line, statement=_said(place_label(documents, index.library), pick, 1.0), p=max(line.p, _LIKELY))


def _line(ask: Ask, documents: tuple[str, ...], index: "Index", places: int) -> _Line:
    label = place_label(documents, index.library)
    room = max(_LEAST, _ROOM // places)
    found = ranked(ask, index, documents)
    fitting = [one for one in found if len(one.window.text) <= room and one.window.kind is not Kind.POINTS] or found
    features = evidence_for(fitting[:1], fitting) if fitting else {}
    p = chance(features, tuning().prose_sure) if fitting else 0.0
    shown = {name: value for name, value in features.items() if name not in ("score", "bias")}
    held = max((one.feature("own") for one in fitting), default=0.0)
    if p < _POSSIBLE and held < _HELD:
        return _Line(Statement(f"{label}：文件未提及。", ()), p, shown)
    return _Line(_said(label, fitting[0], p), p, shown)


def _said(label: str, one: Ranked, p: float) -> Statement:
    opening = "" if p >= _LIKELY else "最接近的是："
    return Statement(f"{label}：{opening}{one.window.text}", one.window.evidence)

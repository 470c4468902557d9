"""Comparison over prose: one statement for each place in scope, its best words or that it says nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.prose.choosing import chance, evidence_for, shown
from assistant.prose.filling import filled
from assistant.prose.places import places_of, side_labels, sides_of
from assistant.prose.ranking import Ranked, ranked
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask
from assistant.reading.bags import Held
from assistant.reading.words import Terms, terms_of
from assistant.tuning import tuning
from indexing.index import Index

_NOTHING: Mapping[str, Ranked] = MappingProxyType({})
_ACROSS = frozenset({"compare", "each_place", "each"})
"""Senses that set the documents of one place side by side."""
_OF_FRAME = frozenset({"written_on", "issuer", "doc_number", "copied_to", "addressee"})
"""Senses that ask for what the head and the foot of a document say."""
_LIKELY = 0.5
"""From this fitted chance on words are given as what the document says; …"""
_POSSIBLE = 0.2
"""… from this one on as what comes closest. Below it the document is said to be silent, …"""
_HELD = 0.5
"""… unless one of its sentences holds this share of the question: a wrong “未提及” is worse than a near sentence."""
_ALIKE = 0.6
"""A sentence that holds this share of what the best of any place holds speaks of the thing."""
_ROOM = 290
"""Characters of the whole comparison with the names of its places, …"""
_LEAST = 70
"""… of which each place has at least these."""


@dataclass(frozen=True, slots=True)
class _Side:
    """A place, or a document beside others of its place: what it is called, and its windows that are short enough."""

    label: str
    documents: tuple[str, ...]
    fitting: tuple[Ranked, ...]
    found: tuple[Ranked, ...]
    """All of them, however long."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What one side says, how likely it answers, and the evidence for that."""

    side: _Side
    p: float
    features: dict[str, float]
    said: Ranked | None
    """None where it is silent."""

    @property
    def opening(self) -> str:
        """What stands before words that are quoted for what is asked."""
        return "文中提到" if self.p >= _LIKELY else "最接近的是"

    @property
    def statement(self) -> Statement:
        """The line in words."""
        if self.said is None:
            return Statement(f"{self.side.label}：文件未提及。", ())
        opening = "" if self.p >= _LIKELY else f"{self.opening}："
        return Statement(f"{self.side.label}：{opening}{self.said.window.text}", self.said.window.evidence)


class _Shared:
    """How much sentences hold of the words of a question, each word the more the more sides use it: such words name the
    thing that is compared, others (做法, 承担部门) name nothing.
    """

    def __init__(self, sides: Sequence[_Side], terms: Terms) -> None:
        held = {side.label: _held(side) for side in sides if side.fitting}
        using = sum((one.any(axis=1) for one in held.values()), np.zeros(len(terms.items)))
        self._worth = {label: np.array(terms.weights) * using @ one for label, one in held.items()}
        self._most = max((float(one.max()) for one in self._worth.values()), default=0.0)

    def mended(self, line: _Line) -> _Line:
        """The line, or where it is not likely to answer and does not speak of the thing, the window that does most."""
        worth = self._worth.get(line.side.label)
        if worth is None or line.p >= _LIKELY or worth.max() < _ALIKE * self._most:
            return line
        speaks = line.said is not None and worth[0] >= _ALIKE * worth.max()
        return line if speaks else replace(line, said=line.side.fitting[int(worth.argmax())])


def _held(side: _Side) -> Held:
    """Which term (a row each) each window holds."""
    return side.fitting[0].judged.held[:, [one.at for one in side.fitting]]


def place_lines(ask: Ask, index: Index, room: int = _ROOM) -> list[_Line]:
    """What each place in scope says, as far as it is likely enough to answer, all in so many characters."""
    return [_line(side, ask) for side in _sides(ask, room, index)]


def compare_prose(ask: Ask, index: Index, picked: Mapping[str, Ranked] = _NOTHING) -> list[Candidate]:
    """A statement for each place in scope, those that say something first; [] where none does. Words that are `picked`
    already, by document, are given as what their place says.
    """
    made = [_with_pick(line, picked) for line in place_lines(ask, index)]
    best = max(made, key=lambda line: line.p, default=None)
    if len(made) < 2 or best is None or best.said is None:
        return []
    terms = terms_of(ask.where.words, index.library)
    shared = _Shared([line.side for line in made], terms)
    lines = sorted(map(shared.mended, made), key=lambda line: -round(line.p))
    lines.sort(key=lambda line: line.said is None)
    told = {"p": best.p, "stated": sum(line.p >= _LIKELY for line in lines) / len(lines)}
    draft = Draft(AnswerKind.COMPARISON, tuple(line.statement for line in lines))
    return [Candidate(ask, draft, best.features | told), *_filling(ask, made, best.features | told, terms)]


def _filling(ask: Ask, made: Sequence[_Line], features: Mapping[str, float], terms: Terms) -> list[Candidate]:
    """The comparison that fills its room; none where no place speaks of the thing."""
    lines = filled([(line.side.label, line.p >= _LIKELY, line.side.found) for line in made], terms)
    if not any(line.pieces for line in lines):
        return []
    own = {
        "stated": sum(line.worth >= _ALIKE for line in lines) / len(lines),
        "worth": sum(line.worth for line in lines) / len(lines),
        "filling": 1.0,
    }
    return [Candidate(ask, Draft(AnswerKind.COMPARISON, tuple(line.statement for line in lines)), {**features, **own})]


def _sides(ask: Ask, whole: int, index: Index) -> list[_Side]:
    documents = ask.where.documents or tuple(index.library.documents)
    sides = (sides_of if ask.heard & _ACROSS else places_of)(documents, index.library)
    labels = side_labels(sides, index.library)
    room = max(_LEAST, (whole - sum(map(len, labels))) // max(1, len(sides)))
    return [_side(ask, label, side, room, index) for label, side in zip(labels, sides, strict=True)]


def _side(ask: Ask, label: str, documents: tuple[str, ...], room: int, index: Index) -> _Side:
    found = ranked(ask, index, documents)
    found = found if ask.heard & _OF_FRAME else [one for one in found if not one.window.is_frame]
    short = [one for one in found if len(one.window.text) <= room and one.window.kind is not Kind.POINTS]
    return _Side(label, documents, tuple(short or found), tuple(found))


def _line(side: _Side, ask: Ask) -> _Line:
    """The window that ranks first, where it is likely to answer or holds enough of the question, or what is quoted."""
    features = evidence_for(side.fitting[:1], side.fitting) if side.fitting else {}
    p = chance(features, tuning().prose_sure) if side.fitting else 0.0
    held = max((one.feature("own") for one in side.fitting), default=0.0)
    foreign = ask.where.quoted and not any(one.feature("quoted") for one in side.found)
    silent = p < _LIKELY if foreign else p < _POSSIBLE and held < _HELD
    return _Line(side, p, shown(features), None if silent else side.fitting[0])


def _with_pick(line: _Line, picked: Mapping[str, Ranked]) -> _Line:
    """The line with the words that were picked instead of those that rank first."""
    pick = next((picked[one] for one in line.side.documents if one in picked), None)
    return replace(line, said=pick, p=1.0) if pick else line

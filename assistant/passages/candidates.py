"""Found chunks as candidate sentences, each with its surroundings and its score against the question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.passages.asked import Asked, Wanted
from assistant.passages.meaning import standing_out
from assistant.passages.terms import Terms
from assistant.sentences import text_to_sentences
from corpus.facts import Evidence, Library
from corpus.place import Place
from corpus.quoting import compact
from indexing.chunk import ChunkKind
from indexing.hit import Hit, Signal

__all__ = ["Candidate", "Scored", "hits_to_candidates", "hits_to_likeness", "scored", "with_meanings"]

_RESPONSIBILITY = re.compile(
    r"^[（(〔\[][^（(〔\[]{0,12}(?:责任单位|负责|牵头|按职责)|(?:负责|分工负责|责任单位.{0,400})[）)〕\]]$"
)
_LEAD = re.compile(r"[^，,；;：:\d]{2,18}。")
_SURROUNDINGS = 0.4
_OFFERED = 0.2
_CLOSENESS = 0.8
_LIKENESS = 0.05
"""For each standard deviation by which the passage's meaning stands out: what says the same in other words."""
_MEANING = 0.08
"""The same for the meaning of the sentence by itself."""
_SECTION = 0.3
_RESPONSIBLE = 0.6
"""（责任单位：…） under the heading that is asked about names who is responsible for it."""
_ROW_PENALTY = 0.06
_ALIKE = 1.0
_SHORTEST_CELL = 14
"""Shorter cells are names and numbers: the table's business, not prose."""
_LONGEST_NAME = 40
_FRAME_PENALTY = 0.05
_PART = re.compile(r"其中[，,：:]?([一-鿿]{2,4})")
_PART_PENALTY = 0.1
"""What is said of a part (其中市本级…) is not what a question for the whole asks."""
_ANNEXES = re.compile(r"附件?\d{0,2}[:：]|抄送")
_ANNEXES_PENALTY = 0.4
"""What is attached and who gets a copy is named, not said."""
_WHOLE_SENTENCE = 40
"""Shorter lines under no heading are the head and the foot of a document."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence (or the words of a table cell), verbatim, with the passage and headings around it."""

    text: str
    quote: str
    place: Place
    passage: str
    """The whole chunk, for the sentences beside this one."""
    position: int
    """Which sentence of the passage it is, from 0."""
    closeness: float
    """The fused score of the passage, 0 to 1."""
    likeness: float = 0.0
    """How far the passage's meaning stands out of what was found, in standard deviations; 0 where it is not known."""
    meaning: float = 0.0
    """The same for the meaning of this sentence alone."""
    distance: float = 0.0
    """How far its meaning is from the question's: 1 less the cosine, in spreads of the corpus; 0 if not known."""
    lead: str = ""
    """The short sentence that names what this one says: 协调联动机制。"""
    row_name: str = ""
    """What the table row is called that this sentence is a cell of: 青山总部大楼建设项目."""

    @property
    def evidence(self) -> Evidence:
        """The words to cite."""
        return Evidence(quote=self.quote, place=self.place)

    @property
    def headings(self) -> str:
        """The headings above and the lead, joined."""
        return " ".join((*self.place.path, self.lead))

    @property
    def nearest_heading(self) -> str:
        """The lowest heading above, and the lead."""
        return " ".join((*self.place.path[-1:], self.lead))

    def stands_with(self, other: "Candidate") -> bool:
        """Whether both stand in running text under one heading, and under one lead if there are leads."""
        here, there = self.place, other.place
        same = (here.document_id, here.path, self.lead) == (there.document_id, there.path, other.lead)
        return same and here.row is None and not self.is_responsibility

    @property
    def is_responsibility(self) -> bool:
        """Whether it only names who is responsible: （责任单位：…）."""
        return bool(_RESPONSIBILITY.search(compact(self.text)))


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate, the question's pairs that it holds itself, and its score (about 0 to 1.3)."""

    candidate: Candidate
    held: frozenset[str]
    nearby: frozenset[str]
    """Pairs held by the passage and its headings, its own included."""
    score: float


def hits_to_candidates(hits: Sequence[Hit], library: Library) -> list[Candidate]:
    """The sentences of the chunks found, in the order found."""
    likeness = hits_to_likeness(hits)
    return [candidate for hit in hits for candidate in _sentences(hit, likeness.get(hit.chunk.id, 0.0), library)]


def hits_to_likeness(hits: Sequence[Hit]) -> dict[str, float]:
    """How far the cosine of each chunk (by id) lies from the mean of those found, in standard deviations; empty where
    there are too few of them to tell.
    """
    return standing_out({hit.chunk.id: hit.signals[Signal.DENSE] for hit in hits if Signal.DENSE in hit.signals})


def with_meanings(candidates: Iterable[Candidate], cosines: Mapping[str, float], spread: float) -> list[Candidate]:
    """The candidates with what `cosines`, by their texts, tell of their meaning; `spread` is how far the vectors of the
    corpus lie apart.
    """
    meanings = standing_out(cosines)
    distances = {text: (1 - cosine) / spread for text, cosine in cosines.items()}
    return [
        replace(one, meaning=meanings.get(one.text, 0.0), distance=distances.get(one.text, 0.0)) for one in candidates
    ]


def scored(candidates: Iterable[Candidate], terms: Terms, wanted: Wanted) -> list[Scored]:
    """The candidates, best first; of equal words the best are kept. What shares no word with the question counts only
    where its meaning stands out.
    """
    best: dict[str, Scored] = {}
    for candidate in candidates:
        item = _scored(candidate, terms, wanted)
        key = candidate.place.document_id + compact(candidate.text)
        if (item.nearby or max(candidate.likeness, candidate.meaning) > _ALIKE) and (
            key not in best or best[key].score < item.score
        ):
            best[key] = item
    return sorted(best.values(), key=lambda item: -item.score)


def _scored(candidate: Candidate, terms: Terms, wanted: Wanted) -> Scored:
    held = terms.held(candidate.text)
    nearby = held | terms.held(candidate.headings + candidate.passage)
    score = terms.share(held) + _SURROUNDINGS * terms.share(nearby - held) + _CLOSENESS * candidate.closeness
    score += _LIKENESS * candidate.likeness + _MEANING * candidate.meaning
    score += _OFFERED * wanted.offered(candidate.text)
    weight = _SECTION if wanted.asks(Asked.HOW) else _SECTION / 2
    score += weight * terms.covered(candidate.nearest_heading)
    if candidate.place.row is not None:
        score -= _ROW_PENALTY
    if (part := _PART.match(candidate.text)) and not terms.held(part[1]):
        score -= _PART_PENALTY
    if not candidate.place.path:
        score -= _frame_penalty(candidate.text)
    if candidate.is_responsibility:
        score += _RESPONSIBLE * terms.covered(candidate.nearest_heading) if wanted.asks(Asked.WHO) else -1
    return Scored(candidate, held, nearby, score)


def _frame_penalty(text: str) -> float:
    if _ANNEXES.match(text):
        return _ANNEXES_PENALTY
    return _FRAME_PENALTY if len(text) < _WHOLE_SENTENCE else 0.0


def _sentences(hit: Hit, likeness: float, library: Library) -> list[Candidate]:
    chunk = hit.chunk
    if chunk.kind is ChunkKind.ROW:
        return _cells(hit, likeness, library)
    sentences, lead, candidates = text_to_sentences(chunk.text), "", []
    for position, sentence in enumerate(sentences):
        if _LEAD.fullmatch(sentence.strip()) and position + 1 < len(sentences):
            lead = sentence
            continue
        candidates.append(
            Candidate(sentence, sentence, chunk.place, chunk.text, position, hit.score, likeness, lead=lead)
        )
    return candidates


def _cells(hit: Hit, likeness: float, library: Library) -> list[Candidate]:
    """The sentences of a row's cells, each citing the whole row."""
    chunk = hit.chunk
    row = library.document(chunk.document_id).row(chunk.place)
    if row is None:
        return []
    cells = [cell.text for cell in row.cells if not cell.carried]
    return [
        Candidate(
            sentence,
            chunk.text,
            chunk.place,
            " ".join(cells),
            position,
            hit.score,
            likeness,
            row_name=_row_name(cells[:at]),
        )
        for at, cell in enumerate(cells)
        for position, sentence in enumerate(text_to_sentences(cell))
        if len(sentence) >= _SHORTEST_CELL
    ]


def _row_name(cells: Sequence[str]) -> str:
    """What a row is called: its first cell before the one that is shown that is neither a number nor prose."""
    names = (cell for cell in cells if not cell.isdigit() and 1 < len(cell) <= _LONGEST_NAME)
    return next(names, "")

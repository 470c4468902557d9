"""Documents that set no number: what their text says about it, or that all of it was searched. Reads no cells."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.draft import Statement
from assistant.facts.evidence import row_evidence
from assistant.labels import document_label
from assistant.prose.choosing import chance, evidence_for
from assistant.prose.ranking import Ranked, ranked
from assistant.reading.ask import Ask, Subject
from assistant.reading.bags import Bags, Vocabulary, shares
from assistant.reading.words import Term, Terms, fold, pairs
from assistant.sentences import sentence_to_clauses, text_to_sentences
from assistant.tuning import tuning
from corpus.document import Document, Paragraph
from corpus.facts import Evidence, Library
from corpus.quoting import squeeze
from corpus.table import Table

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Near", "Silence", "only_held"]

_HELD, _HELD_NEARLY = 0.6, 0.45
"""So much of the words' weight a passage holds that speaks of the thing; so much, that it may."""
_LIKELY, _POSSIBLE = 0.5, 0.2
"""The fitted chances from which on prose is given as what a document says, and as what comes closest."""
_FEW = 6
"""Of more documents than this it is only said that they set nothing."""
_ROOM = 60
_ENUMERATOR = re.compile(r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s?(?!\d)")
_EDGES = "，,；;。：: "


@dataclass(frozen=True, slots=True)
class Near:
    """Words of a document, what they are quoted from, and whether they speak of the thing or only come closest."""

    text: str
    evidence: tuple[Evidence, ...]
    is_sure: bool = False


@dataclass(frozen=True)
class Silence:
    """The text of the documents that set nothing, looked through for an ask; searched only where it is needed."""

    ask: Ask
    index: "Index"
    documents: tuple[str, ...]

    @cached_property
    def _found(self) -> dict[str, list[Ranked]]:
        """The windows of prose by document, the best first."""
        found: dict[str, list[Ranked]] = {}
        prose = replace(self.ask.about(documents=self.documents), subject=Subject.PROSE, per_document=False)
        for one in ranked(prose, self.index):
            found.setdefault(one.window.place.document_id, []).append(one)
        return found

    def searched(self, document: str) -> Near | None:
        """The window that answers best, where it is likely enough to answer at all."""
        found = self._found.get(document, [])
        p = chance(evidence_for(found[:1], found), tuning().prose_sure) if found else 0.0
        return Near(found[0].window.text, found[0].window.evidence, p >= _LIKELY) if p >= _POSSIBLE else None

    def near(self, document: str, terms: Terms) -> Near | None:
        """What a document says that comes nearest: the passage that holds most of the words, else what the search
        finds; None where neither is near, after all of the document was looked through.
        """
        share, worded = _said_in(self.index.library)(document).most(self.ask, terms)
        if worded and share >= _HELD:
            return replace(worded, is_sure=True)
        return self.searched(document) or (worded if share >= _HELD_NEARLY else None)

    def statements(self, terms: Terms, what: str) -> list[Statement]:
        """A line for each document whose text speaks of it, one for those that do not mention it anywhere; of very many
        documents only that they have no `what`.
        """
        few = len(self.documents) <= _FEW
        near = {one: self.near(one, terms) if few else None for one in self.documents}
        lines = [_line(document, found, what, terms, self.index) for document, found in near.items() if found]
        silent = [document_label(self.index.library, document) for document, found in near.items() if not found]
        said = "未提及" if few else f"没有{what}"
        counted = f"其余{len(silent)}份{said}" if len(silent) > 1 else said
        return [*lines, Statement(f"{counted}：{'、'.join(silent)}。", ())] if silent else lines


def _line(document: str, found: Near, what: str, terms: Terms, index: "Index") -> Statement:
    said = "文中提到" if found.is_sure else "最接近的是"
    label = document_label(index.library, document)
    return Statement(f"{label}：没有{what}，{said}“{_window(found, terms)}”。", found.evidence)


def only_held(terms: Terms, held: Iterable[int]) -> Terms:
    """Those terms of a question that what was found holds: the rest of its words names nothing."""
    kept = [terms.items[at] for at in sorted(held)]
    mass = sum(one.weight for one in kept)
    return Terms(tuple(Term(one.forms, one.weight / mass) for one in kept), terms.mass * mass) if mass else terms


@dataclass(frozen=True)
class _Said:
    """All that a document says, running text first."""

    passages: tuple[Near, ...]
    vocabulary: Vocabulary

    @cached_property
    def _bags(self) -> Bags:
        return self.vocabulary.bags([pairs(one.text) for one in self.passages])

    def most(self, ask: Ask, terms: Terms) -> tuple[float, Near | None]:
        """The sentence, heading or cell that holds most of the words, and how much; quoted words are worth all."""
        quoted = [fold(one) for one in ask.where.quoted]
        said = [any(words in fold(one.text) for words in quoted) for one in self.passages] if quoted else False
        held = np.where(said, 1.0, shares(terms, self.vocabulary.held(terms, self._bags)))
        at = int(held.argmax()) if len(held) else 0
        return (float(held[at]), self.passages[at]) if held[at : at + 1].any() else (0.0, None)


@lru_cache(maxsize=4)
def _said_in(library: Library) -> Callable[[str], _Said]:
    """What gives all that a document of this library says."""
    vocabulary = Vocabulary()
    return lru_cache(maxsize=256)(lambda name: _Said(tuple(_passages(library.document(name))), vocabulary))


def _passages(document: Document) -> Iterator[Near]:
    """All that a document says, running text first."""
    for block in sorted(document.blocks, key=lambda block: not isinstance(block, Paragraph)):
        if isinstance(block, Table):
            yield from (Near(cell.text, (row_evidence(row),)) for row in block.rows for cell in row.cells)
        else:
            sentences = text_to_sentences(block.text)
            yield from (Near(one, (Evidence(quote=one, place=block.place),)) for one in sentences if one.strip())


def _window(found: Near, terms: Terms) -> str:
    """The clauses around the one that holds most of the words, as far as they stay short."""
    clauses = sentence_to_clauses(_ENUMERATOR.sub("", squeeze(found.text).strip()))
    at = max(range(len(clauses)), key=lambda one: (terms.coverage(pairs(clauses[one])), -one))
    first, last = at, at + 1
    while last < len(clauses) and _fits(clauses[first : last + 1]):
        last += 1
    while first and _fits(clauses[first - 1 : last]):
        first -= 1
    return "".join(clauses[first:last]).strip(_EDGES)


def _fits(clauses: Iterable[str]) -> bool:
    return len("".join(clauses)) <= _ROOM

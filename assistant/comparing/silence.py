"""Documents that set no number: what their text says about it, or that all of it was searched. Reads no cells."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.draft import Statement
from assistant.facts.evidence import row_evidence
from assistant.labels import document_label
from assistant.reading.words import Term, Terms, pairs
from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Document, Paragraph
from corpus.facts import Evidence, Library
from corpus.quoting import squeeze
from corpus.table import Table

__all__ = ["Passage", "near_passage", "only_held", "silence_statements"]

_HELD = 0.6
"""A sentence that holds so much of the words' weight speaks of the thing."""
_ROOM = 60
_ENUMERATOR = re.compile(r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、]\s?(?!\d)")
_EDGES = "，,；;。：: "


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a document, and the sentence or row they are quoted from."""

    text: str
    evidence: Evidence


def silence_statements(documents: Sequence[str], terms: Terms, what: str, library: Library) -> list[Statement]:
    """A line for each document whose text speaks of it; one for those that do not mention it anywhere."""
    near = {one: near_passage(terms, library.document(one)) for one in documents}
    lines = [
        Statement(
            f"{document_label(library, document)}：没有{what}，文中提到“{_window(found, terms)}”。", (found.evidence,)
        )
        for document, found in near.items()
        if found
    ]
    silent = [document_label(library, document) for document, found in near.items() if not found]
    if not silent:
        return lines
    counted = f"其余{len(silent)}份未提及" if len(silent) > 1 else "未提及"
    return [*lines, Statement(f"{counted}：{'、'.join(silent)}。", ())]


def _line(document: str, found: Passage, what: str, terms: Terms, library: Library) -> Statement:
    text = f"{document_label(library, document)}：没有{what}，文中提到“{_window(found, terms)}”。"
    return Statement(text, (found.evidence,))


def only_held(terms: Terms, held: Iterable[int]) -> Terms:
    """Those terms of a question that what was found holds: the rest of its words names nothing."""
    kept = [terms.items[at] for at in sorted(held)]
    mass = sum(one.weight for one in kept)
    return Terms(tuple(Term(one.forms, one.weight / mass) for one in kept), terms.mass * mass) if mass else terms


def near_passage(terms: Terms, document: Document) -> Passage | None:
    """The sentence, heading or cell that holds most of the words; None where none holds enough of them."""
    scored = [(terms.coverage(pairs(one.text)), -at, one) for at, one in enumerate(_passages(document))]
    share, _, best = max(scored, default=(0.0, 0, None), key=lambda item: item[:2])
    return best if best is not None and share >= _HELD else None


def _passages(document: Document) -> Iterator[Passage]:
    """All that a document says, running text first."""
    for block in sorted(document.blocks, key=lambda block: not isinstance(block, Paragraph)):
        if isinstance(block, Table):
            yield from (Passage(cell.text, row_evidence(row)) for row in block.rows for cell in row.cells)
        else:
            sentences = text_to_sentences(block.text)
            yield from (Passage(one, Evidence(quote=one, place=block.place)) for one in sentences if one.strip())


def _window(found: Passage, terms: Terms) -> str:
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

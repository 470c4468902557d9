"""Where a document speaks of a thing: the piece of its text that holds most of the words. Knows no answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.reading.ask import Ask
from assistant.reading.words import Terms, fold, pairs, pairs_of, terms_of
from assistant.sentences import document_to_sentences, sentence_to_clauses
from corpus.document import Document, Heading
from corpus.facts import Evidence, Library
from corpus.table import Table

_OR = re.compile(r"(?<=..)[/／或、](?=..)")
"""Between two wordings of a thing that are quoted as one."""
_EITHER = re.compile(r"(?<=..)(?:、|或者?|/)(?=..)")
"""Between things of which a document may speak of either."""
_SHORTEST = 24
_LONGEST = 60
"""Characters of what one document says."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of a document and the share of the words that it holds, from 0 to 1."""

    share: float
    evidence: Evidence
    held: frozenset[int]
    """The numbers of the words that it holds."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, heading or row with the pairs of its words, and its text as it is searched."""

    evidence: Evidence
    has: frozenset[str]
    around: frozenset[str]
    """What it, the headings above it and the title of its document say."""
    folded: str


def best_mention(document_id: str, ask: Ask, library: Library) -> Mention | None:
    """The first piece with the most of the words, those around it counted, then of its own: in running text, headings
    and rows; quoted words count as a whole, and before the others.
    """
    terms = terms_of(ask.where.words, library)
    best, most = None, (0.0, 0.0, 0.0)
    for piece in pieces_of(document_id, library):
        own = _share(piece, terms, ask.where.quoted)
        share = own if ask.where.quoted or not own else terms.coverage(piece.around)
        if own and (fit := (share, own, terms.coverage(piece.has))) > most:
            best, most = Mention(share, piece.evidence, terms.held(piece.around)), fit
    return best


def either_of(words: str) -> tuple[str, ...]:
    """Words that name several things (食堂的建设、补助) for each of them, with what stands before 的; else all."""
    first, *others = _EITHER.split(words)
    head = first[: first.rfind("的") + 1]
    return (first, *(head + other for other in others))


def clause_with(quote: str, ask: Ask, library: Library, room: int = _LONGEST) -> str:
    """The clauses of a sentence that hold most of the words as far as there is `room`, and what follows them."""
    terms = terms_of(" ".join((ask.where.words, *ask.where.quoted)), library)
    clauses, room = sentence_to_clauses(quote, "，,；;。"), min(room, _LONGEST)
    runs = [
        (-terms.coverage(pairs_of(clauses[start:end])), end - start, start)
        for start in range(len(clauses))
        for end in range(start + 1, len(clauses) + 1)
        if end == start + 1 or sum(map(len, clauses[start:end])) <= room
    ]
    _, count, start = min(runs)
    part, *more = "".join(clauses[start : start + count]), *clauses[start + count :]
    for clause in more:
        if len(part) + len(clause) > room:
            break
        part += clause
    cut = part.rfind(" ", 0, max(room, _SHORTEST)) if len(part) > room else -1  # the cells of a row
    return (part[:cut] if cut > 0 else part).strip("，,；;。：: ")


def _share(piece: Piece, terms: Terms, quoted: tuple[str, ...]) -> float:
    if quoted:
        return sum(any(way in piece.folded for way in _OR.split(fold(one))) for one in quoted) / len(quoted)
    return terms.coverage(piece.has)


@lru_cache(maxsize=256)
def pieces_of(document_id: str, library: Library) -> tuple[Piece, ...]:
    """All that a document says, in running text, headings and rows."""
    document = library.document(document_id)
    title = pairs(document.metadata.title)
    found = dict.fromkeys(_texts(document))
    above = {path: title.union(*map(pairs, path)) for path in {one.place.path for one in found}}
    each = ((one, pairs(one.quote)) for one in found)
    return tuple(Piece(one, has, has | above[one.place.path], fold(one.quote)) for one, has in each)


def _texts(document: Document) -> Iterator[Evidence]:
    """Sentences of running text, then headings, then captions, rows and notes of tables."""
    yield from document_to_sentences(document)
    for block in document.blocks:
        if isinstance(block, Heading):
            yield Evidence(quote=block.text, place=block.place)
        elif isinstance(block, Table):
            yield from (Evidence(quote=row.quote, place=row.place) for row in block.rows)
            yield from (Evidence(quote=text, place=block.place) for text in (block.caption, *block.notes) if text)

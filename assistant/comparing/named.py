"""Which of several things that a question names each document in scope speaks of, by their very words. Reads no
question.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.comparing.meant import documents_compared
from assistant.draft import Draft, Statement
from assistant.facts.mentions import Piece, pieces_of
from assistant.labels import document_label
from assistant.reading.ask import Ask
from assistant.reading.listed import things_listed
from assistant.reading.words import fold, pairs, rarity_of, terms_of
from assistant.sentences import sentence_to_clauses
from corpus.facts import Library
from indexing.index import Index

_TELLING = 0.2
"""What is left of a thing when words at its outer end are cut off must have a pair this rare."""
_SHORTEST = 2
_ROOM, _LEAST = 220, 24
"""Characters of what all places say, of which each has at least so many."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The things that a document names, and pieces of it that together name them all."""

    document: str
    names: tuple[str, ...]
    pieces: tuple[Piece, ...]


def compared_names(ask: Ask, index: Index) -> list[Candidate]:
    """Of several things named which each document speaks of; [] where none of them is spoken of at all."""
    library, listed = index.library, things_listed(ask)
    if len(listed) < 2:
        return []
    every = {one: pieces_of(one, library) for one in documents_compared(ask, library)}
    things = list(dict.fromkeys(_cut(listed, every, library)))
    told = [_told(document, things, pieces) for document, pieces in every.items()]
    speaking = [one for one in told if one.names]
    if not speaking:
        return []
    speaking.sort(key=lambda one: -len(one.names))
    room = max(_LEAST, _ROOM // len(speaking))
    lines = [_line(one, things, room, library) for one in speaking]
    silent = "、".join(document_label(library, one.document) for one in told if not one.names)
    lines += [Statement(f"未提及：{silent}。", ())] if silent else []
    return [Candidate(ask, Draft(AnswerKind.COMPARISON, tuple(lines)), _features(ask, things, told, library))]


def _cut(listed: Sequence[str], every: Mapping[str, Sequence[Piece]], library: Library) -> Iterator[str]:
    """The things, the first and the last without words that stand before and behind the list (提到了楼长, 管家等)."""
    first, *others = listed
    for at, one in enumerate((first, *others)):
        starts = range(len(one) - _SHORTEST + 1) if not at else (0,)
        ends = (len(one), *(reversed(rarity_of(library).words.borders(one)[:-1]) if at == len(listed) - 1 else ()))
        ways = (one[start:end] for start in starts for end in ends)
        yield next((way for way in ways if _is_telling(way, library) and _is_named(way, every)), one)


def _is_telling(thing: str, library: Library) -> bool:
    return max(map(rarity_of(library).weight, pairs(thing)), default=0.0) >= _TELLING


def _is_named(thing: str, every: Mapping[str, Sequence[Piece]]) -> bool:
    return any(_names(piece, thing) for pieces in every.values() for piece in pieces)


def _names(piece: Piece, thing: str) -> bool:
    """Whether a piece says a thing, a number as a whole (5亿 is not in 15亿)."""
    word = fold(thing)
    return word in piece.folded and re.search(rf"(?<!\d){re.escape(word)}", piece.folded) is not None


def _told(document: str, things: Iterable[str], pieces: Sequence[Piece]) -> _Told:
    """The fewest pieces that together name all that the document does, the shorter of those that name as many."""
    names = tuple(thing for thing in things if any(_names(piece, thing) for piece in pieces))
    missing, chosen = set(names), list[Piece]()
    while missing:
        held = [(sum(_names(piece, one) for one in missing), -len(piece.folded)) for piece in pieces]
        best = pieces[held.index(max(held))]
        missing -= {one for one in missing if _names(best, one)}
        chosen.append(best)
    return _Told(document, names, tuple(chosen))


def _line(told: _Told, things: Sequence[str], room: int, library: Library) -> Statement:
    """What a place names and does not, and the clauses that do."""
    others = [thing for thing in things if thing not in told.names]
    head = "、".join(told.names) + (f"（未提{'、'.join(others)}）" if others else "")
    said = "；".join(_clauses(piece, told.names, room // len(told.pieces)) for piece in told.pieces)
    evidence = tuple(piece.evidence for piece in told.pieces)
    return Statement(f"{document_label(library, told.document)}提到{head}：{said}。", evidence)


def _clauses(piece: Piece, names: Sequence[str], room: int) -> str:
    """From the first to the last clause that names a thing; the first alone where that is too long."""
    clauses = sentence_to_clauses(piece.evidence.quote.strip(), "，,；;。")
    naming = [at for at, one in enumerate(clauses) if any(fold(name) in fold(one) for name in names)]
    first, last = (naming[0], naming[-1]) if naming else (0, 0)
    whole = "".join(clauses[first : last + 1])
    return (whole if len(whole) <= room * 2 else clauses[first]).strip("，,；;。 ")


def _features(ask: Ask, things: Sequence[str], told: Sequence[_Told], library: Library) -> dict[str, float]:
    terms = terms_of(ask.where.words, library)
    held = frozenset().union(*(terms.held(piece.has) for one in told for piece in one.pieces))
    share = terms.share(held)
    return {
        "match": share,
        "own": share,
        "margin": 0.0,
        "meaning": 0.0,
        "agree": float("mentions" in ask.heard),
        "filled": sum(any(one in place.names for place in told) for one in things) / len(things),
        "stated": sum(bool(one.names) for one in told) / len(told),
        "names": 1.0,
        "quoted": float(len(ask.where.quoted) > 1),
    }

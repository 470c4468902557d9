"""Readings cut out of others and put together: stretches are blanked and joined, nothing is worded anew."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from assistant.reading.ask import Piece
from assistant.reading.names import NameKind
from assistant.reading.normalising import Stretch, blanked
from assistant.reading.reading import Reading, read
from assistant.reading.spans import Kind, Span
from corpus.facts import Library

_MOST_PIECES = 4


def dropped(reading: Reading, stretches: Iterable[Stretch]) -> Reading:
    """The reading with these stretches of its text blank, and without the spans that lie in them."""
    gone = list(stretches)
    text = blanked(reading.text, gone)
    return replace(
        reading, text=text, spans=tuple(span for span in reading.spans if _is_seen(span, text, reading.text))
    )


def kept(reading: Reading, stretches: Iterable[Stretch]) -> Reading:
    """The reading with all blank but these stretches."""
    inside = {at for start, end in stretches for at in range(start, end)}
    return dropped(reading, [(at, at + 1) for at in range(len(reading.text)) if at not in inside])


def within(reading: Reading, documents: Sequence[str]) -> Reading:
    """The reading over these documents."""
    return replace(reading, documents=tuple(documents), named=True)


def placed_by_words(reading: Reading) -> Reading:
    """The reading with what it calls its documents by as places that others speak of."""
    rest = (span for span in reading.spans if span.kind is not Kind.DOCUMENT)
    return replace(reading, spans=tuple(dict.fromkeys([*rest, *reading.callings])), told=False)


def woven(before: Reading, now: Reading) -> Reading:
    """What is carried from before and the question of now as one reading, over the scope of now."""
    if not before.text.strip():
        return now
    offset = len(before.text) + 1
    return replace(
        now,
        text=f"{before.text} {now.text}",
        spans=(*before.spans, *(_moved(span, offset) for span in now.spans)),
        before=(*before.pieces, *now.before),
    )


def overlaid(under: Reading, over: Reading) -> Reading:
    """Two readings of one text, each with other stretches blank, as one over the scope of the second."""
    text = "".join(low if high == " " else high for low, high in zip(under.text, over.text, strict=True))
    return replace(over, text=text, spans=tuple(dict.fromkeys([*under.spans, *over.spans])))


def reread(pieces: Sequence[Piece], library: Library) -> Reading | None:
    """The reading that was made of these pieces; None where nothing of them is looked at."""
    seen = [piece for piece in pieces if not piece.shown.isspace()]
    readings = [_piece_reading(piece, library) for piece in seen[-_MOST_PIECES:]]
    return reduce(woven, readings) if readings else None


def named_documents(reading: Reading) -> frozenset[str]:
    """The documents that the names in the text of a reading give away; places and units tell where no document does."""
    names = [name for span in reading.spans for name in span.names]
    own = frozenset(name.document for name in names if name.kind is NameKind.DOCUMENT)
    return own or frozenset(name.document for name in names if name.telling and name.kind is not NameKind.PARENT)


def _piece_reading(piece: Piece, library: Library) -> Reading:
    """A piece whose text is empty is looked at as a whole; one that reads otherwise today, too. Places that no document
    knows are left behind.
    """
    reading = read(piece.question, library)
    gone = [(at, at + len(place)) for place in reading.unknown_places if (at := reading.text.find(place)) >= 0]
    if len(reading.text) == len(piece.shown):
        gone += [(at, at + 1) for at, seen in enumerate(piece.shown) if seen == " "]
    return replace(dropped(reading, gone), unknown_places=())


def _is_seen(span: Span, text: str, before: str) -> bool:
    shown = text[span.start : span.end]
    return shown == before[span.start : span.end] and bool(shown.strip())


def _moved(span: Span, offset: int) -> Span:
    return replace(span, start=span.start + offset, end=span.end + offset)

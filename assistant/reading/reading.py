"""A question as read: its text put right, its scope, every span. The last place that sees the text of a question."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from assistant.reading.around import bare
from assistant.reading.ask import Piece
from assistant.reading.linking import Link, link
from assistant.reading.misheard import mender_of
from assistant.reading.normalising import as_printed, blanked, question_to_text, stretches, to_key
from assistant.reading.senses import hear
from assistant.reading.spans import Heard, Kind, Span, find_spans
from assistant.reading.spelling import Speller
from assistant.reading.unknown_places import divisions_in, is_place
from assistant.reading.vocabulary import Vocabulary, vocabulary_of
from corpus.facts import Library


@dataclass(frozen=True)
class Reading:
    """A question that was read. `text` is normalised and mended; spans are stretches of it."""

    question: str
    """As asked."""
    text: str
    documents: tuple[str, ...]
    """Ids in scope; all where none is named."""
    named: bool
    spans: tuple[Span, ...]
    unknown_places: tuple[str, ...] = ()
    unknown_documents: tuple[str, ...] = ()
    told: bool = False
    """Whether the question itself names its documents."""
    spared: tuple[str, ...] = ()
    """Ids that what it names left in scope, where its words told one of them."""
    before: tuple[Piece, ...] = ()
    """What was carried here from questions before; it makes up the beginning of the text."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The questions that make up the text, each with what of it is looked at."""
        found, start = [], 0
        for piece in self.before:
            end = start + len(piece.shown)
            found.append(Piece(piece.question, self.text[start:end]))
            start = end + 1
        return (*found, Piece(self.question, self.text[start:]))

    @cached_property
    def heard(self) -> frozenset[str]:
        """The senses of its asking words."""
        return frozenset(one.sense for one in self.senses())

    @cached_property
    def callings(self) -> tuple[Span, ...]:
        """What it calls its documents by, as places."""
        inside = {at for span in self.of(Kind.DOCUMENT) for at in range(span.start, span.end)}
        shown = "".join(char if at in inside else " " for at, char in enumerate(self.text))
        return tuple(Span(*one.span(), Kind.PLACE, to_key(one[0])) for one in re.finditer(r"\S+", shown))

    @property
    def called(self) -> frozenset[str]:
        """The words it calls its documents by."""
        return frozenset(map(self._said, self.callings))

    def of(self, kind: Kind) -> list[Span]:
        """The spans of a kind, from left to right."""
        return sorted((span for span in self.spans if span.kind is kind), key=lambda span: (span.start, -span.end))

    def senses(self, *names: str) -> list[Heard]:
        """What is heard, of the named senses where any is named."""
        every = (span for span in self.spans if isinstance(span, Heard))
        return [one for one in every if not names or one.sense in names]

    def left(self, spent: Iterable[Span] = (), used: Collection[str] = ()) -> str:
        """The text with blanks where `spent` spans, asking words and content words of the `used` senses stand."""
        asking = (one for one in self.senses() if not one.content or one.sense in used)
        return blanked(self.text, stretches((*self.of(Kind.DOCUMENT), *spent, *asking)))

    def words(self, spent: Iterable[Span] = (), used: Collection[str] = ()) -> str:
        """What is left to look for when `spent` spans and the content words of the `used` senses are taken out."""
        return " ".join(self.left(spent, used).split())

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The places that it names, the longest of those that lie in each other, as they are said."""
        spans = [span for span in (*self.of(Kind.PLACE), *self.of(Kind.AREA)) if is_place(self._said(span))]
        outer = [one for one in spans if not any(one.is_part_of(other) for other in spans)]
        return tuple(dict.fromkeys(self._said(one) for one in sorted(outer, key=lambda one: one.start)))

    def _said(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def gist(self) -> str:
        """The question without openings, closings and the names of documents."""
        gone = [*self.of(Kind.DOCUMENT), *self.senses("filler", "greeting", "thanks")]
        return "".join(blanked(self.text, stretches(gone)).split()) or self.text


def read(question: str, library: Library, documents: Sequence[str] = ()) -> Reading:
    """The reading of one question; `documents` narrow the scope as if it had named them.

    Raises BadQuestion for an empty, overlong or unprintable question, UnknownDocument for an unknown id.
    """
    text = mender_of(library).mended(as_printed(bare(question_to_text(question)), library))
    linked = link(text, vocabulary_of(library), _speller_of(library), documents)
    scope = linked.documents or tuple(documents)
    return Reading(
        question=question,
        text=linked.text,
        documents=tuple(one for one in library.documents if not scope or one in scope),
        named=bool(scope),
        spans=_spans(linked, vocabulary_of(library)),
        unknown_places=linked.unknown_regions,
        unknown_documents=linked.unknown_documents,
        told=bool(linked.documents),
    )


@lru_cache(maxsize=4)
def _speller_of(library: Library) -> Speller:
    return Speller.of(vocabulary_of(library).names)


def _spans(linked: Link, vocabulary: Vocabulary) -> tuple[Span, ...]:
    key = to_key(linked.text)
    numbered = [
        (at, at + 1) for at, (own, masked) in enumerate(zip(linked.text, linked.masked, strict=True)) if own != masked
    ]
    places = divisions_in(blanked(key, numbered), linked.mentions)
    return find_spans(key, linked.mentions, tuple(_heard(key, vocabulary)), numbered, places)


def _heard(key: str, vocabulary: Vocabulary) -> Iterator[Heard]:
    """What is heard; a topic of other talk (天气) is an order to speak of it only where no document does."""
    for one in hear(key):
        if one.sense != "elsewhere":
            yield one
        elif not vocabulary.holders(key[one.start : one.end]):
            yield replace(one, value="command")

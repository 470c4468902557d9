"""What a turn leaves to the one behind it: its subject, its slots, what it asked, the documents it was about."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from assistant.reading.ask import Ask
from assistant.reading.leaning import asking_stretches, slot_of, slots_of, subject_stretches, typed
from assistant.reading.normalising import Stretch, stretches
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind
from assistant.reading.turn import Turn
from assistant.reading.weaving import dropped, kept, reread
from assistant.reading.words import rarity_of
from corpus.facts import Library
from corpus.folding.years import Years
from indexing.words import Words, is_word

_MOST_WORDS = 9
_LONGEST = 6
_LONG = 3


@dataclass(frozen=True, slots=True)
class Last:
    """The last turn that can be asked on about."""

    turn: Turn
    reading: Reading
    """What was read, with all that it took from turns before."""
    scope: tuple[str, ...]
    """The documents it was about; empty where it was about all."""
    single: tuple[str, ...]
    """Names of rows that were shown alone in the last turns, each once."""
    listed: tuple[str, ...]
    """Names of the rows, or of the things listed, of the last turn that showed several, in their order."""
    before: "Last | None" = None

    @property
    def slots(self) -> frozenset[Kind]:
        """The kinds of slots that it filled."""
        return slots_of(self.reading)

    @property
    def years(self) -> tuple[int, ...]:
        """The years it was about, as understood, else as said."""
        said = [cast("Years", span.value) for span in self.reading.of(Kind.YEAR)]
        each = {year for one in said if not one.plan for year in (one.first, one.last)}
        return self.turn.ask.where.years or tuple(sorted(each))

    @property
    def row(self) -> str:
        """The row it was about: the one that it showed, or that was shown before it where it showed none."""
        rows = self.turn.rows or self.single[-1:]
        return rows[0] if len(rows) == 1 else ""

    def is_left_by(self, reading: Reading) -> bool:
        """Whether a question names other documents than those talked about."""
        return reading.told and set(reading.documents) != set(self.scope)

    def put_together(self, ask: Ask, named: Collection[Kind]) -> Mapping[str, object]:
        """The areas and years of this turn, of the one before it and of an Ask, as they were understood and as they are
        said; of a kind that is named those of the Ask alone.
        """
        before = [one.turn.ask.where for one in (self.before, self) if one]
        areas = [area for where in before for area in where.areas] if Kind.AREA not in named else []
        years = [year for where in before for year in where.years] if Kind.YEAR not in named else []
        every = dict.fromkeys([*areas, *ask.where.areas])
        return {"areas": tuple(every), "years": tuple(sorted({*years, *ask.where.years}))}

    def without(self, *kinds: Kind) -> Reading:
        """All but the slots of some kinds."""
        return dropped(self.reading, stretches(span for span in typed(self.reading) if slot_of(span) in kinds))

    def subject(self, *kinds: Kind) -> Reading:
        """What it was about, without what it asked and without the slots of some kinds."""
        rest = self.without(*kinds)
        return dropped(rest, asking_stretches(rest))

    def where(self, *kinds: Kind) -> Reading:
        """Its slots of some kinds alone."""
        return kept(self.reading, stretches(span for span in typed(self.reading) if slot_of(span) in kinds))

    def named(self, *kinds: Kind) -> frozenset[tuple[Kind, str]]:
        """Its slots of some kinds as they are said."""
        text = self.reading.text
        spans = (span for span in typed(self.reading) if slot_of(span) in kinds)
        return frozenset((slot_of(span), text[span.start : span.end]) for span in spans)

    def wordless(self) -> "Last":
        """The same turn without the words of its subject: what it asked, and its slots."""
        return replace(self, reading=dropped(self.reading, subject_stretches(self.reading)))

    def asked(self) -> Reading:
        """What it asked alone."""
        return kept(self.reading, asking_stretches(self.reading))

    def fewer(self, kinds: Collection[Kind], library: Library) -> Iterator[Reading]:
        """All but its slots of some kinds and its words, first all of them, then the name of its row, then each one."""
        rest = self.without(*kinds)
        runs = subject_stretches(rest)
        yield dropped(rest, runs)
        if named := [(at, at + 2) for at in range(len(rest.text) - 1) if rest.text[at : at + 2] in self.row]:
            yield dropped(rest, named)
        words = list(dict.fromkeys([*runs, *_words(rest, library)]))
        if len(words) > 1:
            yield from (dropped(rest, [word]) for word in words[:_MOST_WORDS])


def last_of(history: Sequence[Turn], library: Library) -> Last | None:
    """The last turn of a conversation, with the one before it; None where there is none to ask on about."""
    last: Last | None = None
    single = tuple(dict.fromkeys(turn.rows[0] for turn in history[-_LONGEST:] if len(turn.rows) == 1))
    several = (turn.rows if len(turn.rows) > 1 else turn.items for turn in reversed(history[-_LONGEST:]))
    listed = next(filter(None, several), ())
    for turn in history[-2:]:
        reading = reread(turn.ask.pieces, library)
        last = Last(turn, reading, _scope(turn, reading, library), single, listed, last) if reading else last
    return last


def _scope(turn: Turn, reading: Reading, library: Library) -> tuple[str, ...]:
    """The documents named; of several that were not compared the one that is cited alone."""
    where = turn.ask.where
    named = where.documents if where.named else reading.documents if reading.told else ()
    cited = turn.documents if len(turn.documents) == 1 and not turn.ask.per_document else ()
    return tuple(one for one in (cited or named) if one in library.documents)


def _inner(word: str, cut: Words) -> Iterator[int]:
    """Where the words end of which a long word (新增亿元楼宇) is made up, the longest first."""
    at = 0
    while at < len(word):
        ends = [end for end in range(len(word), at + 1, -1) if end - at < len(word) and _known(word[at:end], cut)]
        at = ends[0] if ends else at + 1
        yield at


def _words(reading: Reading, library: Library) -> Iterator[Stretch]:
    """Where the words of its subject stand, and those that they are made up of."""
    cut = rarity_of(library).words
    for start, end in subject_stretches(reading):
        for first, last in _between(start, cut.borders(reading.text[start:end])):
            yield first, last
            if last - first > _LONG:
                yield from _between(first, _inner(reading.text[first:last], cut))


def _known(word: str, cut: Words) -> bool:
    return is_word(word) or word in cut.dictionary


def _between(start: int, borders: Iterable[int]) -> Iterator[Stretch]:
    """The stretches of two characters at least between borders that are counted from `start`."""
    at = start
    for border in borders:
        if start + border - at > 1:
            yield at, start + border
        at = start + border

"""Spans: everything recognised in a question, found once. Knows names, numbers and asking words, decides nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from assistant.reading.names import Mention, Name, NameKind
from corpus.folding.amounts import find_amounts
from corpus.folding.dates import find_dates
from corpus.folding.ordinals import find_ordinals
from corpus.folding.years import find_years


class Kind(StrEnum):
    """What a stretch of a question is."""

    DOCUMENT = "document"
    AREA = "area"
    PLACE = "place"
    """A place that is no name of the library: a word of the documents or of their tables, or foreign to them."""
    UNIT = "unit"
    YEAR = "year"
    DAY = "day"
    ORDINAL = "ordinal"
    AMOUNT = "amount"
    SENSE = "sense"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch [start, end) with what it stands for: a value of the type that goes with its kind."""

    start: int
    end: int
    kind: Kind
    value: object

    @property
    def names(self) -> tuple[Name, ...]:
        """The names of the library that it may be; none where it is of another kind."""
        return cast("tuple[Name, ...]", self.value) if isinstance(self.value, tuple) else ()

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def is_part_of(self, other: "Span") -> bool:
        """Whether it lies within the other, which is longer: 管 in 国管局."""
        return other.start <= self.start and self.end <= other.end and self.end - self.start < other.end - other.start


@dataclass(frozen=True, slots=True)
class Heard(Span):
    """A stretch in which the sense is heard that is its value; what is `content` stays a word unless it is used."""

    content: bool = False

    @property
    def sense(self) -> str:
        """The sense that is heard."""
        return str(self.value)


_PEOPLE = re.compile(r"(?<=\d)个人(?![工才民员均力])")
"""8个人: people as they are counted in speech, shown as long as it is written."""
_OF_NAMES = {NameKind.DOCUMENT: Kind.DOCUMENT, NameKind.AREA: Kind.AREA, NameKind.UNIT: Kind.UNIT}


def find_spans(
    text: str,
    mentions: Sequence[Mention],
    heard: Iterable[Heard],
    numbered: Iterable[tuple[int, int]],
    places: Iterable[tuple[int, int]],
) -> tuple[Span, ...]:
    """The spans of a normalised question; they may overlap. `numbered` are stretches of 文号: no number counts. No
    asking word is heard within the name of a unit. `places` are divisions that no name of the library covers.
    """
    taken = [Span(start, end, Kind.DOCUMENT, ()) for start, end in numbered]
    names = [Span(m.start, m.end, kind, names) for m in mentions for kind, names in _by_kind(m).items()]
    named = ((m.start, m.end) for m in mentions if any(name.kind is NameKind.PLACE for name in m.names))
    names += [Span(start, end, Kind.PLACE, text[start:end]) for start, end in (*named, *places)]
    numbers = [
        *(Span(one.start, one.end, Kind.YEAR, one) for one in find_years(text)),
        *(Span(one.start, one.end, Kind.DAY, one) for one in find_dates(text)),
        *(Span(one.start, one.end, Kind.ORDINAL, one) for one in find_ordinals(text)),
        *(Span(one.start, one.end, Kind.AMOUNT, one) for one in find_amounts(_PEOPLE.sub(" 人", text), bare=True)),
    ]
    kept = [one for one in numbers if not any(one.meets(other) for other in taken)]
    units = [one for one in names if one.kind is Kind.UNIT]
    return (*taken, *names, *kept, *(one for one in heard if not any(one.is_part_of(unit) for unit in units)))


def _by_kind(mention: Mention) -> dict[Kind, tuple[object, ...]]:
    found: dict[Kind, list[object]] = {}
    for name in mention.names:
        if name.kind in _OF_NAMES:
            found.setdefault(_OF_NAMES[name.kind], []).append(name)
    return {kind: tuple(names) for kind, names in found.items()}

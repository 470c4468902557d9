"""What a name in a question can stand for. Knows neither libraries nor questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain

_SHORTEST = 2


class NameKind(StrEnum):
    """document: the place or title a document is called by; parent: a city or province such a place lies in;
    area: a place inside a document; place: one that only stands in cells of its tables; unit: an organisation.
    """

    DOCUMENT = "document"
    PARENT = "parent"
    AREA = "area"
    PLACE = "place"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Name:
    """One thing of one document, and a form it is called by (a key)."""

    form: str
    kind: NameKind
    value: str
    """The document id, the area or the unit as printed."""
    document: str
    telling: bool = False
    """Whether the form alone says which document is meant."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch [start, end) of a question that names something; several meanings where a form is shared."""

    start: int
    end: int
    names: tuple[Name, ...]


@dataclass(frozen=True)
class Names:
    """All names by form."""

    by_form: Mapping[str, tuple[Name, ...]]
    lengths: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """By the first two characters of names, how long these are, the longest first."""

    @classmethod
    def of(cls, names: Iterable[Name]) -> "Names":
        """The names, doubles dropped, in their order."""
        by_form: dict[str, dict[Name, None]] = {}
        for name in names:
            by_form.setdefault(name.form, {})[name] = None
        lengths: dict[str, set[int]] = {}
        for form in filter(lambda form: len(form) >= _SHORTEST, by_form):
            lengths.setdefault(form[:_SHORTEST], set()).add(len(form))
        sorted_ = {start: tuple(sorted(found, reverse=True)) for start, found in lengths.items()}
        return cls({form: tuple(found) for form, found in by_form.items()}, sorted_)

    def all(self, *kinds: NameKind) -> list[Name]:
        """Every name of the given kinds."""
        return [name for name in chain.from_iterable(self.by_form.values()) if name.kind in kinds]

    def mentions(self, key: str) -> list[Mention]:
        """The names in a question's key, from left to right, the longest first, none overlapping another."""
        found, at = [], 0
        while at < len(key):
            names, end = self._longest_at(key, at)
            if names:
                found.append(Mention(at, end, names))
            at = end
        return found

    def _longest_at(self, key: str, at: int) -> tuple[tuple[Name, ...], int]:
        for length in self.lengths.get(key[at : at + _SHORTEST], ()):
            names = self.by_form.get(key[at : at + length]) if at + length <= len(key) else None
            if names:
                return names, at + length
        return (), at + 1

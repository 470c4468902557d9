"""A document under the pencil, and what an edit is."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import TypeVar

from corpus.document import Document
from corpus.facts import Facts
from corpus.target import Target
from corpus.task import Task
from eval.editing.parts import Part
from eval.editing.wording import count_of, replaced

Item = TypeVar("Item")


class EditKind(StrEnum):
    """What was done."""

    UNITS = "units swapped"
    DEADLINE = "deadline moved"
    VALUE = "value changed"
    MOVE = "clause moved"
    SPLIT = "clause split"
    ROW = "row inserted"


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the words that it took away and put in, and the clause or row where it was made."""

    kind: EditKind
    old: str
    new: str
    part: Part


@dataclass(slots=True)
class Sheet:
    """A document under the pencil."""

    parts: list[Part]
    document: Document
    facts: Facts
    random: Random
    inserted: int = 0
    quiet: set[int] = field(default_factory=set)
    """The parts (by identity) beside which nothing more is moved or split."""

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The items in the order of chance."""
        return self.random.sample(items, len(items))

    def part_of(self, fact: Task | Target) -> Part | None:
        """The untouched part that the words of a fact stand in."""
        place = fact.place
        if place.row is not None:
            found = [one for one in self.parts if one.row and _row_key(one) == (place.table_no, place.row)]
        else:
            found = [one for one in self.parts if one.line is not None and not one.row and one.line <= place.line][-1:]
        return found[0] if found and not found[0].reshaped else None

    def at(self, part: Part) -> int:
        """The number of a part."""
        return next(at for at, one in enumerate(self.parts) if one is part)

    def change(self, part: Part, kind: EditKind, old: str, new: str) -> Edit | None:
        """Put words in the place of others, where these stand once."""
        here = f"{part.original}\n{part.words}"
        if count_of(old, part.words) != 1 or count_of(old, part.original) != 1 or count_of(new, here):
            return None
        words = replaced(part.words, old, new)
        if words is None:
            return None
        part.words, part.reworded = words, True
        return Edit(kind, old, new, part)


def _row_key(part: Part) -> tuple[int | None, int | None]:
    place = part.row.place if part.row else None
    return (place.table_no, place.row) if place else (None, None)


def gap(words: str) -> str:
    """What stands between two paragraphs or rows, marks of a heading aside."""
    behind = words[len(words.rstrip("#* \t\u3000\n")) :].rstrip("#* ")
    return behind if "\n" in behind else "\n"

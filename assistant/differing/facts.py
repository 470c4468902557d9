"""Changes of facts of a kind: those added, removed and changed, each field by field with both sides quoted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from assistant.differing.change import Change, Field, Kind, Side, Subject
from assistant.differing.notes import fact_note
from assistant.differing.pairing import Fact, Known, Ways, pair_facts
from assistant.differing.words import plain


@dataclass(frozen=True, slots=True)
class Telling(Generic[Fact]):
    """How facts of a kind are told."""

    subject: Subject
    names: Mapping[str, str]
    """The fields that are compared, by key, and what they are called."""
    values: Callable[[Fact], Mapping[str, str]]
    """By key, the words of each field; empty where it has none."""
    same: Callable[[str, str, str, bool], bool]
    """Whether a field (its key) says the same in two wordings; the last says that the facts have the same words."""
    title: Callable[[Fact], str]
    text: Callable[[Fact], str]
    """All of it in one line."""


def fact_changes(
    old: Sequence[Fact], new: Sequence[Fact], ways: Ways[Fact], telling: Telling[Fact], known: Known
) -> list[Change]:
    """The facts that changed, in the order of the new document, those that were added, those that were removed.

    What stands word for word in both documents is neither, also where it is counted as a fact in one of them only: of a
    figure that two clauses state the first counts, until they differ.
    """
    paired = pair_facts(old, new, ways, known)
    changed = [
        _change(Kind.CHANGED, one, other, telling, fields)
        for one, other in paired.both
        if (fields := _fields(one, other, telling))
    ]
    added = [_change(Kind.ADDED, None, fact, telling) for fact in paired.new if not known.said_before(fact.place)]
    gone = [_change(Kind.REMOVED, fact, None, telling) for fact in paired.old if not known.said_still(fact.place)]
    return [*changed, *added, *gone]


def _fields(one: Fact, other: Fact, telling: Telling[Fact]) -> tuple[Field, ...]:
    before, after = telling.values(one), telling.values(other)
    alike = _printed(one) == _printed(other)
    return tuple(
        Field(key=key, name=name, old=before[key] or None, new=after[key] or None)
        for key, name in telling.names.items()
        if not telling.same(key, before[key], after[key], alike)
    )


def _printed(fact: Fact) -> tuple[str, str]:
    """Its words, and those at the head of its column."""
    return plain(fact.quote), plain(fact.place.column or "")


def _change(
    kind: Kind, one: Fact | None, other: Fact | None, telling: Telling[Fact], fields: tuple[Field, ...] = ()
) -> Change:
    return Change(
        subject=telling.subject,
        kind=kind,
        title=telling.title(shown) if (shown := other or one) else "",
        fields=fields,
        note=fact_note(kind, telling.subject, fields),
        old=_sides(one, telling),
        new=_sides(other, telling),
    )


def _sides(fact: Fact | None, telling: Telling[Fact]) -> tuple[Side, ...]:
    return (Side.of(telling.text(fact), fact.quote, fact.place),) if fact else ()

"""The edits, one of each kind in turn: units, deadline, value, clause moved, clause split, row inserted; and whether a
difference tells those that were made, and nothing else.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from assistant.differing.change import Change, Kind, Side, Subject
from assistant.differing.words import covered, plain
from corpus.document import Document
from corpus.facts import Facts
from eval.editing.clause_edits import move_edits, split_edits
from eval.editing.fact_edits import deadline_edits, row_edits, unit_edits, value_edits
from eval.editing.parts import Part
from eval.editing.sheet import Edit, EditKind, Sheet

__all__ = ["Edit", "EditKind", "Judged", "edit_parts", "judge"]

_MAKERS: tuple[Callable[[Sheet], Iterator[Edit]], ...] = (
    unit_edits,
    deadline_edits,
    value_edits,
    move_edits,
    split_edits,
    row_edits,
)
_UNITS = frozenset({"lead_units", "responsible_units", "other_roles"})
_FACTS = frozenset({Subject.TASK, Subject.TARGET, Subject.ROW})
_LEAST, _NEARLY_ALL = 8, 0.97
"""A number of a page in the middle of a part is none of its words."""


def edit_parts(
    document: Document, facts: Facts, parts: Sequence[Part], seed: int, count: int
) -> tuple[list[Part], list[Edit]]:
    """The parts with `count` edits made, or as many as the document has room for, and the edits."""
    sheet = Sheet([replace(part) for part in parts], document, facts, Random(seed))  # noqa: S311 - nothing secret
    makers = [make(sheet) for make in _MAKERS]
    edits: list[Edit] = []
    while makers and len(edits) < count:
        for made in makers[: count - len(edits)]:
            edit = next(made, None)
            if edit is None:
                makers.remove(made)
            else:
                edits.append(edit)
    return sheet.parts, edits


@dataclass(frozen=True, slots=True)
class Judged:
    """The edits that were told by their name, those that were not, and what was told of nothing."""

    right: list[Edit]
    missed: list[Edit]
    false: list[Change]


def judge(edits: Sequence[Edit], changes: Sequence[Change]) -> Judged:
    """A change is of an edit where its words stand in the clause or row that was edited; all others are false."""
    right = [edit for edit in edits if any(_tells(change, edit) for change in changes)]
    missed = [edit for edit in edits if edit not in right]
    befores, afters = [plain(edit.part.before) for edit in edits], [plain(edit.part.after) for edit in edits]
    false = [one for one in changes if _is_of_many(one) or not (_any(one.old, befores) or _any(one.new, afters))]
    return Judged(right, missed, false)


def _tells(change: Change, edit: Edit) -> bool:
    match edit.kind:
        case EditKind.UNITS:
            return change.subject is Subject.TASK and _became(change, _UNITS, edit)
        case EditKind.DEADLINE:
            return change.subject is Subject.TASK and _became(change, {"deadline"}, edit)
        case EditKind.VALUE:
            return change.subject is Subject.TARGET and _became(change, {"value"}, edit)
        case EditKind.MOVE:
            return change.kind is Kind.MOVED and plain(edit.old) in _told(change.old)
        case EditKind.SPLIT:
            return change.kind is Kind.SPLIT and plain(edit.old) in _told(change.old)
        case EditKind.ROW:
            return change.kind is Kind.ADDED and change.subject in _FACTS and plain(edit.new) in _told(change.new)


def _became(change: Change, keys: frozenset[str] | set[str], edit: Edit) -> bool:
    """Whether a field of a changed fact had the old words and has the new ones."""
    fields = [field for field in change.fields if field.key in keys]
    return (
        change.kind is Kind.CHANGED
        and not _is_of_many(change)
        and any(
            plain(edit.old) in plain(field.old or "") and plain(edit.new) in plain(field.new or "") for field in fields
        )
    )


def _is_of_many(change: Change) -> bool:
    """Whether it tells of several facts at once that a rule changed: of no edit by its name."""
    return change.kind is Kind.CHANGED and len(change.old) > 1


def _told(sides: Sequence[Side]) -> str:
    return "".join(plain(f"{side.quote}{side.text}") for side in sides)


def _any(sides: Sequence[Side], edited: Sequence[str]) -> bool:
    quotes = [plain(side.quote) for side in sides]
    return any(
        quote in words or (len(words) > _LEAST and (words in quote or covered(quote, words) > _NEARLY_ALL))
        for quote in quotes
        for words in edited
    )

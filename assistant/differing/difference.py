"""The difference of two documents: the one entry to this room. What only the kind of a file decides is no change."""

from collections.abc import Sequence

from assistant.differing.aligning import align
from assistant.differing.change import Change, Difference, Kind, Subject, Version
from assistant.differing.clauses import clause_changes
from assistant.differing.metadata import metadata_changes
from assistant.differing.notes import summary
from assistant.differing.pairing import Known
from assistant.differing.pieces import document_to_pieces
from assistant.differing.targets import target_changes
from assistant.differing.tasks import consequences_as_one, task_changes
from assistant.differing.words import plain
from corpus.document import Document
from corpus.facts import Facts

Stated = tuple[Document, Facts]
"""A document and what it states."""


def difference(old: Stated, new: Stated) -> Difference:
    """Everything that changed from one document to the other."""
    (before, earlier), (after, later) = old, new
    one, other = document_to_pieces(before), document_to_pieces(after)
    found = align(one.all, other.all)
    known = Known(one, other, found)
    facts = [
        *metadata_changes(before, after),
        *task_changes(earlier.tasks, later.tasks, known),
        *target_changes(earlier.targets, later.targets, known),
    ]
    clauses = clause_changes(found, one.all, other.all)
    if before.source.media_type is not after.source.media_type:
        facts, clauses = _without_format(facts, clauses, before, after)
    facts = consequences_as_one(facts, clauses)
    changes = [*facts, *_changed(clauses, facts)]
    return Difference(
        old=_version(before),
        new=_version(after),
        summary=summary(changes),
        changes=tuple(changes),
        clauses=tuple(clauses),
    )


def _changed(clauses: list[Change], facts: list[Change]) -> list[Change]:
    """The clauses and rows that changed; a row that states a fact is told by its fact."""
    told = {
        (side.line, kind) for change in facts for kind, sides in ((0, change.old), (1, change.new)) for side in sides
    }
    changed = [change for change in clauses if change.kind is not Kind.SAME]
    order = [
        *(one for one in changed if one.subject is Subject.CLAUSE),
        *(one for one in changed if one.subject is Subject.ROW),
    ]
    return [change for change in order if not _told(change, told)]


def _told(change: Change, told: set[tuple[int, int]]) -> bool:
    """Whether every side of a row that is not just moved is told by a fact."""
    if change.subject is not Subject.ROW or change.kind is Kind.MOVED:
        return False
    sides = [*((side.line, 0) for side in change.old), *((side.line, 1) for side in change.new)]
    return all(side in told for side in sides)


def _version(document: Document) -> Version:
    return Version(document_id=document.id, revision=document.revision, name=document.name)


def _without_format(
    facts: Sequence[Change], clauses: Sequence[Change], old: Document, new: Document
) -> tuple[list[Change], list[Change]]:
    """The changes of two files of different kinds, less those whose words stand in both: paragraphs broken elsewhere,
    words of one that the other has in another paragraph, and what is read out of them otherwise for that. What only one
    file says of itself is no change either.
    """
    before, after = _letters(old.text), _letters(new.text)
    kept = [change for change in facts if not _one_sided(change) and not _in_both(change, before, after)]
    return kept, [_same(change) if _in_both(change, before, after) else change for change in clauses]


def _one_sided(change: Change) -> bool:
    return change.subject is Subject.METADATA and change.kind is not Kind.CHANGED


def _in_both(change: Change, before: str, after: str) -> bool:
    """Whether the words of either side stand in the other file; of what only moved they do, and yet it is a change."""
    return (
        change.kind is not Kind.MOVED
        and all(_letters(side.quote) in after for side in change.old)
        and all(_letters(side.quote) in before for side in change.new)
    )


def _letters(text: str) -> str:
    """Words without the marks of a list, which a format may draw, and without what joins or parts them."""
    return "".join(character for character in plain(text) if character.isalnum())


def _same(change: Change) -> Change:
    return change.model_copy(update={"kind": Kind.SAME, "note": "未变。", "fields": ()})

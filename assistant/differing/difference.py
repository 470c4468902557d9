"""The difference of two documents: the one entry to this room."""

from assistant.differing.aligning import align
from assistant.differing.change import Change, Difference, Kind, Subject, Version
from assistant.differing.clauses import clause_changes
from assistant.differing.consequences import consequences_as_one
from assistant.differing.formats import without_format
from assistant.differing.metadata import metadata_changes
from assistant.differing.notes import summary
from assistant.differing.pairing import Known
from assistant.differing.pieces import document_to_pieces
from assistant.differing.targets import target_changes
from assistant.differing.tasks import task_changes
from corpus.document import Document
from corpus.facts import Facts

__all__ = ["Stated", "difference"]

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
        facts, clauses = without_format(facts, clauses, before, after)
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

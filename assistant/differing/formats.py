"""What only the kind of a file decides, and is no change of a document: where lines break, what stands around."""

from collections.abc import Sequence

from assistant.differing.change import Change, Kind, Side, Subject
from assistant.differing.words import plain
from corpus.document import Document

__all__ = ["without_format"]

_BROKEN = frozenset({Kind.SPLIT, Kind.MERGED})


def without_format(
    facts: Sequence[Change], clauses: Sequence[Change], old: Document, new: Document
) -> tuple[list[Change], list[Change]]:
    """The changes of two files of different kinds, less those whose words stand in both: paragraphs broken elsewhere,
    words of one that the other has in another paragraph. What only one file says of itself is no change either.
    """
    before, after = plain(old.text), plain(new.text)
    kept = [change for change in facts if not _one_sided(change)]
    return kept, [_same(change) if _in_both(change, before, after) else change for change in clauses]


def _one_sided(change: Change) -> bool:
    return change.subject is Subject.METADATA and change.kind is not Kind.CHANGED


def _in_both(change: Change, before: str, after: str) -> bool:
    if change.kind in _BROKEN:
        return _letters(change.old) == _letters(change.new)
    if change.kind in (Kind.ADDED, Kind.REMOVED, Kind.CHANGED):
        return all(plain(side.quote) in after for side in change.old) and all(
            plain(side.quote) in before for side in change.new
        )
    return False


def _letters(sides: Sequence[Side]) -> str:
    """The words of several sides in one, without the marks of a list, which a format may draw."""
    return "".join(character for side in sides for character in plain(side.text) if character.isalnum())


def _same(change: Change) -> Change:
    return change.model_copy(update={"kind": Kind.SAME, "note": "未变。", "fields": ()})

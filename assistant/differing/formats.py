"""What only the kind of a file decides, and is no change of a document: where lines break, what stands around."""

from collections.abc import Sequence

from assistant.differing.change import Change, Kind, Subject
from assistant.differing.words import plain
from corpus.document import Document

__all__ = ["without_format"]


def without_format(
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

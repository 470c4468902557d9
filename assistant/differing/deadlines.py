"""Deadlines that moved since the version before: the one that was replaced, else the document that this one repeals."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from assistant.differing.change import Difference, Kind, Subject
from assistant.differing.difference import difference
from assistant.facts.document_changes import predecessor
from assistant.keeping.revisions import Replacement
from corpus.facts import Library

Moved = Mapping[tuple[str, str], str]
"""By document and quote of a task, its deadline as it was printed before."""
_DEADLINE = "deadline"
_UNSTATED = "未写明"


def moved_deadlines(library: Library, replacements: Callable[[str], Sequence[Replacement]]) -> Moved:
    """The tasks of a library whose deadline moved; `replacements` of a document, the latest first."""
    moved: dict[tuple[str, str], str] = {}
    for document_id, document in library.documents.items():
        kept = next((one.difference for one in replacements(document_id)), None)
        if kept is None or kept.new.revision != document.revision:
            moved |= _since_predecessor(library, document_id)
        else:
            moved |= _moved(kept)
    return moved


def _moved(found: Difference) -> dict[tuple[str, str], str]:
    """The tasks whose deadline changed, with what it was."""
    tasks = [one for one in found.changes if one.subject is Subject.TASK and one.kind is Kind.CHANGED]
    return {
        (found.new.document_id, task.new[0].quote): field.old or _UNSTATED
        for task in tasks
        for field in task.fields
        if field.key == _DEADLINE
    }


@lru_cache(maxsize=4096)
def _since_predecessor(library: Library, document_id: str) -> dict[tuple[str, str], str]:
    former = predecessor(document_id, library)
    if former is None:
        return {}
    sides = [(library.document(one), library.facts[one]) for one in (former, document_id)]
    return _moved(difference(*sides))

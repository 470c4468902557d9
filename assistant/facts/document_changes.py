"""What changed since the document that another takes the place of: one it repeals or revises, else its namesake."""

from collections.abc import Iterator

from assistant.differing.change import Change, Side, Subject
from assistant.differing.difference import difference
from assistant.draft import Statement
from assistant.facts.evidence import distinct
from assistant.validity import RelationKind, today, validity
from assistant.versions import last_of_name
from corpus.facts import Evidence, Library
from corpus.place import Place

__all__ = ["changes_statement", "predecessor"]

_FORMER = frozenset({RelationKind.REPEALS, RelationKind.REVISES})
_MOST = 8


def predecessor(document_id: str, library: Library) -> str | None:
    """The document that one takes the place of; None where the library has none."""
    relations = validity(library, document_id, today()).relations
    named = (one.document_id for one in relations if one.kind in _FORMER and one.said_in == document_id)
    return next((one for one in named if one), None) or last_of_name(document_id, library)


def changes_statement(document_id: str, library: Library) -> Statement | None:
    """The first changes, facts before clauses, each with the words of both sides; None where nothing came before."""
    former = predecessor(document_id, library)
    if former is None:
        return None
    old, new = library.document(former), library.document(document_id)
    found = difference((old, library.facts[former]), (new, library.facts[document_id]))
    changes = sorted(found.changes, key=lambda change: change.subject is Subject.CLAUSE)
    if not changes:
        return Statement(f"与{old.name}相比没有变化。", ())
    told = "；".join(f"{change.title}：{change.note.rstrip('。')}" for change in changes[:_MOST])
    more = "；其余变化见两份文件的对照" if len(changes) > _MOST else ""
    evidence = distinct(item for change in changes[:_MOST] for item in _evidence(change, former, document_id, library))
    return Statement(f"与{old.name}相比：{told}{more}。", evidence)


def _evidence(change: Change, old: str, new: str, library: Library) -> Iterator[Evidence]:
    for document_id, sides in ((old, change.old), (new, change.new)):
        for side in sides:
            yield Evidence(quote=side.quote, place=_place(side, document_id, library))


def _place(side: Side, document_id: str, library: Library) -> Place:
    name = library.document(document_id).name
    return Place(document_id=document_id, document_name=name, page=side.page, line=side.line)

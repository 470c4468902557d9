"""What changed since the document that another takes the place of: one it repeals or revises, else its namesake."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from assistant.differing.change import Change, Kind, Subject
from assistant.differing.difference import Stated, difference
from assistant.differing.notes import KIND_NAMES, SUBJECT_NAMES, summary
from assistant.draft import Statement
from assistant.facts.document_rows import field_evidence
from assistant.facts.evidence import distinct
from assistant.validity import RelationKind, today, validity
from assistant.versions import last_of_name
from corpus.document import Document
from corpus.extraction.facts import document_to_facts
from corpus.facts import Evidence, Library
from corpus.place import Place

_FORMER = frozenset({RelationKind.REPEALS, RelationKind.REVISES})
_ORDER = (Subject.TARGET, Subject.TASK, Subject.CLAUSE, Subject.ROW, Subject.METADATA)
_ASIDE = frozenset({"title", "doc_number", "written_on", "printed_on", "year", "measure"})
"""Fields that differ between any two documents, and the words of a task, of which its other fields tell."""
_NUMBERED = re.compile(r"第[^条]{1,5}条|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]")
"""How a clause begins that is no part of head or foot."""
_YEAR = re.compile(r"\d{4}年")
_PART = "·"
_NAMED = {"value": ""}
"""What is not named: that it is a value."""
_SELF_TOLD = frozenset({Subject.CLAUSE, Subject.METADATA})
"""Of what the words, or the name of the field, say enough."""
_SHORT = 110
_ROOM = 160


def predecessor(document_id: str, library: Library) -> str | None:
    """The document that one takes the place of; None where the library has none."""
    relations = validity(library, document_id, today()).relations
    named = (one.document_id for one in relations if one.kind in _FORMER and one.said_in == document_id)
    return next((one for one in named if one), None) or last_of_name(document_id, library)


@lru_cache(maxsize=64)
def changes_statement(document_id: str, library: Library) -> Statement | None:
    """What changed since its own text that was replaced, and since the document before; None where there is neither."""
    new = library.document(document_id), library.facts[document_id]
    earlier, former = library.earlier.get(document_id), predecessor(document_id, library)
    said = [_told("本次更新前", (earlier, document_to_facts(earlier)), new)] if earlier else []
    if former and not new[0].metadata.revises:
        before = library.document(former), library.facts[former]
        told = _told(before[0].name, before, new)
        said.append(replace(told, evidence=(*told.evidence, *field_evidence(before[0], "doc_number"))))
    evidence = distinct(item for one in said for item in one.evidence)
    counted = frozenset(count for one in said for count in one.counted)
    return Statement("".join(one.text for one in said), evidence, counted) if said else None


def _told(name: str, old: Stated, new: Stated) -> Statement:
    """How many changes there are, and the first in words: facts before clauses, as many as are short to read."""
    changes = difference(old, new).changes
    if not changes:
        return Statement(f"与{name}相比没有变化。", ())
    words: list[str] = []
    evidence: list[Evidence] = []
    for change in sorted(changes, key=lambda one: (_ORDER.index(one.subject), one.kind is not Kind.CHANGED)):
        line = _line(change)
        if line and len("".join(words)) + len(line) <= _ROOM:
            words.append(line)
            evidence += _evidence(change, old[0], new[0])
    told = f"其中{'；'.join(words)}。" if words else ""
    counted = [one for one in changes if one.subject is not Subject.METADATA] or changes
    counts = Counter((one.subject, one.kind) for one in counted)
    return Statement(f"与{name}相比，{summary(counted)}{told}", distinct(evidence), frozenset(counts.values()))


def _line(change: Change) -> str:
    """A change in few words; empty where it takes many, or says no more than that the document is another."""
    if change.subject is Subject.CLAUSE and not _NUMBERED.match(change.title):
        return ""
    title = "".join(part for part in change.title.split(_PART) if not _YEAR.fullmatch(part))
    if change.kind in (Kind.ADDED, Kind.REMOVED):
        return f"{KIND_NAMES[change.kind]}{SUBJECT_NAMES[change.subject]}“{title}”"
    shown = [one for one in change.fields if one.key not in _ASIDE and len(f"{one.old}{one.new}") <= _SHORT]
    named = [(_NAMED.get(one.key, one.name), one) for one in shown if one.old and one.new]
    own = "，".join(f"{name}由“{one.old}”改为“{one.new}”" for name, one in named)
    return f"{'' if change.subject in _SELF_TOLD else title}{own}" if own else ""


def _evidence(change: Change, old: Document, new: Document) -> Iterator[Evidence]:
    for document, sides in ((old, change.old), (new, change.new)):
        revision = document.revision if document.id == new.id and document is not new else None
        for side in sides:
            place = Place(document_id=document.id, document_name=document.name, page=side.page, line=side.line)
            yield Evidence(quote=side.quote, place=place, revision=revision)

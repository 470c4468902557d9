"""Whether a document is in force on a day, and how the documents of a library bear on one another: what repeals,
revises or rests on what, linked by 文号 and title.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache

from assistant.shape import Shape
from corpus.document import Document, Reference
from corpus.facts import Library
from corpus.folding.dates import day_to_text
from corpus.quoting import compact


class Standing(StrEnum):
    """in_force: today lies within what is printed; void: whoever publishes it marks it so; unstated: nothing is printed
    about it.
    """

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"
    EXPIRED = "expired"
    REPEALED = "repealed"
    VOID = "void"
    UNSTATED = "unstated"


class RelationKind(StrEnum):
    """How a document bears on another, seen from it."""

    BASED_ON = "based_on"
    BASIS_OF = "basis_of"
    REPEALS = "repeals"
    REPEALED_BY = "repealed_by"
    REVISES = "revises"
    REVISED_BY = "revised_by"


_BACK: Mapping[RelationKind, RelationKind] = {
    RelationKind.BASED_ON: RelationKind.BASIS_OF,
    RelationKind.REPEALS: RelationKind.REPEALED_BY,
    RelationKind.REVISES: RelationKind.REVISED_BY,
}
RELATION_NAMES: Mapping[RelationKind, str] = {
    RelationKind.BASED_ON: "依据",
    RelationKind.BASIS_OF: "据以制定的文件",
    RelationKind.REPEALS: "废止",
    RelationKind.REPEALED_BY: "被以下文件废止",
    RelationKind.REVISES: "修订",
    RelationKind.REVISED_BY: "被以下文件修订",
}
_LATER = frozenset({RelationKind.REPEALED_BY, RelationKind.REVISED_BY})
_OVER = frozenset({Standing.EXPIRED, Standing.REPEALED, Standing.VOID})
_SHORTEST = 8


class Relation(Shape):
    """One document that another names, or that names it."""

    kind: RelationKind
    """How the document bears on the other: based_on, repeals, revises, or the other way round."""
    name: str
    """The other, as cited: 《标题》（文号）."""
    document_id: str | None
    """Id of the other; null where it is not in the library."""
    quote: str
    """The words that say so."""
    place: str
    """Where they stand, as an official would cite it."""
    said_in: str
    """Id of the document that says so."""
    line: int
    """Line of its text, from 1."""


class Validity(Shape):
    """Whether a document is in force on a day, why, and what it has to do with others."""

    standing: Standing
    """in_force, not_yet, expired, repealed or unstated."""
    reason: str
    """One Chinese sentence."""
    relations: tuple[Relation, ...]
    """What it rests on, repeals and revises, and what says so of it."""


def today() -> date:
    """The day that it is where the program runs."""
    return datetime.now().astimezone().date()


def validity(library: Library, document_id: str, day: date) -> Validity:
    """How a document stands on a day; raises UnknownDocument."""
    document = library.document(document_id)
    relations = _relations(library).get(document_id, ())
    standing, reason = _standing(document, relations, library, day)
    return Validity(standing=standing, reason=reason, relations=relations)


def is_over(library: Library, document_id: str, day: date) -> bool:
    """Whether a document is expired or repealed."""
    return validity(library, document_id, day).standing in _OVER


def standing_words(library: Library, document_id: str, day: date) -> str | None:
    """What a citation of the document must say of it: 已废止, 已过有效期, 已被修改; None where it need not."""
    found = validity(library, document_id, day)
    revised = any(
        one.kind is RelationKind.REVISED_BY
        and _begun(library, one.said_in, day)
        and not library.document(one.said_in).metadata.extends_to
        for one in found.relations
    )
    words = {Standing.EXPIRED: "已过有效期", Standing.REPEALED: "已废止", Standing.VOID: "已失效"}
    return words.get(found.standing, "已被修改" if revised else None)


def in_force(library: Library, day: date) -> tuple[str, ...]:
    """The documents of a library that are neither expired nor repealed; all of them where none is left."""
    left = tuple(document_id for document_id in library.documents if not is_over(library, document_id, day))
    return left or tuple(library.documents)


def later(library: Library, documents: Iterable[str]) -> set[str]:
    """The documents that repeal or revise some of these."""
    return {one.said_in for document in documents for one in _relations(library)[document] if one.kind in _LATER}


def outdated(library: Library, documents: Collection[str], day: date) -> frozenset[str]:
    """Those of some documents (of all where none is given) that are repealed by others of them."""
    every = set(documents or library.documents)
    return frozenset(one for one in every if is_over(library, one, day) and later(library, (one,)) & every)


def _standing(document: Document, relations: Iterable[Relation], library: Library, day: date) -> tuple[Standing, str]:
    """How it stands, and the sentence that says why, in words that its quotes bear out."""
    metadata = document.metadata
    begun = [one for one in relations if _begun(library, one.said_in, day)]
    repealing = next((one for one in begun if one.kind is RelationKind.REPEALED_BY), None)
    stated = metadata.effective_on is not None or metadata.expires_on is not None
    said = f"{_begins(document)}，{_ends(document)}"
    if repealing is not None:
        return Standing.REPEALED, f"已被{repealing.name}废止{f'（{said}）' if stated else ''}。"
    if metadata.void:
        return Standing.VOID, f"已失效：发布时标明“{metadata.quotes['void']}”{f'（{said}）' if stated else ''}。"
    revising = [one for one in begun if one.kind is RelationKind.REVISED_BY]
    if not stated and not revising:
        return Standing.UNSTATED, "文件未写施行日期和有效期，库内也没有文件写明将其废止。"
    extended = {one.name: until for one in revising if (until := library.document(one.said_in).metadata.extends_to)}
    revised = "、".join(one.name for one in revising if one.name not in extended)
    tail = "".join(f"，有效期由{name}延长到{day_to_text(until)}为止" for name, until in extended.items())
    said += f"{tail}{f'，已由{revised}修改' if revised else ''}。"
    expires = max(extended.values(), default=metadata.expires_on)
    if expires and expires < day:
        return Standing.EXPIRED, f"已过有效期：{said}"
    if metadata.effective_on and metadata.effective_on > day:
        return Standing.NOT_YET, f"尚未施行：{said}"
    return Standing.IN_FORCE, f"在有效期内：{said}" if expires else said


def _begins(document: Document) -> str:
    day = document.metadata.effective_on
    if day is None:
        return "文件未写施行日期"
    printed = "之日起" not in compact(document.metadata.quotes["effective_on"])
    return f"自{day_to_text(day)}起施行" if printed else "自印发之日起施行"


def _ends(document: Document) -> str:
    metadata = document.metadata
    if metadata.valid_for:
        return f"有效期{metadata.valid_for}"
    return f"有效期到{day_to_text(metadata.expires_on)}为止" if metadata.expires_on else "未写有效期"


def _begun(library: Library, document_id: str, day: date) -> bool:
    begins = library.document(document_id).metadata.effective_on
    return begins is None or begins <= day


@lru_cache(maxsize=4)
def _relations(library: Library) -> Mapping[str, tuple[Relation, ...]]:
    """By document, its relations: those it states, then those that others state of it."""
    found: dict[str, list[Relation]] = {document_id: [] for document_id in library.documents}
    stated = [item for document in library.documents.values() for item in _stated(document)]
    for document, kind, reference in stated:
        other = _named(library, reference, document.id)
        found[document.id].append(_relation(document, kind, reference.name, other))
    for document, kind, reference in stated:
        other = _named(library, reference, document.id)
        if other is not None:
            found[other].append(_relation(document, _BACK[kind], document.name, document.id))
    return {document_id: tuple(relations) for document_id, relations in found.items()}


def _stated(document: Document) -> Iterator[tuple[Document, RelationKind, Reference]]:
    for kind in _BACK:
        for reference in getattr(document.metadata, kind.value):
            yield document, kind, reference


def _named(library: Library, reference: Reference, but: str) -> str | None:
    """The document of the library that a reference means: by its 文号, else by its title."""
    others = [one for one in library.documents.values() if one.id != but]
    if reference.doc_number:
        numbered = next((one.id for one in others if one.metadata.doc_number == reference.doc_number), None)
        if numbered is not None:
            return numbered
    title = compact(reference.title)
    if len(title) < _SHORTEST:
        return None
    return next((one.id for one in others if compact(one.metadata.title).endswith(title)), None)


def _relation(said_in: Document, kind: RelationKind, name: str, document_id: str | None) -> Relation:
    field = next((stated.value for stated, back in _BACK.items() if kind in (stated, back)), kind.value)
    place = said_in.metadata.places[field]
    return Relation(
        kind=kind,
        name=name,
        document_id=document_id,
        quote=said_in.metadata.quotes[field],
        place=str(place),
        said_in=said_in.id,
        line=place.line,
    )

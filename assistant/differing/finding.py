"""The documents that a difference is asked of: as they are, or as they were at a revision."""

from assistant.differing.difference import Stated
from assistant.keeping.revisions import RevisionStore
from corpus.document import Document
from corpus.errors import BadRequest
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library

_AT = "@"


def find_stated(library: Library, revisions: RevisionStore, document_id: str, revision: str | None = None) -> Stated:
    """A document as it is, or as it was at `revision`; raises UnknownDocument, UnknownRevision."""
    now = library.documents.get(document_id)
    if revision is None or (now is not None and now.revision == revision):
        return library.document(document_id), library.facts[document_id]
    return stated_facts(revisions.get(document_id, revision))


def stated_facts(document: Document) -> Stated:
    """A document that is in no library, with what it states."""
    return document, document_to_facts(document)


def named(text: str) -> tuple[str, str | None]:
    """The id and the revision of what is written ID or ID@REVISION. Raises BadRequest where either is empty."""
    document_id, at, revision = text.partition(_AT)
    if not document_id or (at and not revision):
        raise BadRequest(f"看不懂“{text}”。", "请写文件编号，或“编号@版本”。")
    return document_id, revision or None

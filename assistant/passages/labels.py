"""How documents are called in an answer. Knows nothing of questions."""

from collections.abc import Iterable

from corpus.facts import Library

__all__ = ["document_label", "region_names"]


def document_label(library: Library, document_id: str) -> str:
    """The short name of a document's place (青浦); its title where it has none."""
    document = library.document(document_id)
    return document.source.regions[0] if document.source.regions else f"《{document.metadata.title}》"


def region_names(library: Library, documents: Iterable[str]) -> tuple[str, ...]:
    """Every name of the places that the documents are about."""
    return tuple(name for document_id in documents for name in library.document(document_id).source.regions)

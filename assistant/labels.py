"""How documents are called in an answer. Knows nothing of questions."""

import re
from collections.abc import Iterable

from corpus.facts import Library

__all__ = ["document_label", "region_names"]


_YEARS = re.compile(r"[（(〔\[]\s?\d{4}[^（()）]{0,14}[)）〕\]]\s?$")
"""They belong to no statement: a reader would take them for numbers of the answer, and so does its verification."""


def document_label(library: Library, document_id: str) -> str:
    """The short name of a document's place (青浦); its title without the years behind it where it has none."""
    document = library.document(document_id)
    title = _YEARS.sub("", document.metadata.title)
    return document.source.regions[0] if document.source.regions else f"《{title}》"


def region_names(library: Library, documents: Iterable[str]) -> tuple[str, ...]:
    """Every name of the places that the documents are about."""
    return tuple(name for document_id in documents for name in library.document(document_id).source.regions)

"""A folder to a library: every document read and its facts parsed. The one place where reading meets extraction."""

from collections.abc import Callable, Iterable
from pathlib import Path

from corpus.document import Document
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.manifest import ManifestEntry, read_manifest
from corpus.reading.document import read_document


def _ignore(_: str) -> None:
    """Nobody wants to know."""


def folder_to_library(folder: Path, on_document: Callable[[str], None] = _ignore) -> Library:
    """The library of all documents of a corpus folder, in manifest order.

    `on_document` is called with each id before its document is read. Raises UnreadableDocument and BadRequest.
    """
    return documents_to_library(_read(entry, on_document) for entry in read_manifest(folder))


def documents_to_library(documents: Iterable[Document]) -> Library:
    """The library of these documents, in their order, with the facts of each."""
    read = list(documents)
    return Library(read, [document_to_facts(document) for document in read])


def _read(entry: ManifestEntry, on_document: Callable[[str], None]) -> Document:
    on_document(entry.id)
    return read_document(entry.file, document_id=entry.id, regions=entry.regions)

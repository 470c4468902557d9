"""The five documents, read once for all tests of reading."""

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.manifest import read_manifest
from corpus.reading.document import read_document

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.fixture(scope="session")
def documents() -> dict[str, Document]:
    return {
        entry.id: read_document(entry.file, document_id=entry.id, regions=entry.regions)
        for entry in read_manifest(DOCUMENTS)
    }

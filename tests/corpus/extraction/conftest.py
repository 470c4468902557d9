import pytest

from corpus.extraction.facts import document_to_facts
from corpus.reading.document import read_document
from tests.corpus.extraction.building import DOCUMENTS

FILES = {"qingpu": "000", "suzhou": "001", "taiyuan": "002", "lucheng": "003", "jiaxing": "004"}


@pytest.fixture(scope="session")
def documents():
    return {
        name: read_document(next(DOCUMENTS.glob(f"{number}_*.txt")), document_id=name) for name, number in FILES.items()
    }


@pytest.fixture(scope="session")
def facts(documents):
    return {name: document_to_facts(document) for name, document in documents.items()}

from pathlib import Path

import pytest

from assistant.understanding.understanding import question_to_query
from corpus.understanding import folder_to_library

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.fixture(scope="session")
def library():
    """The five documents with their facts."""
    return folder_to_library(DOCUMENTS)


@pytest.fixture
def query(library):
    """From a question over the five documents to its Query."""
    return lambda question, *documents: question_to_query(question, library, documents)

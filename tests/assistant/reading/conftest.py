import pytest

from tests.assistant.making import five_documents


@pytest.fixture(scope="session")
def library():
    """The five documents with their facts."""
    return five_documents()

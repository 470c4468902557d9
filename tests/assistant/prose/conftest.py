import pytest

from tests.assistant.lexical import lexical_index


@pytest.fixture(scope="session")
def index():
    """The five documents, found by their characters only."""
    return lexical_index()

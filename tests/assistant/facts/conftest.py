from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.citing import draft_problems
from assistant.draft import Draft
from corpus.understanding import folder_to_library

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.fixture(scope="session")
def library():
    """The five documents with their facts."""
    return folder_to_library(DOCUMENTS)


@pytest.fixture(scope="session")
def index(library):
    """The library as answerers see it, without vectors."""
    return SimpleNamespace(library=library, pending=True, closeness=lambda *_: {})


@pytest.fixture
def best(index):
    """From an answerer and an Ask to the text of the first candidate, which must stand on its quotes."""

    def told(answerer, ask):
        candidates = answerer(ask, index)
        for one in candidates:
            if isinstance(one.outcome, Draft):
                assert draft_problems(one.outcome, index.library, ask.gist) == []
        first = candidates[0].outcome
        return "\n".join(one.text for one in first.statements) if isinstance(first, Draft) else first.message

    return told

from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.citing import draft_problems, quote_problems
from assistant.draft import Draft
from assistant.fact_answers.answering import FACT_ANSWERERS
from assistant.understanding.understanding import question_to_query
from corpus.understanding import folder_to_library

DOCUMENTS = Path(__file__).parents[3] / "corpus" / "documents"


@pytest.fixture(scope="session")
def library():
    """The five documents with their facts."""
    return folder_to_library(DOCUMENTS)


@pytest.fixture
def answer(library):
    """From a question to the first outcome of the fact answerers, which must stand on its quotes."""

    def outcome(question):
        query = question_to_query(question, library)
        index = SimpleNamespace(library=library)
        found = next((one for answerer in FACT_ANSWERERS if (one := answerer(query, index)) is not None), None)
        if isinstance(found, Draft):
            assert draft_problems(found, library, query.text) == []
        elif found is not None:
            assert quote_problems(found.correction, library) == []
        return found

    return outcome


@pytest.fixture
def told(answer):
    """The words of the answer, its statements one behind the other."""
    return lambda question: "\n".join(statement.text for statement in answer(question).statements)

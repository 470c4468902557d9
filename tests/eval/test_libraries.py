"""The libraries of the gold: every question rests on words of its library's documents."""

from pathlib import Path

import pytest

from corpus.folding.characters import fold
from corpus.manifest import read_manifest
from corpus.quoting import compact
from corpus.reading.document import read_document
from eval.gold import alternatives, read_gold
from eval.measures.correctness import fault
from eval.mutations import ideal_response

GOLD = Path(__file__).parents[2] / "eval" / "gold"
LIBRARIES = sorted(path.parent for path in GOLD.glob("[ruvw][0-9]*/questions.jsonl"))


def items_of(folder):
    """The questions of all sets of a library."""
    return [item for path in sorted(folder.glob("questions*.jsonl")) for item in read_gold(path)]


@pytest.fixture(scope="module", params=LIBRARIES, ids=lambda folder: folder.name)
def library(request):
    """A library's folder, and the text of each document by its id."""
    entries = read_manifest(request.param / "documents")
    texts = {entry.id: compact(read_document(entry.file, document_id=entry.id).text) for entry in entries}
    return request.param, texts


def test_evidence_stands_in_its_library(library):
    """Cells of a row stand apart by | in the gold; figures of full width are the same."""
    folder, texts = library
    every = fold("".join(texts.values()).replace("|", ""))
    for item in items_of(folder):
        for entry in item.evidence:
            assert any(fold(compact(words).replace("|", "")) in every for words in alternatives(entry)), (
                item.id,
                entry,
            )


def test_every_answer_is_right_by_its_own_measure(library):
    folder, texts = library
    for item in items_of(folder):
        assert set(item.docs) <= set(texts), item.id
        for gold in item.questions:
            assert fault(gold, ideal_response(gold)) is None, (item.id, fault(gold, ideal_response(gold)))

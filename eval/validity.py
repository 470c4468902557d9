"""How exactly validity is read, against what a reader wrote down (eval/gold/validity.jsonl): F1 over fields.

python -m eval.validity                       # the documents of the repository
python -m eval.validity --more FOLDER         # and all of a folder that the gold knows by title
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from pydantic import BaseModel

from corpus.document import Document, Metadata, Reference
from corpus.manifest import read_manifest
from corpus.reading.document import read_document
from eval.extraction import F1, f1_of_multisets
from eval.gold import GOLD, read_lines
from eval.others import OTHERS

_FOLDERS = (Path("corpus/documents"), OTHERS / "documents", GOLD / "validity" / "documents")
_FIELDS = ("effective_on", "valid_for", "expires_on", "based_on", "repeals", "revises", "extends_to")
_READABLE = frozenset({".txt", ".md", ".html", ".pdf", ".docx"})


class GoldValidity(BaseModel):
    """What a document says of its force; what is left out it does not say."""

    title: str
    effective_on: str | None = None
    valid_for: str | None = None
    expires_on: str | None = None
    based_on: tuple[Reference, ...] = ()
    repeals: tuple[Reference, ...] = ()
    revises: tuple[Reference, ...] = ()
    extends_to: str | None = None


def score_validity(documents: Iterable[Document]) -> tuple[int, F1]:
    """How many of the documents the gold knows, and the F1 of their fields."""
    known = {line.title: line for line in read_lines(GOLD / "validity.jsonl", GoldValidity)}
    judged = [document for document in documents if document.metadata.title in known]
    expected = [one for document in judged for one in _said(document.id, known[document.metadata.title])]
    found = [one for document in judged for one in _said(document.id, document.metadata)]
    return len(judged), f1_of_multisets(found, expected)


def _said(document_id: str, stated: GoldValidity | Metadata) -> list[str]:
    values = [(field, getattr(stated, field)) for field in _FIELDS]
    each = [(field, one) for field, value in values for one in (value if isinstance(value, tuple) else (value,))]
    return [f"{document_id}|{field}|{one.name if isinstance(one, Reference) else one}" for field, one in each if one]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print how many documents were judged and the F1."""
    parser = argparse.ArgumentParser(prog="python -m eval.validity")
    parser.add_argument("--more", type=Path, action="append", default=[], help="a folder of further documents")
    chosen = parser.parse_args(arguments)
    paths = [entry.file for folder in _FOLDERS for entry in read_manifest(folder)]
    paths += [path for folder in chosen.more for path in sorted(folder.iterdir()) if path.suffix in _READABLE]
    count, score = score_validity(map(read_document, paths))
    sys.stdout.write(f"{count} documents, {score.expected} fields: F1 {score.value:.3f}\n")


if __name__ == "__main__":
    main()

"""The five documents as they are printed."""

import tomllib
from pathlib import Path

import pytest

from corpus.quoting import SourceText

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="session")
def sources():
    """By id, the texts of the five documents as they are printed."""
    entries = tomllib.loads((DOCUMENTS / "manifest.toml").read_text(encoding="utf-8"))["document"]
    return {entry["id"]: SourceText((DOCUMENTS / entry["file"]).read_text(encoding="utf-8")) for entry in entries}

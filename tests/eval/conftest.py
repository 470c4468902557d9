"""The five documents, and the real assistant over them, with the real model."""

import tomllib
from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.updating import build
from assistant.wiring import open_assistant, open_encoder
from corpus.quoting import SourceText

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


@pytest.fixture(scope="session")
def sources():
    """By id, the texts of the five documents as they are printed."""
    entries = tomllib.loads((DOCUMENTS / "manifest.toml").read_text(encoding="utf-8"))["document"]
    return {entry["id"]: SourceText((DOCUMENTS / entry["file"]).read_text(encoding="utf-8")) for entry in entries}


@pytest.fixture(scope="session")
def real_assistant(pytestconfig):
    """Built from the documents as they are; the model and the vectors of unchanged passages are kept between runs."""
    settings = Settings(data_dir=pytestconfig.cache.mkdir("assistant"))
    encoder = open_encoder(settings)
    build(settings, encoder=encoder)
    return open_assistant(settings, encoder)

"""The real assistant over the five documents, with the real model, built once a session."""

import pytest

from assistant.settings import Settings
from assistant.updating import build
from assistant.wiring import open_assistant, open_encoder


@pytest.fixture(scope="session")
def real_assistant(tmp_path_factory):
    settings = Settings(data_dir=tmp_path_factory.mktemp("data"))
    encoder = open_encoder(settings)
    build(settings, encoder=encoder)
    return open_assistant(settings, encoder)

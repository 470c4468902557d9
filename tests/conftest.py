"""What tests of several rooms share: the real assistant over the five documents, with the real model."""

import pytest

from assistant.settings import Settings
from assistant.updating import build
from assistant.wiring import open_assistant, open_encoder


@pytest.fixture(scope="session")
def real_assistant(pytestconfig):
    """Built from the documents as they are; the model and the vectors of unchanged passages are kept between runs."""
    settings = Settings(data_dir=pytestconfig.cache.mkdir("assistant"))
    encoder = open_encoder(settings)
    build(settings, encoder=encoder)
    return open_assistant(settings, encoder)

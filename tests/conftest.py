"""What tests of several rooms share: the real assistant over the five documents, with the real model."""

import os

import pytest

from assistant.settings import Settings
from assistant.updating import build
from assistant.wiring import open_assistant, open_encoder


@pytest.fixture(scope="session", autouse=True)
def _no_waiting_for_the_disk():
    """What is written must outlive a process that is killed, which it does without; not the power, in tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _descriptor: None)
        yield


@pytest.fixture(scope="session")
def real_assistant(pytestconfig):
    """Built from the documents as they are; the model and the vectors of unchanged passages are kept between runs."""
    settings = Settings(data_dir=pytestconfig.cache.mkdir("assistant"))
    encoder = open_encoder(settings)
    build(settings, encoder=encoder)
    return open_assistant(settings, encoder)


def pytest_collection_modifyitems(items):
    """Files with the model, a browser or servers first: what takes long is not to be what is waited for at the end."""
    long = {item.path for item in items if any(item.get_closest_marker(name) for name in ("model", "browser", "long"))}
    items.sort(key=lambda item: item.path not in long)

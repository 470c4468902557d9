"""A real index of the real documents, with a fake encoder: everything but the model is as shipped."""

import logging
import threading
from functools import partial

import pytest
import structlog
from fastapi.testclient import TestClient

from api.app import create_app
from api.logs import configure_logs
from api.opening import Opening, Parts
from api.updates import Changes
from assistant.settings import Settings
from assistant.updating import add_documents, build, remove_document, replace_document
from assistant.wiring import current_generation, open_assistant, open_library
from tests.api.live import live_server
from tests.described import defaults
from tests.indexing.fakes import FakeEncoder


@pytest.fixture(autouse=True, scope="module")
def _quiet_logs():
    loggers = [logging.getLogger(name) for name in ("", "api", "assistant", "corpus", "indexing")]
    before = [(logger, logger.level, list(logger.handlers)) for logger in loggers]
    configure_logs("error", "text")
    yield
    structlog.reset_defaults()
    for logger, level, handlers in before:
        logger.setLevel(level)
        logger.handlers = handlers


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory):
    """An index of the packaged documents; not to be changed."""
    folder = tmp_path_factory.mktemp("data")
    build(Settings(data_dir=folder), encoder=FakeEncoder())
    return folder


@pytest.fixture(scope="session")
def settings(data_dir):
    return Settings(data_dir=data_dir)


@pytest.fixture(scope="session")
def library(settings):
    return open_library(settings)


@pytest.fixture(scope="session")
def assistant(settings):
    return open_assistant(settings, FakeEncoder())


def app_over(settings, encoder=None):
    """The application over the index of these settings."""
    settings = settings.model_copy(update={"allowed_hosts": "testserver"})
    encoder = encoder or FakeEncoder()
    parts = Parts(
        partial(current_generation, settings),
        partial(open_library, settings),
        partial(open_assistant, settings, encoder),
        lambda assistant: assistant.index.load(),
    )
    changes = Changes(
        *(partial(one, settings, encoder=encoder) for one in (add_documents, replace_document, remove_document))
    )
    return create_app(Opening(parts, interval=0.05), changes, settings)


def wait_until(condition, seconds=30.0):
    """Return once the condition holds; fail when it does not in time."""
    pause = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if condition():
            return
        pause.wait(0.02)
    pytest.fail("it did not happen in time")


@pytest.fixture(scope="session")
def client(settings):
    with TestClient(app_over(settings)) as made:
        wait_until(lambda: made.get("/readyz").status_code == 200)
        yield made


@pytest.fixture(scope="session")
def live(data_dir, tmp_path_factory):
    """A server in a process of its own; not to be changed."""
    with live_server(data_dir, tmp_path_factory.mktemp("live")) as running:
        yield running


@pytest.fixture
def clean_environment(monkeypatch):
    for variable in defaults():
        monkeypatch.delenv(variable, raising=False)

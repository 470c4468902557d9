"""Stores over a fresh database."""

import pytest

from tests.assistant.keeping.kept import SetClock, keeping_in


@pytest.fixture
def clock():
    return SetClock()


@pytest.fixture
def keeping(tmp_path, clock):
    made = keeping_in(tmp_path, clock=clock)
    yield made
    made.close()

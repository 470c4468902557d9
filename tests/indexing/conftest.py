"""Shared by the tests of indexing: built indexes with the fake encoder, and the real model unpacked once a session."""

import pytest

from indexing.build import build_index
from indexing.embedding import Embedder
from indexing.index import open_index
from tests.indexing.fakes import FakeEncoder, small_library


@pytest.fixture
def data_dir(tmp_path):
    build_index(small_library(), tmp_path, FakeEncoder())
    return tmp_path


@pytest.fixture
def index(data_dir):
    return open_index(data_dir, FakeEncoder())


@pytest.fixture(scope="session")
def embedder(tmp_path_factory):
    return Embedder(tmp_path_factory.mktemp("model"))

"""Where uploads lie: gone after the request, and swept up after a killed server."""

import os
import time

import pytest

from api.uploads import incoming_folder, sweep_incoming
from corpus.errors import DataDirUnusable


def test_a_folder_is_gone_whatever_happens(tmp_path):
    def fail():
        with incoming_folder(tmp_path) as folder:
            (folder / "0").write_text("x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert not list((tmp_path / "incoming").iterdir())


def test_what_a_killed_server_left_is_swept_up_and_what_is_in_use_is_not(tmp_path):
    for name, age in (("old", 2 * 86_400), ("fresh", 60)):
        folder = tmp_path / "incoming" / name
        folder.mkdir(parents=True)
        os.utime(folder, (time.time() - age,) * 2)
    sweep_incoming(tmp_path)
    assert [path.name for path in (tmp_path / "incoming").iterdir()] == ["fresh"]


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataDirUnusable), incoming_folder(tmp_path / "file"):
        pass


def test_what_a_killed_server_was_reading_is_swept_up_at_once(tmp_path):
    """Its lock is there and held by nobody; the folder of one that lives is held."""
    left = tmp_path / "incoming" / "left"
    left.mkdir(parents=True)
    (left / "lock").touch()
    with incoming_folder(tmp_path) as at_work:
        sweep_incoming(tmp_path)
        assert list((tmp_path / "incoming").iterdir()) == [at_work]

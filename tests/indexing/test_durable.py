import threading

import pytest

from corpus.errors import DataDirUnusable
from indexing.durable import locked, remove_folder, replace_file, unusable_becomes_clear, write_folder


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "CURRENT"
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["CURRENT"]


def test_a_folder_is_written_with_subfolders(tmp_path):
    write_folder(tmp_path / "a", {"x.json": b"1", "words/y.npy": b"2"})
    assert (tmp_path / "a" / "words" / "y.npy").read_bytes() == b"2"


def test_a_folder_is_removed_also_after_a_removal_that_was_killed(tmp_path):
    write_folder(tmp_path / ".removing-a", {"x": b"1"})
    write_folder(tmp_path / "a", {"x": b"1"})
    remove_folder(tmp_path / "a")
    remove_folder(tmp_path / "a")
    assert not list(tmp_path.iterdir())


def test_the_lock_lets_one_in_at_a_time(tmp_path):
    inside, worst = [], []

    def work():
        with locked(tmp_path / "lock"):
            inside.append(1)
            worst.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(worst) == 1


def test_what_the_system_says_becomes_a_clear_error(tmp_path):
    with pytest.raises(DataDirUnusable, match="No space left on device") as caught, unusable_becomes_clear(tmp_path):
        raise OSError(28, "No space left on device")
    assert "ASSISTANT_DATA_DIR" in caught.value.hint

"""A file that hangs, grows or kills its reader costs an error, not the caller."""

import logging
import os
import time
from pathlib import Path

import pytest

from corpus.errors import UnreadableDocument
from corpus.reading.sandbox import Limits, run_in_child
from corpus.reading.written import Written

LIMITS = Limits(memory=2**27, seconds=20)
SEEN = []


def writes(data, name):
    return Written(data.decode(), warnings=(name,))


def refuses(_data, name):
    raise UnreadableDocument(f"文件“{name}”坏了。", "换一个。")


def hangs(_data, _name):
    while True:
        time.sleep(1)


def grows(_data, _name):
    return Written("甲" * 2**30)


def dies(_data, _name):
    os.abort()


def is_defective(_data, _name):
    raise ZeroDivisionError


def logs(data, _name):
    logging.getLogger("some.library").error("cannot make out %s", data.decode())
    return Written("")


def remembers(data, _name):
    SEEN.append(data.decode())
    return Written("、".join(SEEN))


def test_what_libraries_log_of_a_file_does_not_reach_the_log(capfd):
    run_in_child(logs, "机密".encode(), "a.pdf", LIMITS, Written)
    assert "机密" not in capfd.readouterr().err


def test_what_is_written_comes_back():
    assert run_in_child(writes, "甲\f乙".encode(), "a.pdf", LIMITS, Written) == Written("甲\f乙", warnings=("a.pdf",))


def test_a_refusal_comes_back_as_it_was():
    with pytest.raises(UnreadableDocument) as caught:
        run_in_child(refuses, b"", "a.pdf", LIMITS, Written)
    assert (caught.value.message, caught.value.hint) == ("文件“a.pdf”坏了。", "换一个。")


@pytest.mark.timeout(30)
def test_a_reader_that_hangs_is_stopped():
    with pytest.raises(UnreadableDocument, match="超过 2 秒"):
        run_in_child(hangs, b"", "a.pdf", Limits(seconds=2), Written)


def test_a_reader_that_grows_is_stopped():
    with pytest.raises(UnreadableDocument, match="内存"):
        run_in_child(grows, b"", "a.pdf", LIMITS, Written)


@pytest.mark.parametrize("reader", [dies, is_defective])
def test_a_reader_that_dies_is_an_error_of_the_file(reader):
    with pytest.raises(UnreadableDocument, match="异常退出"):
        run_in_child(reader, b"", "a.pdf", LIMITS, Written)


def children_of(process):
    return Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()


def test_no_process_is_left_behind():
    """But for the one that the others are forked from."""
    with pytest.raises(UnreadableDocument):
        run_in_child(hangs, b"", "a.pdf", Limits(seconds=1), Written)
    assert not [one for child in children_of(os.getpid()) for one in children_of(child)]


def test_a_file_finds_nothing_of_another():
    """Each has a process that has read none before."""
    made = [run_in_child(remembers, name.encode(), "a.txt", LIMITS, Written).text for name in ("甲", "乙")]
    assert made == ["甲", "乙"]

"""Readings kept by content: found again, never trusted where damaged, dropped where nobody needs them."""

import pytest

from corpus.extraction.facts import document_to_facts
from corpus.reading.document import read_document
from indexing.readings import Read, Readings


@pytest.fixture
def read(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("临江市方案\n序号\t任务\t牵头单位\n1\t修路\t市交通局\n2\t种树\t市林业局\n", encoding="utf-8")
    document = read_document(file)
    return Read(document=document, facts=document_to_facts(document))


def test_what_was_kept_is_found_as_it_was(tmp_path, read):
    readings = Readings(tmp_path)
    readings.keep("k", read)
    assert readings.find("k") == read
    assert readings.find("other") is None


def test_a_damaged_reading_is_none(tmp_path, read):
    readings = Readings(tmp_path)
    readings.keep("k", read)
    (path,) = (tmp_path / "cache" / "readings").iterdir()
    path.write_bytes(path.read_bytes().replace("修路".encode(), "修桥".encode()))
    assert readings.find("k") is None
    path.write_bytes(b"")
    assert readings.find("k") is None


def test_a_key_depends_on_content_and_on_what_is_said_of_it(tmp_path):
    readings = Readings(tmp_path)
    keys = {
        readings.key("s", "id", "a.txt", ()),
        readings.key("s", "id", "b.txt", ()),
        readings.key("t", "id", "a.txt"),
    }
    assert len(keys) == 3
    assert readings.key("s", "id", ("甲",)) == Readings(tmp_path).key("s", "id", ("甲",))


def test_readings_that_nobody_needs_are_dropped(tmp_path, read):
    readings = Readings(tmp_path)
    for key in ("a", "b"):
        readings.keep(key, read)
    readings.forget_others({"b"})
    assert (readings.find("a"), readings.find("b")) == (None, read)

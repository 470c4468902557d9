"""A folder to a library."""

from pathlib import Path

import pytest

from corpus.errors import UnreadableDocument
from corpus.understanding import folder_to_library

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


def test_every_document_is_announced_and_has_its_facts():
    announced: list[str] = []
    library = folder_to_library(DOCUMENTS, announced.append)
    assert announced == ["qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"] == list(library.documents)
    assert set(library.facts) == set(library.documents)
    assert library.document("qingpu").source.regions[0] == "青浦"


def test_one_unreadable_file_is_named(tmp_path):
    (tmp_path / "good.txt").write_text("正文。", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00\x01")
    with pytest.raises(UnreadableDocument, match=r"bad\.txt"):
        folder_to_library(tmp_path)

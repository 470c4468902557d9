"""Texts that were cited stay readable after their document has changed."""

import pytest

from corpus.errors import UnknownRevision
from corpus.reading.document import read_document

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


def document(tmp_path, text=RIVER):
    path = tmp_path / "river.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path)


def test_the_text_makes_the_revision(tmp_path):
    one, other = document(tmp_path), document(tmp_path, RIVER.replace("30", "40"))
    assert one.revision == document(tmp_path).revision
    assert one.revision != other.revision


def test_every_text_a_document_had_can_be_read_again(keeping, tmp_path):
    one, other = document(tmp_path), document(tmp_path, RIVER.replace("30", "40"))
    keeping.revisions.keep([one])
    keeping.revisions.keep([other])
    keeping.revisions.keep([one, other])
    assert keeping.revisions.get("river", one.revision) == one
    assert keeping.revisions.get("river", other.revision) == other


@pytest.mark.parametrize(("name", "revision"), [("river", "0" * 16), ("market", "r")])
def test_a_text_that_was_not_kept_is_said(keeping, tmp_path, name, revision):
    keeping.revisions.keep([document(tmp_path)])
    with pytest.raises(UnknownRevision):
        keeping.revisions.get(name, revision)


def test_texts_can_be_forgotten(keeping, tmp_path):
    one = document(tmp_path)
    keeping.revisions.keep([one])
    assert keeping.revisions.forget("river") == 1
    with pytest.raises(UnknownRevision):
        keeping.revisions.get("river", one.revision)


def test_a_text_is_kept_as_it_is_read_now(keeping, tmp_path):
    """Another version of the program read the same words otherwise."""
    now = document(tmp_path)
    keeping.revisions.keep([now.model_copy(update={"blocks": now.blocks[:1]})])
    keeping.revisions.keep([now])
    assert keeping.revisions.get("river", now.revision) != now
    keeping.revisions.renew(now)
    assert keeping.revisions.get("river", now.revision) == now

"""Building, adding and removing: all or nothing."""

import pytest

from assistant.catalogue import Catalogue
from assistant.incoming import Incoming
from assistant.settings import Settings
from assistant.updating import add_documents, build, remove_document, replace_document
from assistant.wiring import current_generation, open_assistant, open_library
from corpus.errors import UnknownDocument, UnreadableDocument
from corpus.reading.document import read_document
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
MARKET = "临江市市场建设方案\n一、总体目标\n到2026年，新建农贸市场12家。\n"


@pytest.fixture
def settings(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "river.txt").write_text(RIVER, encoding="utf-8")
    return Settings(data_dir=tmp_path / "data", corpus=folder)


@pytest.fixture
def market(tmp_path):
    path = tmp_path / "market.txt"
    path.write_text(MARKET, encoding="utf-8")
    return Incoming(path=path, name=path.name)


def test_a_built_index_can_be_opened(settings):
    stages = []
    built = build(settings, encoder=FakeEncoder(), progress=lambda stage, *_: stages.append(stage))
    assert built.generation == current_generation(settings)
    assert list(open_library(settings).documents) == ["river"]
    assert "阅读文件" in stages
    assert open_assistant(settings, FakeEncoder()).index.id == built.generation


def test_where_nothing_changed_the_generation_stays_unless_asked(settings):
    first = build(settings, encoder=FakeEncoder())
    assert build(settings, encoder=FakeEncoder()).generation == first.generation
    assert build(settings, encoder=FakeEncoder(), rebuild=True).generation != first.generation


def test_an_added_document_can_be_searched_and_survives_a_rebuild(settings, market):
    build(settings, encoder=FakeEncoder())
    built, ids = add_documents(settings, [market], encoder=FakeEncoder())
    assert ids == ["market"]
    assert list(built.library.documents) == ["river", "market"]
    hits = open_assistant(settings, FakeEncoder()).search("农贸市场")
    assert hits[0].chunk.document_id == "market"
    assert list(build(settings, encoder=FakeEncoder(), rebuild=True).library.documents) == ["river", "market"]


def test_one_unreadable_file_leaves_everything_as_it_was(settings, market, tmp_path):
    before = build(settings, encoder=FakeEncoder()).generation
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    with pytest.raises(UnreadableDocument, match=r"empty\.txt"):
        add_documents(settings, [market, Incoming(path=empty, name="empty.txt")], encoder=FakeEncoder())
    assert current_generation(settings) == before
    assert [entry.id for entry in Catalogue(settings.data_dir, settings.corpus).entries()] == ["river"]
    assert not list((settings.data_dir / "documents").glob("*.txt"))


def test_a_removed_document_is_gone_from_the_index(settings, market):
    build(settings, encoder=FakeEncoder())
    add_documents(settings, [market], encoder=FakeEncoder())
    remove_document(settings, "river", encoder=FakeEncoder())
    assert list(open_library(settings).documents) == ["market"]
    with pytest.raises(UnknownDocument):
        remove_document(settings, "river", encoder=FakeEncoder())


def test_a_replaced_document_keeps_its_id_and_its_successor_is_searched(settings, market):
    first = build(settings, encoder=FakeEncoder())
    built = replace_document(settings, "river", market, encoder=FakeEncoder())
    assert list(built.library.documents) == ["river"]
    assert built.generation != first.generation
    assert open_assistant(settings, FakeEncoder()).search("农贸市场")[0].chunk.document_id == "river"
    assert replace_document(settings, "river", market, encoder=FakeEncoder()).generation == built.generation


def test_a_successor_that_cannot_be_read_leaves_the_document_as_it_was(settings, tmp_path):
    before = build(settings, encoder=FakeEncoder()).generation
    (tmp_path / "empty.txt").write_bytes(b"")
    with pytest.raises(UnreadableDocument, match=r"empty\.txt"):
        replace_document(
            settings, "river", Incoming(path=tmp_path / "empty.txt", name="empty.txt"), encoder=FakeEncoder()
        )
    assert current_generation(settings) == before
    assert "生态护岸" in open_library(settings).document("river").text
    assert not list((settings.data_dir / "documents").glob("*.txt"))


def test_another_corpus_stays_chosen(settings, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "market.txt").write_text(MARKET, encoding="utf-8")
    build(settings, corpus=other, encoder=FakeEncoder())
    assert list(build(settings, encoder=FakeEncoder()).library.documents) == ["market"]


def test_adding_reads_only_what_is_new(settings, market, monkeypatch):
    build(settings, encoder=FakeEncoder())
    seen = []
    monkeypatch.setattr(
        "assistant.updating.read_document", lambda path, **named: seen.append(path.name) or read_document(path, **named)
    )
    built, _ = add_documents(settings, [market], encoder=FakeEncoder())
    assert len(seen) == 1
    assert [task.coverage.characters > 0 for task in built.library.documents.values()] == [True, True]
    build(settings, encoder=FakeEncoder(), rebuild=True)
    assert len(seen) == 1


def test_a_twin_is_told_when_it_is_added(settings, tmp_path):
    lines = "".join(f"第{at}项工作由市水利局会同有关单位在年底前完成并报告。\n" for at in range(8))
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(RIVER + lines, encoding="utf-8")
    second.write_text(RIVER + lines + "以上请认真贯彻落实到位。\n", encoding="utf-8")
    add_documents(settings, [Incoming(path=first, name=first.name)], encoder=FakeEncoder())
    built, _ = add_documents(settings, [Incoming(path=second, name=second.name)], encoder=FakeEncoder())
    assert built.document("second").coverage.twins == ("first",)


def test_a_twin_that_was_added_beside_a_document_can_still_take_its_place(settings, market, tmp_path):
    add_documents(settings, [market], encoder=FakeEncoder())
    newer = tmp_path / "newer.txt"
    newer.write_text(MARKET + "以上请认真贯彻落实到位。\n", encoding="utf-8")
    item = Incoming(path=newer, name=newer.name)
    add_documents(settings, [item], encoder=FakeEncoder())
    built = replace_document(settings, "market", item, encoder=FakeEncoder())
    assert list(built.library.documents) == ["river", "market"]
    assert "贯彻落实" in built.document("market").text

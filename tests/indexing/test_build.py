import os

import numpy as np
import pytest

from corpus.errors import DataDirUnusable, ModelUnavailable
from corpus.facts import Facts, Library, Unit
from indexing.build import build_index
from indexing.index import open_index
from indexing.store import current, current_id
from tests.indexing.fakes import FakeEncoder, Sheet, market_sheet, river_sheet, small_library


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_two_builds_are_equal_in_every_byte(tmp_path):
    for name in ("a", "b"):
        build_index(small_library(), tmp_path / name, FakeEncoder())
    first, second = current(tmp_path / "a"), current(tmp_path / "b")
    assert first.id == second.id
    assert contents(first.folder) == contents(second.folder)


def test_an_unchanged_corpus_is_not_built_again(data_dir):
    encoder = FakeEncoder()
    assert build_index(small_library(), data_dir, encoder) == current_id(data_dir)
    assert encoder.embedded == []


def test_rebuilding_embeds_nothing_that_is_known(data_dir):
    before, encoder = current_id(data_dir), FakeEncoder()
    after = build_index(small_library(), data_dir, encoder, rebuild=True)
    assert encoder.embedded == []
    assert int(after[4:8]) == int(before[4:8]) + 1
    assert before[9:] == after[9:]


def test_another_model_is_a_new_generation(data_dir):
    before = current_id(data_dir)
    assert build_index(small_library(), data_dir, FakeEncoder(fingerprint="other@1")) != before


def test_a_removed_document_is_gone_from_everything(data_dir):
    """From documents, facts, words, characters and vectors: nothing that only it says is left in any file."""
    build_index(small_library(river_sheet()), data_dir, FakeEncoder())
    index = open_index(data_dir, FakeEncoder())
    assert list(index.library.documents) == list(index.library.facts) == ["river"]
    assert {hit.chunk.document_id for hit in index.search("县商务局资金统筹农贸市场补助", limit=50)} <= {"river"}
    generation = current(data_dir)
    assert generation.manifest.chunks == len(index.chunks) == index._engine._vectors.count
    left = b"".join(contents(generation.folder).values())
    for words in ("market", "望山", "农贸", "快检", "县商务局", "2027"):
        assert words.encode() not in left, words


def test_adding_a_document_embeds_only_its_chunks(tmp_path):
    build_index(small_library(river_sheet()), tmp_path, FakeEncoder())
    build_index(small_library(), tmp_path, encoder := FakeEncoder())
    assert encoder.embedded
    assert all("望山" in text for text in encoder.embedded if "\n" in text)
    assert all(text in market_sheet().text for text in encoder.embedded if "\n" not in text)


def test_removing_a_document_and_adding_it_again_embeds_nothing(data_dir):
    for library in (small_library(river_sheet()), small_library()):
        build_index(library, data_dir, encoder := FakeEncoder())
        assert encoder.embedded == []


def test_replacing_a_document_embeds_only_what_is_new_in_it(data_dir):
    changed = river_sheet().paragraph("另设河道管护专班。")
    build_index(small_library(changed, market_sheet()), data_dir, encoder := FakeEncoder())
    assert len(encoder.embedded) == 2, "the passage and its sentence"
    assert all("河道管护专班" in text for text in encoder.embedded)


def test_words_that_another_document_brings_move_no_border(tmp_path):
    """A sentence too long for a chunk is cut at a word; a unit of another document stands across that border."""
    text = "建设" * 199 + "古渡镇建设局" + "建设" * 60
    long = Sheet("long", "长句方案").paragraph(text)
    other = Sheet("other", "别的方案").paragraph("由古渡镇建设局负责。")
    facts = [
        Facts(document_id="long"),
        Facts(document_id="other", units=(Unit(document_id="other", name="古渡镇", aliases=("古渡镇建设局",)),)),
    ]
    build_index(Library([long.document()], facts[:1]), tmp_path, FakeEncoder())
    build_index(Library([long.document(), other.document()], facts), tmp_path, encoder := FakeEncoder())
    assert len(encoder.embedded) == 2, "the passage and its sentence"
    assert all("古渡镇建设局负责" in text for text in encoder.embedded)


def test_progress_is_told_by_stage(tmp_path):
    seen = []
    build_index(small_library(), tmp_path, FakeEncoder(), lambda *step: seen.append(step))
    stages = list(dict.fromkeys(stage for stage, _, _ in seen))
    assert stages == ["切分与分词", "计算向量", "计算句子向量"]
    assert seen[-1][1] == seen[-1][2]


def test_a_failing_model_leaves_what_was_there(data_dir):
    class Broken(FakeEncoder):
        def _vector(self, _text):
            return np.full(self.dimension, np.nan, np.float32)

    before = current_id(data_dir)
    with pytest.raises(ModelUnavailable):
        build_index(small_library(market_sheet()), data_dir, Broken(fingerprint="broken@1"))
    assert current_id(data_dir) == before
    assert open_index(data_dir, FakeEncoder()).search("清淤")


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DataDirUnusable, match="无法写入"):
        build_index(small_library(), tmp_path / "file", FakeEncoder())


def test_a_full_disk_leaves_what_was_there(data_dir, monkeypatch):
    def full(_descriptor):
        raise OSError(28, "No space left on device")

    before = names_in(data_dir / "index")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataDirUnusable, match="No space left"):
        build_index(small_library(market_sheet()), data_dir, FakeEncoder())
    monkeypatch.undo()
    build_index(small_library(), data_dir, FakeEncoder())
    assert names_in(data_dir / "index") == before


def test_an_empty_library_makes_an_empty_index(tmp_path):
    build_index(Library((), ()), tmp_path, FakeEncoder())
    assert open_index(tmp_path, FakeEncoder()).search("清淤") == []

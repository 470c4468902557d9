"""Vectors of single sentences: which are kept, what a text is likened by, what is noticed when they are damaged."""

import numpy as np
import pytest

from corpus.errors import IndexDamaged
from indexing.build import build_index
from indexing.index import open_index
from indexing.sentence_vectors import SENTENCES, SentenceVectors, library_to_sentences
from indexing.store import current
from tests.indexing.fakes import FakeEncoder, river_sheet, small_library

TEXTS = ("对老城区河道实施清淤。", "推广垂柳、水杉等本地树种。")


def kept(*texts):
    return SentenceVectors.of(texts, FakeEncoder().encode_passages(texts))


def test_sentences_are_those_of_prose_and_cells_each_once_without_names_and_numbers():
    sentences = library_to_sentences(small_library(river_sheet().paragraph("推广垂柳、水杉等本地树种，建设滨水步道。")))
    assert sentences.count("推广垂柳、水杉等本地树种，建设滨水步道。") == 1
    assert "改造老旧管网18公里" in sentences
    assert "注：管网长度以竣工测量为准。" in sentences
    assert not {"区水务局", "清淤疏浚"}.intersection(sentences)


def test_a_text_is_as_near_as_its_nearest_sentence():
    query = FakeEncoder().encode_query("河道清淤")
    near = kept(*TEXTS).cosines(query, ("".join(TEXTS), *TEXTS))
    assert near["".join(TEXTS)] == max(near[TEXTS[0]], near[TEXTS[1]]) == near[TEXTS[0]]
    assert near[TEXTS[0]] == pytest.approx(FakeEncoder().encode_query(TEXTS[0]) @ query, abs=2e-3)


def test_a_text_without_a_known_sentence_is_left_out():
    assert kept(*TEXTS).cosines(FakeEncoder().encode_query("河道"), ("另设河道管护专班。", "")) == {}


def test_what_was_written_is_read_again():
    query = FakeEncoder().encode_query("河道清淤")
    again = SentenceVectors.from_bytes(kept(*TEXTS).to_bytes(), TEXTS, 32)
    assert again.cosines(query, TEXTS) == kept(*TEXTS).cosines(query, TEXTS)


@pytest.mark.parametrize("data", [b"", b"no vectors", kept(*TEXTS).to_bytes()[:-1], kept(TEXTS[0]).to_bytes()])
def test_other_bytes_are_damage(data):
    with pytest.raises(IndexDamaged):
        SentenceVectors.from_bytes(data, TEXTS, 32)


def test_vectors_that_hold_objects_are_not_unpacked(tmp_path):
    np.save(tmp_path / "a.npy", np.array([{}, {}]), allow_pickle=True)
    with pytest.raises(IndexDamaged):
        SentenceVectors.from_bytes((tmp_path / "a.npy").read_bytes(), TEXTS, 32)


def test_the_index_tells_which_sentence_is_nearest_without_a_second_vector_of_the_question(index):
    texts = ("推广垂柳、水杉等本地树种，建设滨水步道。", "对老城区12条河道实施清淤，由区水务局牵头，各街道配合。")
    near = index.closeness("老城区河道清淤", texts)
    assert near[texts[1]] > near[texts[0]]
    assert index.closeness("老城区河道清淤", ()) == {}
    numbers = np.array([number for text in texts for number in index.sentences_of(text)])
    assert index.nearness("老城区河道清淤", numbers).tolist() == [near[text] for text in texts]


def test_the_file_is_under_the_manifest_and_damage_to_it_is_noticed(data_dir):
    generation = current(data_dir)
    assert SENTENCES in generation.manifest.files
    (generation.folder / SENTENCES).write_bytes(b"")
    with pytest.raises(IndexDamaged):
        open_index(data_dir, FakeEncoder())


def test_while_vectors_are_pending_nothing_is_near(tmp_path):
    seen = []

    class Watching(FakeEncoder):
        def encode_passages(self, texts, progress=lambda *_: None):
            seen.append(open_index(tmp_path, FakeEncoder()).closeness("清淤", ["对老城区河道实施清淤。"]))
            return super().encode_passages(texts, progress)

    build_index(small_library(), tmp_path, Watching())
    assert seen == [{}, {}]


def test_progress_names_sentences(tmp_path):
    stages = {}
    build_index(
        small_library(), tmp_path, FakeEncoder(), lambda stage, done, total: stages.update({stage: (done, total)})
    )
    count = len(library_to_sentences(small_library()))
    assert stages["计算句子向量"] == (count, count)

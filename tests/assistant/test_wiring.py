"""The settings decide which store is searched."""

from assistant.settings import Settings
from assistant.updating import build
from assistant.wiring import open_assistant, open_store
from indexing.local import LocalStore
from indexing.milvus import MilvusStore
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


def test_words_and_vectors_are_kept_in_files_unless_a_database_is_asked_for(tmp_path):
    assert isinstance(open_store(Settings(data_dir=tmp_path)), LocalStore)
    assert isinstance(open_store(Settings(data_dir=tmp_path, store="milvus")), MilvusStore)


def test_with_a_database_the_index_is_built_and_searched_there(tmp_path):
    """No vectors in the folder of the generation; the passage is found all the same."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(
        data_dir=tmp_path / "data", corpus=tmp_path / "corpus", store="milvus", milvus_uri=str(tmp_path / "lite.db")
    )
    generation = build(settings, encoder=FakeEncoder()).generation
    names = {path.name for path in (settings.data_dir / "index" / generation).rglob("*")}
    assert "collection.json" in names
    assert "vectors.faiss" not in names
    hits = open_assistant(settings, FakeEncoder()).search("护岸多少公里")
    assert "30公里" in hits[0].chunk.text

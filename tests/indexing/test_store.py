import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.errors import IndexDamaged, IndexMissing, ModelUnavailable, UserError
from indexing.build import build_index
from indexing.generation import MANIFEST
from indexing.index import open_index
from indexing.store import building, current, current_id, open_library, sweep
from tests.indexing.fakes import FakeEncoder, market_sheet, river_sheet, small_library


def files_of(data_dir):
    """The files of the current generation, and the one that names it."""
    folder = current(data_dir).folder
    return [data_dir / "index" / "CURRENT", *sorted(path for path in folder.rglob("*") if path.is_file())]


def names_in(folder):
    return sorted(path.name for path in folder.iterdir())


def flip(path, at, bit=0):
    data = bytearray(path.read_bytes())
    data[at] ^= 1 << bit
    path.write_bytes(bytes(data))


def test_nothing_indexed_is_said_with_what_to_do(tmp_path):
    assert current_id(tmp_path) is None
    with pytest.raises(IndexMissing, match="policy-assistant index"):
        open_library(tmp_path)


def test_the_library_comes_back_as_it_was(data_dir):
    name, library = open_library(data_dir)
    assert name == current_id(data_dir)
    assert dict(library.documents) == dict(small_library().documents)
    assert dict(library.facts) == dict(small_library().facts)


def test_a_library_opens_without_heavy_imports(data_dir):
    """No torch, faiss, jieba, bm25s or sentence-transformers for tasks and comparisons."""
    code = (
        "import sys; from pathlib import Path; from indexing.store import open_library\n"
        f"open_library(Path({str(data_dir)!r}))\n"
        "print(sorted({'torch', 'faiss', 'jieba', 'bm25s', 'sentence_transformers'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_flipped_bit_anywhere_is_noticed(data_dir):
    """Every file in turn, at its beginning, middle and end: opening fails clearly, and mended it opens again."""
    for path in files_of(data_dir):
        whole = path.read_bytes()
        for at in {0, len(whole) // 2, len(whole) - 1}:
            if path.name == "CURRENT" and at == len(whole) - 1:
                continue  # the line's end carries nothing
            flip(path, at, bit=3)
            with pytest.raises(UserError) as caught:
                open_index(data_dir, FakeEncoder())
            assert caught.type is IndexDamaged, path
            path.write_bytes(whole)
    assert open_index(data_dir, FakeEncoder()).chunks


def test_a_missing_file_is_noticed(data_dir):
    (current(data_dir).folder / "facts.json").unlink()
    with pytest.raises(IndexDamaged, match=r"facts\.json"):
        open_library(data_dir)


def test_a_missing_generation_is_noticed(data_dir):
    shutil.rmtree(current(data_dir).folder)
    with pytest.raises(IndexDamaged, match=MANIFEST):
        open_library(data_dir)


def test_building_again_mends_a_damaged_index(data_dir):
    flip(current(data_dir).folder / "vectors.faiss", 100)
    build_index(small_library(), data_dir, FakeEncoder())
    assert open_index(data_dir, FakeEncoder()).chunks


@pytest.mark.parametrize(
    "garbled", [b"", b"\x00" * 80, b"gen-0001-zz", "第一代".encode(), b"gen-0009-0123abcd " + b"0" * 64]
)
def test_building_again_mends_a_garbled_pointer(data_dir, garbled):
    """Where CURRENT says nothing, or names what is not there: noticed by whoever reads, mended by whoever builds."""
    (data_dir / "index" / "CURRENT").write_bytes(garbled)
    with pytest.raises(IndexDamaged) as caught:
        open_index(data_dir, FakeEncoder())
    assert "--rebuild" in caught.value.hint
    name = build_index(small_library(), data_dir, FakeEncoder(), rebuild=True)
    assert open_index(data_dir, FakeEncoder()).id == name
    assert len(names_in(data_dir / "index")) <= 4


def test_a_garbled_pointer_costs_no_generation_where_building_fails(data_dir):
    """Until it is known which one is current, none is removed."""

    class Failing(FakeEncoder):
        def encode_passages(self, _texts, _progress):
            raise ModelUnavailable("模型中途退出。")

    kept, pointer = current(data_dir).folder, data_dir / "index" / "CURRENT"
    whole = pointer.read_bytes()
    pointer.write_bytes(b"garbled")
    with pytest.raises(ModelUnavailable):
        build_index(small_library(), data_dir, Failing(fingerprint="other@1"))
    assert kept.is_dir()
    pointer.write_bytes(whole)
    assert open_index(data_dir, FakeEncoder()).search("清淤")


def test_the_last_two_generations_are_kept(data_dir):
    libraries = (small_library(river_sheet()), small_library(market_sheet()), small_library())
    names = [build_index(library, data_dir, FakeEncoder()) for library in libraries]
    assert names_in(data_dir / "index") == ["CURRENT", *names[-2:], "lock"]


def test_leftovers_are_swept(data_dir):
    """What a kill can leave: a folder half written, one half removed, a generation never committed, a fresh CURRENT."""
    root = data_dir / "index"
    before = names_in(root)
    for name in (".building-77", ".removing-gen-0000-00000000", "gen-0009-0123abcd"):
        (root / name).mkdir()
        (root / name / "chunks.json").write_bytes(b"half")
    (root / ".CURRENT.new").write_bytes(b"gen")
    with building(data_dir):
        sweep(data_dir)
    assert names_in(root) == before


@pytest.mark.long
def test_killed_at_any_moment_the_old_generation_answers():
    """kill -9 at 20 moments spread over a build: what is current is whole, old or new, and the next start cleans up."""
    script = Path(__file__).with_name("killed_builds.py")
    run = subprocess.run([sys.executable, str(script), "20"], capture_output=True, text=True, timeout=280, check=False)
    assert run.returncode == 0, run.stderr
    assert "20 kills" in run.stdout

"""Which files make up a corpus, and how a mistake is answered."""

from pathlib import Path

import pytest

from corpus.errors import BadRequest, UnreadableDocument
from corpus.manifest import read_manifest

DOCUMENTS = Path(__file__).parents[2] / "corpus" / "documents"


def write(folder: Path, manifest: str, **files: str) -> Path:
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_the_five_documents_are_listed_in_order_with_their_regions():
    entries = read_manifest(DOCUMENTS)
    assert [entry.id for entry in entries] == ["qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"]
    assert entries[3].regions == ("鹿城", "鹿城区", "温州市鹿城区", "温州鹿城")
    assert all(entry.file.is_file() for entry in entries)


def test_without_a_manifest_every_readable_file_is_taken_by_name(tmp_path):
    for name in ("b.txt", "A-1.md", "c.html", ".hidden.txt", "picture.png", "data.csv"):
        (tmp_path / name).write_text("正文。", encoding="utf-8")
    (tmp_path / "folder.txt").mkdir()
    assert [entry.id for entry in read_manifest(tmp_path)] == ["a-1", "b", "c"]


def test_a_name_that_is_not_ascii_gives_an_id_from_the_bytes(tmp_path):
    (tmp_path / "楼宇经济方案.txt").write_text("正文。", encoding="utf-8")
    (entry,) = read_manifest(tmp_path)
    assert entry.id.startswith("doc-")
    (tmp_path / "楼宇经济方案.txt").rename(tmp_path / "改名.txt")
    assert read_manifest(tmp_path)[0].id == entry.id


def test_copies_of_a_file_do_not_share_an_id(tmp_path):
    for name in ("方案.txt", "方案（1）.txt"):
        (tmp_path / name).write_text("正文。", encoding="utf-8")
    first, second = (entry.id for entry in read_manifest(tmp_path))
    assert second == f"{first}-2"


def test_an_id_stands_for_one_file(tmp_path):
    folder = write(tmp_path, '[[document]]\nfile="a.txt"\nid="x"\n[[document]]\nfile="b.txt"\nid="x"\n', a="甲", b="乙")
    with pytest.raises(BadRequest, match="编号“x”"):
        read_manifest(folder)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/passwd", "sub/../../a.txt", "sub\\a.txt"])
def test_a_file_may_not_lie_outside_the_folder(tmp_path, name):
    inner = tmp_path / "corpus"
    inner.mkdir()
    (tmp_path / "a.txt").write_text("甲", encoding="utf-8")
    with pytest.raises(BadRequest, match="不在文件夹内"):
        read_manifest(write(inner, f"[[document]]\nfile='{name}'\nid='x'\n"))


def test_a_symbolic_link_may_not_leave_the_folder_either(tmp_path):
    inner = tmp_path / "corpus"
    inner.mkdir()
    (tmp_path / "secret.txt").write_text("甲", encoding="utf-8")
    (inner / "a.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BadRequest):
        read_manifest(write(inner, "[[document]]\nfile='a.txt'\nid='x'\n"))


@pytest.mark.parametrize(
    "manifest",
    [
        "[[document]\n",
        "[[document]]\nfile='a.txt'\n",
        "[[document]]\nfile='a.txt'\nid='有空格 的'\n",
        "[[document]]\nfile='a.txt'\nid='x'\nregion='甲'\n",
    ],
)
def test_a_manifest_that_cannot_be_understood_says_where(tmp_path, manifest):
    with pytest.raises(BadRequest) as caught:
        read_manifest(write(tmp_path, manifest, a="甲"))
    assert caught.value.hint


def test_what_is_missing_is_named(tmp_path):
    with pytest.raises(UnreadableDocument, match="找不到文件夹"):
        read_manifest(tmp_path / "nowhere")
    with pytest.raises(UnreadableDocument, match="没有可读取的文件"):
        read_manifest(tmp_path)
    with pytest.raises(UnreadableDocument, match=r"a\.txt"):
        read_manifest(write(tmp_path, "[[document]]\nfile='a.txt'\nid='x'\n"))

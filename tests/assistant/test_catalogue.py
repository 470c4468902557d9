"""The corpus is what comes with it, plus what was added, less what was removed; changes count once saved."""

import re

import pytest

from assistant.catalogue import Catalogue
from assistant.incoming import Incoming
from corpus.errors import BadRequest, DataDirUnusable, UnknownDocument, UnreadableDocument

TEXT = "关于河道治理的通知\n各街道：\n现将有关事项通知如下。\n"


@pytest.fixture
def packaged(tmp_path):
    folder = tmp_path / "packaged"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "two.txt").write_text(TEXT + "二", encoding="utf-8")
    return folder


@pytest.fixture
def incoming(tmp_path):
    def make(name="third.txt", text=TEXT + "三", **said):
        path = tmp_path / "upload"
        path.write_text(text, encoding="utf-8")
        return Incoming(path=path, name=name, **said)

    return make


def catalogue(tmp_path, packaged):
    return Catalogue(tmp_path / "data", packaged)


def ids(one):
    return [entry.id for entry in one.entries()]


def test_without_changes_it_is_the_packaged_folder(tmp_path, packaged):
    assert ids(catalogue(tmp_path, packaged)) == ["one", "two"]


def test_an_added_file_counts_once_it_is_saved(tmp_path, packaged, incoming):
    after = catalogue(tmp_path, packaged).with_added([incoming()])
    assert ids(after) == ["one", "two", "third"]
    assert ids(catalogue(tmp_path, packaged)) == ["one", "two"]
    after.save()
    assert ids(catalogue(tmp_path, packaged)) == ["one", "two", "third"]


def test_the_name_of_an_upload_never_becomes_a_path(tmp_path, packaged, incoming):
    after = catalogue(tmp_path, packaged).with_added([incoming(name="../../etc/passwd")])
    path = after.entries()[-1].path
    assert path.parent == tmp_path / "data" / "documents"
    assert re.fullmatch(r"[0-9a-f]{32}\.txt", path.name)
    assert path.read_text(encoding="utf-8") == TEXT + "三"


def test_a_copy_that_was_not_saved_is_tidied_away(tmp_path, packaged, incoming):
    before = catalogue(tmp_path, packaged)
    before.with_added([incoming()])
    before.tidy()
    assert not list((tmp_path / "data" / "documents").glob("*.txt"))


def test_the_same_file_is_not_added_twice(tmp_path, packaged, incoming):
    with pytest.raises(BadRequest, match="编号是“one”"):
        catalogue(tmp_path, packaged).with_added([incoming(text=TEXT)])


def test_an_id_that_is_taken_gets_a_number_or_is_refused_if_asked_for(tmp_path, packaged, incoming):
    after = catalogue(tmp_path, packaged).with_added([incoming(name="one.txt")])
    assert ids(after) == ["one", "two", "one-2"]
    with pytest.raises(BadRequest, match="已经有文件在用"):
        catalogue(tmp_path, packaged).with_added([incoming(id="two")])


def test_what_takes_the_place_of_a_file_keeps_its_id_its_place_and_its_names(tmp_path, packaged, incoming):
    before = catalogue(tmp_path, packaged).with_added([incoming(regions=("临江",))])
    before = before.with_added([incoming(name="fourth.txt", text=TEXT + "四")])
    after = before.with_replaced("one", incoming(text=TEXT + "一二", regions=("临海",)))
    after = after.with_replaced("third", incoming(name="新版.txt", text=TEXT + "三三"))
    assert ids(after) == ["one", "two", "third", "fourth"]
    assert [entry.regions for entry in after.entries()] == [("临海",), (), ("临江",), ()]
    assert after.entry("third").name == "新版.txt"
    assert after.entry("one").path.read_text(encoding="utf-8") == TEXT + "一二"
    after.save()
    assert ids(catalogue(tmp_path, packaged)) == ["one", "two", "third", "fourth"]
    assert len(list((tmp_path / "data" / "documents").glob("*.txt"))) == 3
    assert ids(after.without("one")) == ["two", "third", "fourth"]


def test_nothing_takes_the_place_of_what_is_not_there_or_stands_elsewhere_already(tmp_path, packaged, incoming):
    with pytest.raises(UnknownDocument, match="nope"):
        catalogue(tmp_path, packaged).with_replaced("nope", incoming())
    with pytest.raises(BadRequest, match="编号是“two”"):
        catalogue(tmp_path, packaged).with_replaced("one", incoming(text=TEXT + "二"))


@pytest.mark.parametrize("bad", ["../x", "大写", "A", "", "a" * 65])
def test_an_id_is_a_plain_word(tmp_path, packaged, incoming, bad):
    with pytest.raises(BadRequest, match="不能用"):
        catalogue(tmp_path, packaged).with_added([incoming(id=bad)])


def test_a_missing_file_is_refused(tmp_path, packaged):
    with pytest.raises(UnreadableDocument, match=r"没有\.txt"):
        catalogue(tmp_path, packaged).with_added([Incoming(path=tmp_path / "没有.txt", name="没有.txt")])


def test_removing_a_packaged_document_hides_it_and_keeps_its_file(tmp_path, packaged):
    catalogue(tmp_path, packaged).without("one").save()
    assert ids(catalogue(tmp_path, packaged)) == ["two"]
    assert (packaged / "one.txt").is_file()


def test_removing_an_added_document_drops_its_file(tmp_path, packaged, incoming):
    catalogue(tmp_path, packaged).with_added([incoming()]).save()
    catalogue(tmp_path, packaged).without("third").save()
    assert ids(catalogue(tmp_path, packaged)) == ["one", "two"]
    assert not list((tmp_path / "data" / "documents").glob("*.txt"))


def test_removing_what_is_not_there_names_what_is(tmp_path, packaged):
    with pytest.raises(UnknownDocument, match="one、two"):
        catalogue(tmp_path, packaged).without("three")


def test_another_folder_is_remembered_and_forgets_what_was_removed(tmp_path, packaged):
    other = tmp_path / "other"
    other.mkdir()
    (other / "one.txt").write_text(TEXT, encoding="utf-8")
    catalogue(tmp_path, packaged).without("one").with_corpus(other).save()
    assert ids(catalogue(tmp_path, packaged)) == ["one"]
    assert catalogue(tmp_path, packaged).corpus == other


def test_a_damaged_ledger_is_said_and_not_overwritten(tmp_path, packaged):
    ledger = tmp_path / "data" / "documents" / "catalogue.json"
    ledger.parent.mkdir(parents=True)
    ledger.write_text("{", encoding="utf-8")
    with pytest.raises(DataDirUnusable, match=r"catalogue\.json"):
        catalogue(tmp_path, packaged)
    assert ledger.read_text(encoding="utf-8") == "{"


def test_a_data_directory_that_is_a_file_is_said(tmp_path, packaged):
    (tmp_path / "data").write_text("", encoding="utf-8")
    with pytest.raises(DataDirUnusable):
        catalogue(tmp_path, packaged).without("one").save()


def test_names_are_bounded_and_free_of_control_characters(tmp_path, packaged, incoming):
    after = catalogue(tmp_path, packaged).with_added([incoming(name="a\x00b\ufffe" + "长" * 900 + ".txt")])
    name = after.entries()[-1].name
    assert (len(name), name[:3], name[-5:]) == (120, "ab长", "….txt")


@pytest.mark.parametrize("regions", [("长" * 41,), tuple(map(str, range(21)))])
def test_place_names_that_are_too_long_or_too_many_are_refused(tmp_path, packaged, incoming, regions):
    with pytest.raises(BadRequest, match="最多40个字"):
        catalogue(tmp_path, packaged).with_added([incoming(regions=regions)])
    assert not (tmp_path / "data").exists()


def test_what_a_killed_change_left_is_swept_up_unless_one_is_at_work(tmp_path, packaged, incoming):
    """The copy of a file that was added and never saved."""
    made = catalogue(tmp_path, packaged)
    made.sweep()
    copy = made.with_added([incoming()]).entries()[-1].path
    with catalogue(tmp_path, packaged).changing():
        made.sweep()
        assert copy.is_file()
    made.sweep()
    assert not copy.exists()

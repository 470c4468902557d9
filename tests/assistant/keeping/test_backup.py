"""A backup holds everything that can't be made again, and comes back whole."""

import stat
import zipfile

import pytest

from assistant.incoming import Incoming
from assistant.keeping.backup import back_up, restore
from assistant.keeping.identity import LOCAL
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from assistant.updating import add_documents, build
from corpus.errors import BadRequest, DataDirUnusable
from tests.assistant.keeping.kept import answer_to
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    (tmp_path / "市场.txt").write_text(RIVER.replace("河道", "市场"), encoding="utf-8")
    made = Settings(data_dir=tmp_path / "data", corpus=tmp_path / "corpus")
    build(made, encoder=FakeEncoder())
    add_documents(made, [Incoming(path=tmp_path / "市场.txt", name="市场.txt", id="market")], encoder=FakeEncoder())
    return made


def test_a_backup_taken_while_others_write_comes_back_whole(settings, tmp_path):
    keeping = open_keeping(settings)
    conversation = keeping.conversations.create("local", "备份前")
    keeping.record(answer_to(), LOCAL, conversation.id)
    assert back_up(settings, tmp_path / "backup.zip") == 2
    keeping.conversations.create("local", "备份后")
    keeping.close()
    again = settings.model_copy(update={"data_dir": tmp_path / "again"})
    restore(again, tmp_path / "backup.zip")
    assert [one.id for one in build(again, encoder=FakeEncoder()).library.documents.values()] == ["river", "market"]
    kept = open_keeping(again)
    [found] = kept.conversations.page("local", 10).items
    assert (found.title, found.turns) == ("备份前", 1)
    assert kept.audit.verify().broken is None
    kept.close()


def test_a_backup_is_for_its_owner_only_and_covers_nothing_up(settings, tmp_path):
    back_up(settings, tmp_path / "backup.zip")
    assert stat.S_IMODE((tmp_path / "backup.zip").stat().st_mode) == 0o600
    with pytest.raises(BadRequest, match="已经存在"):
        back_up(settings, tmp_path / "backup.zip")
    with pytest.raises(BadRequest, match="已经有"):
        restore(settings, tmp_path / "backup.zip")
    assert not list(tmp_path.glob(".backup-*"))


def test_a_place_that_cannot_be_written_is_said(settings, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataDirUnusable):
        back_up(settings, tmp_path / "file" / "backup.zip")


@pytest.mark.parametrize("name", ["../evil", "documents/../../evil", "/etc/evil", "other.txt"])
def test_what_is_no_backup_of_ours_is_not_unpacked(settings, tmp_path, name):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("keeping.sqlite3", b"")
        archive.writestr(name, b"x")
    again = settings.model_copy(update={"data_dir": tmp_path / "again"})
    with pytest.raises(BadRequest):
        restore(again, tmp_path / "evil.zip")
    assert not list(tmp_path.rglob("evil"))
    assert not list((tmp_path / "again").iterdir())


def test_a_link_in_a_backup_is_refused(settings, tmp_path):
    link = zipfile.ZipInfo("documents/link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as archive:
        archive.writestr("keeping.sqlite3", b"")
        archive.writestr(link, b"/etc/passwd")
    with pytest.raises(BadRequest, match="不是本系统的备份"):
        restore(settings.model_copy(update={"data_dir": tmp_path / "again"}), tmp_path / "evil.zip")


@pytest.mark.parametrize("data", [b"", b"no zip at all"])
def test_a_damaged_backup_is_said(settings, tmp_path, data):
    (tmp_path / "bad.zip").write_bytes(data)
    with pytest.raises(BadRequest):
        restore(settings.model_copy(update={"data_dir": tmp_path / "again"}), tmp_path / "bad.zip")

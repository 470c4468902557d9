"""The commands about keys, backups and forgetting."""

import json
import stat

import pytest

from api.commands.documents import remove
from api.commands.keeping import backup, create_key, export_audit, list_keys, restore, revoke_key
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from assistant.updating import build
from corpus.errors import BadRequest, NotFound, UnknownRevision
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


@pytest.fixture(autouse=True)
def _data_dir(tmp_path, monkeypatch):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "data"))


def test_a_key_is_shown_once_listed_without_its_secret_and_revoked(capsys):
    create_key("办公室", user="张三", scope="write")
    captured = capsys.readouterr()
    secret = captured.out.strip()
    assert secret.startswith("pa_")
    assert secret not in captured.err
    list_keys(as_json=True)
    printed = capsys.readouterr().out
    [listed] = json.loads(printed)
    assert (listed["user"], listed["scopes"], listed["revoked_at"]) == ("张三", ["read", "write"], None)
    assert secret.split("_", 2)[2] not in printed
    revoke_key(listed["id"])
    with pytest.raises(NotFound):
        revoke_key(listed["id"])
    keeping = open_keeping(Settings())
    assert keeping.keys.of_secret(secret) is None
    assert [entry.action for entry in keeping.audit.entries()] == ["create_key", "revoke_key"]
    keeping.close()
    list_keys()
    assert "张三" in capsys.readouterr().out


def test_the_trail_can_be_written_to_a_file(tmp_path):
    create_key("办公室", user="张三")
    export_audit(tmp_path / "audit.jsonl")
    [line] = (tmp_path / "audit.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["action"] == "create_key"


def test_a_backup_is_written_and_put_back(tmp_path, monkeypatch, capsys):
    create_key("办公室", user="张三")
    backup(tmp_path / "backup.zip")
    assert stat.S_IMODE((tmp_path / "backup.zip").stat().st_mode) == 0o600
    with pytest.raises(BadRequest):
        restore(tmp_path / "backup.zip")
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(tmp_path / "again"))
    restore(tmp_path / "backup.zip")
    capsys.readouterr()
    list_keys(as_json=True)
    assert "张三" in capsys.readouterr().out


@pytest.mark.parametrize("forget", [False, True])
def test_a_removed_document_is_forgotten_only_on_demand(tmp_path, monkeypatch, forget):
    (tmp_path / "corpus").mkdir()
    for name in ("river", "market"):
        (tmp_path / "corpus" / f"{name}.txt").write_text(RIVER.replace("河道", name), encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setattr("assistant.updating.Embedder", lambda *_: FakeEncoder())
    revision = build(Settings()).document("river").revision
    remove("river", forget=forget)
    keeping = open_keeping(Settings())
    if forget:
        with pytest.raises(UnknownRevision):
            keeping.revisions.get("river", revision)
    else:
        assert keeping.revisions.get("river", revision).id == "river"
    keeping.close()

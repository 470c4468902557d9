"""README and the documents beside it promise nothing that is not so."""

import os
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from api.cli import main
from tests.api.conftest import data_dir  # noqa: F401 - a fixture
from tests.described import defaults
from tests.indexing.fakes import FakeEncoder

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    command
    for command in re.findall(r"^`?(policy-assistant [^`#\n]+)|`(policy-assistant [^`]+)`", README, flags=re.MULTILINE)
    for command in filter(None, command)
]
PLAN = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


def test_every_setting_is_documented_with_its_default():
    """The configuration table is complete: a row a setting, with the default that the code has."""
    table = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(ASSISTANT_[A-Z_]+)` \| `?([^|`]*)`? \|", table, flags=re.MULTILINE))
    assert {name: default.strip() for name, default in rows.items()} == defaults()


@pytest.mark.parametrize(
    "file", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda file: file.name
)
def test_every_picture_and_linked_file_exists(file):
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)\)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


def test_every_target_of_make_is_there():
    targets = re.findall(r"^make (\w+)", README, flags=re.MULTILINE)
    written = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert {"run", "test"} <= set(targets)
    assert [name for name in targets if f"\n{name}:" not in written] == []


@pytest.fixture(scope="module")
def office(data_dir, tmp_path_factory):  # noqa: F811 - the fixture
    """A place with the files that README speaks of, and an index that may be changed."""
    folder = tmp_path_factory.mktemp("office")
    shutil.copytree(data_dir, folder / "data")
    for name in ("我的文件.txt", "新版.txt"):
        (folder / name).write_text(PLAN + name, encoding="utf-8")
    (folder / "questions.jsonl").write_text('{"id": "1", "question": "青浦的文号是什么？"}\n', encoding="utf-8")
    return folder


def _placed(command):
    """A command with documents in the place of what README calls them."""
    for word, document in (("ID", "jiaxing"), ("OLD", "suzhou"), ("NEW", "lucheng")):
        command = re.sub(rf"\b{word}\b", document, command)
    return command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_does_something(command, office, monkeypatch, capfd):
    """In the order of README, each on what the ones before have left; the model is a fake."""
    for name in [name for name in os.environ if name.startswith("ASSISTANT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(office / "data"))
    monkeypatch.setenv("ASSISTANT_PORT", "0")
    monkeypatch.setattr("assistant.wiring.open_encoder", lambda _: FakeEncoder())
    monkeypatch.setattr("assistant.updating.Embedder", lambda *_: FakeEncoder())
    monkeypatch.chdir(office)
    monkeypatch.setattr(sys, "argv", shlex.split(_placed(command)))
    with pytest.raises(SystemExit) as ended:
        main()
    printed, noticed = capfd.readouterr()
    assert ended.value.code in (None, 0), noticed
    assert printed or noticed or "-o" in command

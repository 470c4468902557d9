"""Every command of docs/api.md is sent as it is printed, by curl, to a running server."""

import re
import subprocess
from pathlib import Path

import pytest

API = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(curl (?:[^\n]*\\\n)*[^\n]*)$", API, flags=re.MULTILINE)


def test_there_are_commands():
    assert len(COMMANDS) > 7


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_answered_as_it_is_printed(live, command, tmp_path):
    """With a shell, whose quoting is part of it; only the address is that of our server."""
    (tmp_path / "新版.txt").write_text("临江市河道治理方案\n一、目标\n到2026年，新建护岸30公里。\n", encoding="utf-8")
    sent = command.replace("http://127.0.0.1:8000", live.url).replace("curl ", "curl --fail-with-body ", 1)
    done = subprocess.run(sent, shell=True, cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
    if "-o " not in sent:
        assert b'"error"' not in done.stdout

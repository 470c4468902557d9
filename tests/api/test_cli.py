"""The command line: what it prints where, its exit status, and how soon."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from api.cli import main

HEAVY = ("torch", "sentence_transformers", "faiss", "llama_index", "fastapi", "uvicorn", "jieba")
SCRIPT = Path(sys.executable).with_name("policy-assistant")


class Done(NamedTuple):
    """What a command came to."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def run(data_dir, monkeypatch, capfd):
    """Runs a command in this process: the exit status and what stands on both streams are those of the program."""

    def call(*arguments, **environment):
        for name in [name for name in os.environ if name.startswith("ASSISTANT_")]:
            monkeypatch.delenv(name)
        for name, value in ({"ASSISTANT_DATA_DIR": str(data_dir)} | environment).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["policy-assistant", *arguments])
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        return Done(ended.value.code or 0, *capfd.readouterr())

    return call


LISTS = ["tasks", "matrix", "targets", "compare", "deadlines", "findings", "derivations"]


def test_no_heavy_library_is_loaded_for_lists(data_dir):
    """In a process of its own, where nothing else has been imported."""
    code = (
        "import sys\nfrom api.cli import app\n"
        f"for command in {[*LISTS, 'documents']!r}:\n    app([command], standalone_mode=False)\n"
        f"sys.exit(','.join(name for name in {HEAVY!r} if name in sys.modules) or 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        env=os.environ | {"ASSISTANT_DATA_DIR": str(data_dir)},
    )
    assert done.returncode == 0, done.stderr[-500:]


def test_the_script_prints_and_exits_like_a_program(data_dir):
    for arguments, status in ((["findings", "--format", "json"], 0), (["tasks", "--doc", "nope"], 2)):
        done = subprocess.run(
            [SCRIPT, *arguments],
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
            env=os.environ | {"ASSISTANT_DATA_DIR": str(data_dir)},
        )
        assert (done.returncode, bool(done.stdout), bool(done.stderr)) == (status, status == 0, status == 2)


@pytest.mark.parametrize("command", LISTS)
def test_json_is_one_array_on_stdout_and_nothing_else(run, command):
    done = run(command, "--format", "json")
    assert done.returncode == 0
    assert isinstance(json.loads(done.stdout), list)
    assert done.stderr == ""


def test_a_task_has_every_field_that_is_promised(run):
    tasks = json.loads(run("tasks", "--doc", "qingpu", "--format", "json").stdout)
    assert set(tasks[0]) >= {
        *("document_id", "table", "seq", "category", "task", "measure", "lead_units", "responsible_units"),
        *("deadline", "origin", "place", "quote"),
    }
    assert len([task for task in tasks if task["origin"] == "table"]) == 22


def test_filters_reach_the_list(run):
    leads = json.loads(
        run("tasks", "--doc", "qingpu", "--unit", "区商务委", "--role", "lead", "--format", "json").stdout
    )
    assert leads
    assert all("区商务委" in task["lead_units"] for task in leads)
    due = json.loads(run("tasks", "--due-before", "2023-12-31", "--format", "json").stdout)
    assert due
    assert all(task["deadline"]["date"] <= "2023-12-31" for task in due)


def test_a_table_for_the_eye_cuts_nothing_off(run):
    assert "…" not in run("targets", "--doc", "suzhou").stdout
    assert "昆山市" in run("targets", "--doc", "suzhou").stdout


def test_lists_can_be_written_to_a_file(run, tmp_path):
    for form, begins in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("json", b"[")):
        path = tmp_path / f"tasks.{form}"
        done = run("tasks", "--format", form, "-o", str(path))
        assert (done.returncode, done.stdout) == (0, "")
        assert path.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "environment", "says"),
    [
        (("tasks", "--doc", "nope"), {}, "没有编号为“nope”的文件"),
        (("tasks",), {"ASSISTANT_DATA_DIR": "/nonexistent/place"}, "policy-assistant index"),
        (("ask", "问题"), {"ASSISTANT_DATA_DIR": "/nonexistent/place"}, "policy-assistant index"),
        (("ask",), {}, "请给出一个问题"),
        (("ask", "问", "--batch", "x"), {}, "请给出一个问题"),
        (("ask", "--batch", "/nonexistent.jsonl", "--out", "/tmp/x"), {}, "读不出来"),
        (("tasks",), {"ASSISTANT_DATADIR": "x"}, "ASSISTANT_DATA_DIR"),
        (("tasks", "-o", "x.txt"), {}, "--format"),
        (("targets", "--format", "ics"), {}, "xlsx"),
        (("deadlines", "--on", "2099-01-01", "--format", "ics"), {}, "最后一天"),
        (("ask", "问", "-o", "x.pptx"), {}, ".docx"),
        (("add", "/nonexistent/文件.txt"), {}, "文件.txt"),
        (("index", "--corpus", "/nonexistent"), {}, "/nonexistent"),
        (("remove", "nope"), {}, "没有编号为“nope”的文件"),
        (("index",), {"ASSISTANT_DATA_DIR": "/proc/nothing"}, "/proc/nothing"),
    ],
)
def test_what_the_user_can_mend_is_said_in_chinese_with_status_2(run, arguments, environment, says):
    done = run(*arguments, **environment)
    assert done.returncode == 2, done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_damaged_index_is_said_with_what_to_do(run, tmp_path):
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "CURRENT").write_text("gen-", encoding="utf-8")
    done = run("tasks", ASSISTANT_DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "index --rebuild" in done.stderr


def test_a_document_is_explained(run):
    text = run("documents", "qingpu", "--explain").stdout
    assert "青府办发〔2023〕30号" in text
    assert "22行" in text
    assert json.loads(run("documents", "--json").stdout)[0]["id"] == "qingpu"


def test_a_reader_that_goes_away_is_no_defect(data_dir):
    done = subprocess.run(
        f"{SCRIPT} tasks --format json | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=os.environ | {"ASSISTANT_DATA_DIR": str(data_dir)},
    )
    assert done.stderr == ""


def test_without_a_command_it_says_how_to_begin(run):
    done = run()
    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines() if line.startswith("  policy-assistant")] == [
        "index",
        "serve",
        "ask",
    ]


def test_the_doctor_ends_with_the_next_step(run, tmp_path):
    assert run("doctor", ASSISTANT_PORT="0").stdout.splitlines()[-1].startswith("下一步：运行 policy-assistant serve")
    last = run("doctor", ASSISTANT_PORT="0", ASSISTANT_DATA_DIR=str(tmp_path)).stdout.splitlines()[-1]
    assert last.startswith("下一步：")
    assert "policy-assistant index" in last


def test_the_address_told_first_is_the_one_that_is_set(run):
    assert "http://127.0.0.1:8791" in run(ASSISTANT_PORT="8791").stdout


def test_what_was_written_to_a_file_is_said(run, tmp_path):
    done = run("tasks", "--doc", "qingpu", "--format", "xlsx", "-o", str(tmp_path / "任务.xlsx"))
    assert done.stdout == ""
    assert "已写到" in done.stderr
    assert "任务.xlsx" in done.stderr


def test_tasks_and_matrix_count_alike_wherever_they_are_asked_for(run):
    """鹿城: 32 rows of its table, which 9 clauses of the text say too."""
    tasks = json.loads(run("tasks", "--doc", "lucheng", "--format", "json").stdout)
    matrix = json.loads(run("matrix", "--doc", "lucheng", "--format", "json").stdout)
    assert len(tasks) == len(matrix[0]["tasks"]) == 32

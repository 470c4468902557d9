"""Deadlines, findings and derived numbers on the command line."""

import datetime
import json

import pytest

from api.commands.facts import deadlines, derivations, findings
from api.commands.options import Format
from assistant.task_list import select_tasks
from corpus.errors import BadRequest

APRIL = datetime.datetime(2023, 4, 1)  # noqa: DTZ001 - what the option parser makes of a date


@pytest.fixture(autouse=True)
def _index(monkeypatch, data_dir):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(data_dir))


def test_deadlines_are_one_array_of_tasks_with_their_state(capfdbinary, library):
    deadlines(within=29, on=APRIL, form=Format.JSON)
    entries = json.loads(capfdbinary.readouterr().out)
    assert len(entries) == len(select_tasks(library))
    assert {entry["state"] for entry in entries} == {"due", "ongoing", "unstated"}


def test_deadlines_are_a_table_for_the_eye(capsys):
    deadlines(within=29, on=APRIL, doc=["suzhou"])
    out = capsys.readouterr().out
    assert "期限内到期" in out
    assert "2023-04-30" in out


def test_findings_name_both_sides_of_a_contradiction(capsys):
    """鹿城: 超300家 in the text, 300 in the annex."""
    findings(doc=["lucheng"])
    out = capsys.readouterr().out
    assert "文件内部不一致" in out
    assert "超300家" in out


def test_derived_numbers_are_written_to_a_file(tmp_path):
    derivations(indicator="楼宇面积", form=Format.XLSX, output=tmp_path / "a.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")


def test_a_form_it_does_not_have_is_refused():
    with pytest.raises(BadRequest, match="docx"):
        findings(form=Format.DOCX)

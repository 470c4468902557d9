"""Lists on the command line, in the forms that only some of them have."""

import pytest

from api.commands.facts import compare, targets, tasks
from api.commands.options import Format
from corpus.errors import BadRequest


@pytest.fixture(autouse=True)
def _index(monkeypatch, data_dir):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(data_dir))


@pytest.mark.parametrize(("form", "begins"), [(Format.DOCX, b"PK"), (Format.ICS, b"BEGIN:VCALENDAR")])
def test_tasks_are_a_word_file_and_a_calendar(tmp_path, form, begins):
    tasks(doc=["suzhou"], form=form, output=tmp_path / "a")
    assert (tmp_path / "a").read_bytes().startswith(begins)


def test_a_comparison_is_a_drawing(tmp_path):
    compare(indicator="入驻率", form=Format.SVG, output=tmp_path / "a.svg")
    assert (tmp_path / "a.svg").read_text(encoding="utf-8").startswith("<svg ")


def test_a_form_that_a_list_does_not_have_is_refused_with_those_it_has():
    with pytest.raises(BadRequest) as raised:
        targets(form=Format.ICS)
    assert "xlsx" in raised.value.hint


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    with pytest.raises(BadRequest, match="写不到"):
        tasks(form=Format.CSV, output=tmp_path / "nowhere" / "a.csv")

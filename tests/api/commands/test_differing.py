"""What changed, on the command line."""

import json

import pytest

from api.commands.differing import diff
from api.commands.options import Format
from corpus.errors import BadRequest, UnknownDocument

_OLD = "某市楼宇经济行动方案\n\n一、目标\n\n到2025年，全市亿元楼宇达到30幢。\n\n二、任务\n\n健全机制，优化服务。\n"


@pytest.fixture(autouse=True)
def _index(monkeypatch, data_dir):
    monkeypatch.setenv("ASSISTANT_DATA_DIR", str(data_dir))


def test_two_files_that_are_in_no_library(tmp_path, capfdbinary):
    old, new = tmp_path / "旧.txt", tmp_path / "新.txt"
    old.write_text(_OLD, encoding="utf-8")
    new.write_text(_OLD.replace("30幢", "50幢"), encoding="utf-8")
    diff(str(old), str(new), form=Format.JSON)
    changes = json.loads(capfdbinary.readouterr().out)
    assert [(one["subject"], one["kind"]) for one in changes] == [("target", "changed"), ("clause", "changed")]
    assert changes[0]["fields"] == [{"key": "value", "name": "数值", "old": "30幢", "new": "50幢"}]


def test_documents_of_the_library_as_a_table(capsys):
    diff("qingpu", "qingpu")
    assert "没有变化" in capsys.readouterr().out


def test_what_is_no_document():
    with pytest.raises(UnknownDocument):
        diff("nowhere", "qingpu")
    with pytest.raises(BadRequest, match="版本"):
        diff("qingpu@", "qingpu")

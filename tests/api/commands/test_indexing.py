"""Building the index on the command line, with the real model on one small document."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(sys.executable).with_name("policy-assistant")
TEXT = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n二、保障措施\n由区水务局牵头，各街道配合。\n"


@pytest.mark.model
def test_from_an_empty_directory_to_an_answer(tmp_path):
    """`index` shows what it does on stderr; `ask --json` prints one JSON object; a second `index` changes nothing."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "river.txt").write_text(TEXT, encoding="utf-8")

    def run(*arguments):
        return subprocess.run(
            [SCRIPT, *arguments],
            capture_output=True,
            text=True,
            timeout=240,
            check=True,
            env=os.environ | {"ASSISTANT_DATA_DIR": str(tmp_path / "data")},
        )

    first = run("index", "--corpus", str(tmp_path / "corpus"))
    assert first.stdout == ""
    for stage in ("阅读文件", "解压向量模型", "计算向量", "索引已建立"):
        assert stage in first.stderr
    answer = json.loads(run("ask", "到2026年新建生态护岸多少公里？", "--json").stdout)
    assert answer["status"] == "answered"
    assert "30公里" in answer["answer"]
    assert "没有变化" in run("index").stderr

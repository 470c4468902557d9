"""The unit that stands above a table is quoted with the numbers of its rows."""

from types import SimpleNamespace

from assistant.candidates import candidates_of
from assistant.citing import draft_problems
from assistant.reading.ask import Ask, Subject, Where
from corpus.understanding import folder_to_library

_PLAN = """某市交通项目清单

附件

2025年交通项目清单

（单位：亿元）

| 序号 | 项目名称 | 建设地点 | 总投资 |
| --- | --- | --- | --- |
| 1 | 环湖公路改建 | 湖东街道 | 12.4 |
| 2 | 铁路专用线新建 | 滨江镇 | 9.8 |
| 3 | 公交首末站扩建 | 城北街道 | 1.3 |
"""


def test_numbers_stand_on_the_line_that_says_their_unit(tmp_path):
    """They were told as 亿元, which no row prints, and every answer from such a table was thrown away."""
    (tmp_path / "roads.txt").write_text(_PLAN, encoding="utf-8")
    index = SimpleNamespace(library=folder_to_library(tmp_path), pending=True, closeness=lambda *_: {})
    ask = Ask(Subject.RECORDS, Where(documents=("roads",), named=True, words="铁路专用线 总投资"))
    draft = candidates_of([ask], index)[0].outcome
    assert draft.text == "铁路专用线新建——总投资：9.8亿元。"
    assert draft.evidence[-1].quote == "单位：亿元"
    assert draft_problems(draft, index.library, "") == []

"""What the headings below a section are together, how parts are counted, and titles on lines of their own."""

from assistant.facts.section_rows import counted_as, document_parts, kind_of, row_parts, section_rows
from corpus.understanding import folder_to_library

PLAN = """某市海洋方案

一、重点任务
（一）港口提升行动。建设码头3个。
（二）渔船更新行动。更新渔船20艘。
（三）滩涂修复行动。修复滩涂5公顷。
二、保障措施
（一）加强领导。成立专班。
（二）加大投入。安排资金。
（三）强化宣传。开展培训。
"""
RULES = """某村规划

第一章 总则
第一条 编制目的
本规划为建设村庄编制。村庄规划统筹各项建设。
第二条 规划范围
规划范围为全村。全村面积为5平方公里。
第二章 实施
第三条 本规划由村委会实施。
"""


def library_of(folder, text):
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    library = folder_to_library(folder)
    return next(iter(library.documents)), library


def test_headings_that_end_alike_are_of_one_kind(tmp_path):
    document_id, library = library_of(tmp_path, PLAN)
    kinds = {row.name: kind_of(row.fact) for row in section_rows(document_id, library)}
    assert (kinds["重点任务"], kinds["保障措施"]) == ("行动", "")


def test_parts_are_counted_as_they_are_numbered(tmp_path):
    document_id, library = library_of(tmp_path, RULES)
    parts, _ = document_parts(document_id, library)
    assert [one.title for one in parts] == ["总则", "实施"]
    assert counted_as(parts) == "章"
    rules = next(row for row in section_rows(document_id, library) if row.name == "总则")
    articles = row_parts(rules, library)
    assert [one.title for one in articles] == ["编制目的", "规划范围"]
    assert [one.beside[0].quote for one in articles] == ["编制目的", "规划范围"]
    assert counted_as(articles) == "条"

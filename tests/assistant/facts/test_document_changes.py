"""What changed since the document before, and since the text that a document took the place of."""

from assistant.citing import statement_problems
from assistant.facts.document_changes import changes_statement
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import read_document

_TEXT = (
    "某市人民政府办公室关于印发某市{year}年河湖治理工作方案的通知\n\n某政办发〔{year}〕8号\n\n现印发给你们。\n\n"
    "某市人民政府办公室\n{year}年2月26日\n\n某市{year}年河湖治理工作方案\n\n一、重点任务\n"
    "（一）开展清淤疏浚。疏浚中小河道{length}公里，{year}年11月底前完成。（市水利局牵头）\n"
    "二、保障措施\n（一）鼓励公众参与。{days}个工作日内反馈。\n"
)


def stated(tmp_path, name, **filled):
    path = tmp_path / f"{name}.txt"
    path.write_text(_TEXT.format(**filled), encoding="utf-8")
    return read_document(path, document_id=name)


def test_both_kinds_of_change_are_told_and_quoted_where_they_stood(tmp_path):
    before = stated(tmp_path, "old", year=2024, length=120, days=3)
    earlier = stated(tmp_path, "new", year=2025, length=150, days=3)
    now = stated(tmp_path, "new", year=2025, length=150, days=2)
    library = Library([before, now], [document_to_facts(before), document_to_facts(now)], {"new": earlier})
    told = changes_statement("new", library)
    assert told.text.startswith(
        "与本次更新前相比，条文：修改1条。其中条文由“（一）鼓励公众参与。3个工作日内反馈。”"
        "改为“（一）鼓励公众参与。2个工作日内反馈。”。与《某市2024年河湖治理工作方案》（某政办发〔2024〕8号）相比，"
    )
    assert "疏浚中小河道由“120公里”改为“150公里”" in told.text
    assert statement_problems(told, library) == []
    assert {item.revision for item in told.evidence} == {None, earlier.revision}


def test_nothing_came_before(tmp_path):
    only = stated(tmp_path, "old", year=2024, length=120, days=3)
    assert changes_statement("old", Library([only], [document_to_facts(only)])) is None

"""What fails on a block costs that block, and is told."""

from corpus.extraction import clauses, facts, task_tables
from corpus.extraction.facts import document_to_facts
from corpus.facts import FindingKind
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def bad(original, mark):
    def work(text, *arguments):
        if mark in text:
            raise IndexError(text)
        return original(text, *arguments)

    return work


def test_a_section_that_fails_costs_itself(monkeypatch):
    monkeypatch.setattr(clauses, "words_to_assignment", bad(clauses.words_to_assignment, "坏"))
    document = a_document(
        a_heading(1, "一、", "修堤"),
        a_paragraph("修堤。（县水利局负责）", "一、修堤"),
        a_heading(1, "二、", "清淤"),
        a_paragraph("清淤。（坏局负责）", "二、清淤"),
        a_heading(1, "三、", "绿化"),
        a_paragraph("绿化。（县林业局负责）", "三、绿化"),
    )
    found = document_to_facts(document)
    assert [task.task for task in found.tasks] == ["修堤", "绿化"]
    (failure,) = [one for one in found.unread if "未能处理" in one.message]
    assert failure.kind is FindingKind.UNREAD
    assert failure.evidence[0].quote == "清淤。（坏局负责）"


def test_a_table_that_fails_costs_itself(monkeypatch):
    monkeypatch.setattr(task_tables, "split_units", bad(task_tables.split_units, "坏"))
    good, broken = (a_table(["任务", "责任单位"], [["修堤", unit]]) for unit in ("县水利局", "坏局"))
    found = document_to_facts(a_document(broken, good))
    assert [task.responsible_units for task in found.tasks] == [("县水利局",)]
    assert "未能处理" in found.unread[0].message


def test_a_check_that_fails_costs_itself(monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(facts, "clause_findings", fails)
    found = document_to_facts(a_document(a_table(["任务", "责任单位"], [["修堤", "县水利局"]])))
    assert len(found.tasks) == 1
    assert found.unread[0].message == "有一项核对未能完成，请人工核对。"

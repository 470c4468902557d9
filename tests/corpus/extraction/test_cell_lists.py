"""Tables that were printed one cell a line."""

from corpus.extraction.facts import document_to_facts
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph

HEAD = a_heading(1, "专栏2", "“十五五”主要指标")


def lines(*texts):
    return a_document(HEAD, *(a_paragraph(text, "专栏2“十五五”主要指标") for text in texts))


def test_rows_are_put_back_together():
    facts = document_to_facts(
        lines("序号", "指标", "预期值", "属性", "1", "火灾起数", "下降12%", "约束性", "2", "覆盖率", ">95%", "预期性")
    )
    found = [(one.indicator, str(one.quantity.value), str(one.quantity.bound), one.period) for one in facts.targets]
    assert found == [("火灾起数", "-12", "eq", (2026, 2030)), ("覆盖率", "95", "gt", (2026, 2030))]
    assert facts.targets[0].quote == "1火灾起数下降12%约束性"
    assert facts.targets[0].place.row == 1


def test_tasks_too():
    facts = document_to_facts(lines("序号", "任务", "责任单位", "1", "修堤", "县水利局", "2", "清淤", "县城管局"))
    assert [(task.task, task.responsible_units) for task in facts.tasks] == [
        ("修堤", ("县水利局",)),
        ("清淤", ("县城管局",)),
    ]


def test_what_does_not_run_on_is_no_table():
    assert document_to_facts(lines("序号", "指标", "1", "火灾起数", "3", "覆盖率")).targets == ()

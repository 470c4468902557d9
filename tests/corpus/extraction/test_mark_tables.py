"""Tables in which a mark says that a unit takes part."""

from corpus.extraction.task_tables import table_to_tasks
from tests.corpus.extraction.building import a_table


def assigned(tasks):
    return [(task.task, list(task.lead_units), list(task.responsible_units)) for task in tasks]


def test_units_across_and_tasks_down():
    table = a_table(
        ["序号", "事项", "县水利局", "县财政局", "县林业局"],
        [["1", "修复湿地", "√", "", "√"], ["2", "安排资金", "", "√", ""]],
    )
    assert assigned(table_to_tasks(table)) == [
        ("修复湿地", [], ["县水利局", "县林业局"]),
        ("安排资金", [], ["县财政局"]),
    ]


def test_tasks_across_and_units_down_with_a_legend():
    table = a_table(
        ["单位", "修复湿地", "安排资金"],
        [["县水利局", "●", "○"], ["县财政局", "○", "●"]],
        notes=["注：●表示牵头，○表示配合。"],
    )
    tasks = table_to_tasks(table)
    assert assigned(tasks) == [("修复湿地", ["县水利局"], ["县财政局"]), ("安排资金", ["县财政局"], ["县水利局"])]
    assert [(one.role, one.units) for one in tasks[0].other_roles] == [("配合", ("县财政局",))]


def test_words_may_stand_for_marks():
    table = a_table(["任务", "县水利局", "县财政局"], [["修复湿地", "牵头", "配合"]])
    assert assigned(table_to_tasks(table)) == [("修复湿地", ["县水利局"], ["县财政局"])]


def test_a_table_of_other_marks_holds_no_tasks():
    assert table_to_tasks(a_table(["区域", "是否达标", "是否公开"], [["东部", "√", ""], ["西部", "", "√"]])) == []


def test_a_mark_that_is_only_carried_down_is_none():
    table = a_table(["任务", "县水利局", "县财政局"], [["修复湿地", "√", ""], ["安排资金", "^√", "√"]])
    assert assigned(table_to_tasks(table)) == [("修复湿地", [], ["县水利局"]), ("安排资金", [], ["县财政局"])]

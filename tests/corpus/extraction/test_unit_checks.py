from corpus.extraction.clause_checks import clause_findings, link_tasks
from corpus.extraction.clauses import clauses_to_tasks
from corpus.extraction.task_tables import tables_to_tasks
from corpus.extraction.units import names_to_units
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def findings(clause_units, *row_units, title="优化服务"):
    rows = [[str(number), title, "优化服务。", units] for number, units in enumerate(row_units, 1)]
    document = a_document(
        a_heading(1, "1.", "优化服务。"),
        a_paragraph(f"优化服务。（责任单位：{clause_units}）", "1.优化服务"),
        a_table(["序号", "任务", "措施", "责任单位"], rows),
    )
    tasks = link_tasks([*tables_to_tasks(document), *clauses_to_tasks(document)])
    printed = [unit for task in tasks for unit in task.responsible_units]
    return clause_findings(tasks, names_to_units("d", printed))


def test_aliases_and_bracket_variants_are_no_difference():
    assert findings("区人力社保局、区财政局〈区国资办〉", "区人社局", "区财政局（区国资办）") == []


def test_units_that_only_one_side_names_are_stated():
    (finding,) = findings("区发改局、区税务局", "区发改局、南郊街道")
    assert finding.message == "“优化服务”的责任单位正文与任务表不一致：正文另有区税务局，任务表另有南郊街道。"
    assert len(finding.evidence) == 2


def test_a_title_with_other_words_is_stated():
    (finding,) = findings("区发改局", "区发改局", title="服务优化")
    assert finding.message == "同一任务的名称正文作“优化服务”，任务表作“服务优化”。"

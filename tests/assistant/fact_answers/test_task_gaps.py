from assistant.answer import AnswerKind, RefusalReason
from assistant.draft import Draft, NoAnswer
from tests.assistant.fact_answers.clauses import clause_words


def test_a_measure_for_which_no_unit_is_named():
    """（六）举办乡村民宿节 of the made-up document ends without a bracket."""
    text = clause_words("民宿意见中“举办乡村民宿节”的牵头单位是哪家？")
    assert "没有写明" in text
    assert "“举办乡村民宿节”" in text


def test_a_clause_without_a_lead_in_a_document_that_names_leads():
    text = clause_words("推广智慧入住由哪个部门牵头？")
    assert text.startswith("没有写明牵头单位。")
    assert "公安厅、文化和旅游厅" in text


def test_a_document_without_a_task_table(answer):
    outcome = answer("嘉兴规划里楼宇招商由谁牵头？")
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert "没有规定牵头单位" in outcome.message


def test_whether_there_is_a_task_table(answer, told):
    assert "任务表" in clause_words("民宿意见有任务分解表吗？")
    assert told("嘉兴规划有没有任务分解表？").startswith("没有。")
    outcome = answer("鹿城有没有任务清单？")
    assert isinstance(outcome, Draft)
    assert outcome.kind is AnswerKind.YES_NO
    assert "鹿城区楼宇经济高质量发展行动方案任务清单" in outcome.statements[0].text

from assistant.draft import NoAnswer
from tests.assistant.fact_answers.clauses import clause_answer


def test_a_unit_that_the_document_does_not_name():
    outcome = clause_answer("外事部负责什么？")
    assert isinstance(outcome, NoAnswer)
    assert "没有提到外事部" in outcome.message


def test_a_unit_asked_of_a_document_that_sets_no_tasks(answer):
    outcome = answer("嘉兴市教育局负责哪些任务？")
    assert isinstance(outcome, NoAnswer)
    assert "没有任务分解表" in outcome.message

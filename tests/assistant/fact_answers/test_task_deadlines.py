from tests.assistant.fact_answers.clauses import clause_words


def test_the_deadlines_of_a_units_tasks(told):
    """Suzhou: 市商务局 stands beside tasks 1, 4 and 5."""
    text = told("苏州市商务局参与的任务什么时候完成？")
    assert "第1项“优化楼宇服务流程”：完成时限为2023年4月底前" in text
    assert "第4项“放大典型示范效应”：完成时限为持续推进" in text


def test_a_table_without_deadlines_is_said_to_have_none(told):
    """Qingpu: 区国资委 leads 3, 11 and 13; the table has no column for deadlines."""
    text = told("青浦区国资委牵头的任务分别什么时候完成？")
    assert "没有完成时限一栏" in text
    assert "区国资委牵头的任务共3项" in text
    assert "没有完成时限一栏" in told("鹿城区住建局牵头的任务分别什么时候完成？")


def test_clauses_say_by_when_in_their_own_words():
    text = clause_words("财政厅参与的任务分别什么时候完成？")
    assert "（一）“改造进村道路”：2023年6月底前完成摸排" in text
    assert "（三）“培训从业人员”：2023年底前培训管家五千人次" in text


def test_clauses_that_print_no_day():
    assert "没有为各项任务规定完成时限" in clause_words("公安厅参与的任务分别什么时候完成？")


def test_all_deadlines_of_a_document_without_a_column_for_them():
    text = clause_words("民宿意见各项任务的完成时限是什么？")
    assert "没有逐项规定完成时限，写明时间的有3项" in text

from tests.assistant.fact_answers.clauses import clause_words


def test_who_does_each_task_of_a_document():
    lines = clause_words("民宿意见各条分别由谁负责？").splitlines()
    assert lines[0] == "共5项："
    assert lines[2] == "（二）“增设停车场地”：责任单位为住房城乡建设厅、自然资源厅、各市人民政府等。"


def test_who_does_each_task_of_one_part():
    lines = clause_words("提升服务能力各条的责任单位分别是谁？").splitlines()
    assert lines[0] == "共3项："
    assert "培训从业人员" in lines[1]


def test_who_does_each_task_of_one_category_of_a_table(told):
    """Qingpu's last category has the tasks 18 to 22."""
    lines = told("青浦“高标准建立楼宇综合评价和治理体系”各项任务分别由谁牵头？").splitlines()
    assert lines[0] == "共5项："
    assert lines[1].startswith("第18项“建立项目评估机制”：牵头单位为区商务委")

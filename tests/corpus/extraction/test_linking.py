from corpus.extraction.clause_checks import link_tasks
from corpus.extraction.clauses import clauses_to_tasks
from corpus.extraction.task_tables import tables_to_tasks
from tests.corpus.extraction.building import a_document, a_heading, a_paragraph, a_table


def linked():
    one, two = ("1.推进楼宇精准招商",), ("2.完善楼宇配套",)
    document = a_document(
        a_heading(1, "1.", "推进楼宇精准招商。"),
        a_paragraph("聚焦科技服务，开展产业链招商。（市商务局负责）", *one),
        a_heading(1, "2.", "完善楼宇配套。"),
        a_paragraph("优化公交线路。提升楼宇文化氛围。（市交通局、市工商联负责）", *two),
        a_table(
            ["序号", "重点任务", "具体任务", "责任单位"],
            [
                ["1", "推进精准楼宇招商", "开展产业链招商。", "市商务局"],
                ["2", "完善楼宇配套", "优化公交线路。", "市交通局"],
                ["3", "^完善楼宇配套", "提升楼宇文化氛围。", "市工商联"],
                ["4", "另一件事", "没有正文的任务。", "市税务局"],
            ],
        ),
    )
    return link_tasks([*tables_to_tasks(document), *clauses_to_tasks(document)])


def test_rows_find_their_clause_by_name_even_with_words_in_another_order():
    first, second, third, alone, clause_one, clause_two = linked()
    assert first.corresponds == (clause_one.id,)
    assert clause_two.corresponds == (second.id, third.id)
    assert alone.corresponds == ()

from assistant.facts.evidence import distinct, target_evidence, task_evidence
from corpus.document import Heading, Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place, table, target


def test_a_year_that_only_the_caption_tells_is_quoted_from_it(library):
    cell = next(one for one in library.targets(["suzhou"]) if one.scope == "昆山市" and one.indicator == "累计亿元楼宇")
    assert any("2023" in item.quote for item in target_evidence(cell, library))


def test_units_of_a_merged_cell(library):
    """市司法局 is printed once for the four rows of suzhou's fourth task."""
    rows = [task for task in library.tasks(["suzhou"]) if task.seq == 4]
    assert all(any("市司法局" in item.quote for item in task_evidence(task, library)) for task in rows)


def test_equal_quotes_count_once(library):
    task = library.tasks(["suzhou"])[0]
    evidence = task_evidence(task, library, header=True)
    assert distinct((*evidence, *evidence)) == evidence


def test_the_row_that_prints_the_category_is_not_cited(library):
    """青浦 item 21: its 行动类别 is printed in row 18, its 任务内容 in its own row; row 22 takes that from row 21."""
    rows = {task.seq: task for task in library.tasks(("qingpu",)) if task.origin == "table"}
    cited = {seq: [item.place.row for item in task_evidence(rows[seq], library)] for seq in (21, 22)}
    assert cited == {21: [21], 22: [22, 21]}


def test_a_year_that_only_the_title_tells_is_quoted_from_it():
    title = Heading(
        level=1,
        number="",
        span=Span(start=0, end=1),
        text="2031年工作报告",
        title="2031年工作报告",
        place=place("a", 1),
    )
    goal = Paragraph(text="今年新增公园12座。", place=place("a", 5), span=Span(start=2, end=3))
    report = document("a").model_copy(update={"blocks": (title, goal)})
    aim = target("a", "新增公园", "12", "座", 2031, line=5, quote="新增公园12座")
    library = Library([report], [Facts(document_id="a", targets=(aim,))])
    assert [item.quote for item in target_evidence(aim, library)] == ["新增公园12座", "2031年工作报告"]


def test_a_year_that_only_the_heading_over_a_table_tells_is_quoted_from_it():
    heading = Paragraph(text="附件2 2031年投资计划表", place=place("a", 1), span=Span(start=0, end=1))
    grid = table("a", ("区域", "四季度"), ("东河区", "130"), caption="投资计划表")
    cell = target("a", "四季度", "130", "万元", 2031, scope="东河区", quote="130", table="投资计划表")
    cell = cell.model_copy(update={"place": grid.rows[0].place})
    plan = document("a").model_copy(update={"blocks": (heading, grid)})
    quotes = [item.quote for item in target_evidence(cell, Library([plan], [Facts(document_id="a", targets=(cell,))]))]
    assert quotes == ["130", "东河区 130", "区域四季度", "附件2 2031年投资计划表"]

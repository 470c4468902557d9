"""Tables that were printed one cell a line."""

from corpus.document import Heading, MediaType, Paragraph, Source
from corpus.extraction.facts import document_to_facts
from corpus.reading.document import reading_to_document
from corpus.reading.plain_text import read_text

HEAD = (
    "甲县“十五五”应急规划",
    "甲县人民政府",
    "一、主要目标",
    "到2030年，防灾能力明显增强。",
    "专栏2　“十五五”主要指标",
)
GOALS = ("序号", "指标", "预期值", "属性", "1", "火灾起数", "下降12%", "约束性", "2", "覆盖率", ">95%", "预期性")


def read(*lines):
    source = Source(id="a", file="a.txt", media_type=MediaType.TEXT, sha256="0" * 64)
    return reading_to_document(read_text("\n".join(lines).encode(), "a.txt"), source)


def test_rows_are_put_back_together():
    (table,) = read(*HEAD, *GOALS).tables
    assert [column.name for column in table.columns] == ["序号", "指标", "预期值", "属性"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["1", "火灾起数", "下降12%", "约束性"],
        ["2", "覆盖率", ">95%", "预期性"],
    ]
    assert (table.rows[1].quote, table.rows[1].place.table_no, table.rows[1].place.row) == (
        "2 覆盖率 >95% 预期性",
        1,
        2,
    )


def test_they_are_read_for_facts():
    facts = document_to_facts(read(*HEAD, *GOALS))
    found = [(one.indicator, str(one.quantity.value), str(one.quantity.bound), one.period) for one in facts.targets]
    assert found == [("火灾起数", "-12", "eq", (2026, 2030)), ("覆盖率", "95", "gt", (2026, 2030))]
    tasks = document_to_facts(
        read(*HEAD[:3], "序号", "任务", "责任单位", "1", "修堤", "县水利局", "2", "清淤", "县城管局")
    ).tasks
    assert [(task.task, task.responsible_units) for task in tasks] == [
        ("修堤", ("县水利局",)),
        ("清淤", ("县城管局",)),
    ]


def test_what_stands_below_is_no_longer_in_its_box():
    below = read(*HEAD, *GOALS, "体制机制更加完善。", "二、保障措施").blocks
    words = next(block for block in below if isinstance(block, Paragraph) and block.text == "体制机制更加完善。")
    assert words.place.path == ("一、主要目标",)
    assert [block.title for block in below if isinstance(block, Heading)][-1] == "保障措施"


def test_what_does_not_run_on_is_no_table():
    assert read(*HEAD, "序号", "指标", "1", "火灾起数", "3", "覆盖率").tables == ()
    assert read(*HEAD, *GOALS[:9], "覆盖率").tables == ()

from types import SimpleNamespace

import pytest

from assistant.facts.outline import answer_outline
from assistant.reading.ask import Ask, Fold, Subject, Where
from corpus.document import MediaType, Source
from corpus.facts import Facts, Library
from corpus.reading.document import reading_to_document
from corpus.reading.lines import text_to_lines
from corpus.reading.reading import Reading


def ask(words="", documents=("taiyuan",), fold=Fold.SHOW, heard=frozenset({"outline"}), per_document=False, **where):
    return Ask(
        Subject.OUTLINE,
        Where(documents=documents, words=words, **where),
        fold=fold,
        heard=heard,
        per_document=per_document,
    )


@pytest.fixture
def told(best):
    return lambda *args, **more: best(answer_outline, ask(*args, **more))


def test_the_parts_of_a_document(told):
    assert told() == (
        "正文共4个部分：指导思想；主要目标；重点任务；保障措施。\n另有附件：太原市楼宇经济高质量发展实施方案任务分解表。"
    )


def test_what_stands_under_a_heading(told):
    assert told("保障措施", documents=("lucheng",)) == "“保障措施”共3项：强化责任落实；强化要素保障；强化宣传引导。"
    assert told("重点任务") == (
        "“重点任务”共4项：改造提升楼宇品质；精准谋划楼宇招商；运营提升楼宇质效；优化楼宇配套服务。"
    )


def test_a_part_by_its_number_and_an_annex(told):
    assert told(documents=("suzhou",), ordinals=(3,)) == (
        "“重点任务”共5项：优化楼宇服务流程；加强楼宇动态监测；制定三年行动计划；放大典型示范效应；完善楼宇工作机制。"
    )
    assert told(documents=("lucheng",), annexes=(1,)) == "“鹿城区楼宇经济发展领导小组”共2项：领导小组架构；责任分工。"
    assert told(documents=("lucheng",), annexes=(3,)) == (
        "“鹿城区楼宇经济建设重大项目清单”是一张表，各列为：序号、项目名称、项目类别、建设类别、建设内容和规模、建筑面积(平方米)。"
    )


def test_where_it_is_asked_how_many_those_below_are_counted_too(told):
    """The headings below those that are listed, all together."""
    assert told("重点任务", heard=frozenset({"ask_count", "total"})) == (
        "“重点任务”共4项，下面一共11条：改造提升楼宇品质；精准谋划楼宇招商；运营提升楼宇质效；优化楼宇配套服务。"
    )


def test_a_section_without_headings_says_its_first_sentences(told):
    assert told("主要目标").startswith("到2025年,提升一批产权分散业态散乱存量楼宇")


def test_words_that_no_heading_holds_leave_the_whole(index):
    found = answer_outline(ask("钓鱼"), index)
    assert [one.features["whole"] for one in found] == [1.0]


def test_of_some_parts_the_number_of_the_last_item_of_all_is_told_beside():
    lines = "一、总的要求\n1.坚持正确方向，把各项工作做实做细做好，让群众满意，让企业满意，并长期坚持下去。\n"
    lines += "二、强基行动计划\n2.建好阵地。\n3.选好队伍。\n三、亮旗行动计划\n4.亮出身份。\n5.亮出承诺。\n"
    lines += "四、聚力行动计划\n6.联系群众。\n7.服务企业。\n"
    source = Source(id="x", file="x.txt", media_type=MediaType.TEXT, sha256="0")
    text = f"甲市行动实施意见\n{lines}"
    read = reading_to_document(Reading(text, tuple(text_to_lines(text))), source)
    made = SimpleNamespace(library=Library([read], [Facts(document_id="x")]), pending=True, closeness=lambda *_: {})
    found = answer_outline(ask("几个行动计划", ("x",), heard=frozenset({"ask_count", "total", "outline"})), made)
    assert "以此为题的共3项，下面一共6条（全文7条）：强基行动计划；亮旗行动计划；聚力行动计划。" in [
        one.outcome.text for one in found
    ]

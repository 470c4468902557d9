import pytest

from assistant.citing import draft_problems
from assistant.facts.outline import answer_outline
from assistant.reading.ask import Ask, Fold, Subject, Where


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
    assert told(fold=Fold.COUNT) == (
        "正文共4个部分：指导思想；主要目标；重点任务；保障措施。\n另有附件：太原市楼宇经济高质量发展实施方案任务分解表。"
    )
    assert told(documents=("jiaxing",)).split("\n")[:2] == [
        "正文共5个部分：现状和趋势；思路和目标；空间布局；主要任务；保障措施。",
        "现状和趋势：发展现状；趋势展望。",
    ]


def test_what_stands_under_a_heading_and_how_much_below_that(told):
    assert told("保障措施", documents=("lucheng",)) == "“保障措施”共3项：强化责任落实；强化要素保障；强化宣传引导。"
    assert told("重点任务", fold=Fold.COUNT) == (
        "“重点任务”共4项，下面共11条："
        "改造提升楼宇品质（3条）；精准谋划楼宇招商（2条）；运营提升楼宇质效（3条）；优化楼宇配套服务（3条）。"
    )


def test_which_part_a_section_is(told):
    assert told("重点任务", heard=frozenset({"number"})) == "“重点任务”是正文4个部分中的第3个。"


def test_a_part_by_its_number_and_an_annex(told):
    assert told(documents=("suzhou",), ordinals=(3,)) == (
        "“重点任务”共5项：优化楼宇服务流程；加强楼宇动态监测；制定三年行动计划；放大典型示范效应；完善楼宇工作机制。"
    )
    assert told(documents=("lucheng",), annexes=(1,)) == "“鹿城区楼宇经济发展领导小组”共2项：领导小组架构；责任分工。"
    assert told(documents=("lucheng",), annexes=(3,)) == (
        "“鹿城区楼宇经济建设重大项目清单”是一张表，各列为：序号、项目名称、项目类别、建设类别、建设内容和规模、建筑面积(平方米)。"
    )


def test_a_section_without_headings_says_its_first_sentences(told):
    assert told("主要目标").startswith("到2025年,提升一批产权分散业态散乱存量楼宇")


def test_of_several_documents_a_line_each(told):
    lines = told("保障措施", documents=("taiyuan", "lucheng"), per_document=True).split("\n")
    assert lines[0] == "太原：“保障措施”共4项：强化组织领导；强化政策支持；强化服务保障；强化评价监测。"
    assert lines[1].startswith("鹿城：“保障措施”共3项")
    lines = told("保障措施", documents=("taiyuan", "suzhou", "lucheng"), per_document=True).split("\n")
    assert lines[-1] == "没有以此为题的部分：苏州。"


def test_words_that_no_heading_holds_leave_the_whole(index):
    found = answer_outline(ask("钓鱼"), index)
    assert [one.features["whole"] for one in found] == [1.0]


def test_the_part_that_speaks_of_a_thing(index):
    found = answer_outline(ask("楼长"), index)
    assert [one.outcome.statements[0].text for one in found if "part" in one.features] == [
        (
            "在“三、重点任务”的“（四）优化楼宇配套服务”的“9.提升楼宇综合服务水平”部分："
            "设立各楼宇“楼长”,加强楼宇精细化管理,协同做好楼宇招商、产业培育、运营拓展等服务。"
        )
    ]


def test_how_many_things_stand_below_each_part(index):
    found = answer_outline(ask("主要任务", documents=("qingpu",), fold=Fold.COUNT), index)
    counted = [one.outcome for one in found if "counted" in one.features]
    assert [[said.text for said in one.statements] for one in counted] == [
        ["正文共3个部分，下面共10条。", "总体要求：3条。", "主要任务：4条。", "行动保障：3条。"],
        [
            "“主要任务”共4个部分，下面共13条。",
            "高水平推进楼宇载体建设和改造：3条。",
            "高品质推动楼宇运营和服务提升：2条。",
            "高层次拓展楼宇招商模式和行业资源：4条。",
            "高标准建立楼宇综合评价和治理体系：4条。",
        ],
    ]
    assert [draft_problems(one, index.library, "") for one in counted] == [[], []]

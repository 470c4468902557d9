import pytest

from assistant.facts.overview import answer_overview
from assistant.reading.ask import Ask, Subject, Where


def ask(words="", documents=("taiyuan",), heard=frozenset({"summary"}), **where):
    return Ask(Subject.OVERVIEW, Where(documents=documents, named=True, words=words, **where), heard=heard)


@pytest.fixture
def told(best):
    return lambda *args, **more: best(answer_overview, ask(*args, **more))


def test_a_document_in_short(told):
    assert told() == (
        "《太原市楼宇经济高质量发展实施方案(2023—2025年)》，2023年11月17日由太原市人民政府办公室印发。\n"
        "主要目标：到2025年，税收超过亿元的楼宇占比10%、城区楼宇入驻率70%以上、星级楼宇入驻率85%以上、特色楼宇20座以上。\n"
        "正文共4个部分：指导思想；主要目标；重点任务；保障措施。\n"
        "重点任务有4项：改造提升楼宇品质；精准谋划楼宇招商；运营提升楼宇质效；优化楼宇配套服务。\n"
        "任务分解表列23项任务。"
    )


def test_who_leads_most_where_there_is_room(told):
    assert told(documents=("qingpu",)).endswith("任务分解表列22项任务。\n牵头任务最多的是区商务委。")


def test_several_documents_in_a_line_each(told):
    assert told(documents=("taiyuan", "suzhou")).split("\n") == [
        "太原：《太原市楼宇经济高质量发展实施方案(2023—2025年)》，2023年11月17日由太原市人民政府办公室印发。",
        "苏州：《关于促进楼宇经济高质量发展的推进方案》（苏府办〔2023〕48号），2023年3月28日由苏州市人民政府办公室印发。",
    ]


@pytest.mark.parametrize("document", ["qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"])
def test_an_overview_is_short(told, document):
    assert len(told(documents=(document,))) <= 330


def test_no_document_is_no_candidate(index):
    assert answer_overview(ask(documents=("nowhere",)), index) == []


def test_of_several_documents_the_one_that_the_words_fit_is_told_in_short_as_well(index):
    both, one, *_ = answer_overview(ask("太原 实施方案", documents=("suzhou", "taiyuan")), index)
    assert [statement.text[:3] for statement in both.outcome.statements] == ["苏州：", "太原："]
    assert one.outcome.statements[0].text.startswith("《太原市楼宇经济高质量发展实施方案(2023—2025年)》")
    assert "正文共4个部分" in one.outcome.text


def test_where_no_document_is_named_the_words_tell_which_is_meant(index):
    told = answer_overview(ask("十三五 规划", documents=()), index)
    assert {one.outcome.statements[0].text[:6] for one in told} == {"《嘉兴市楼宇"}
    assert answer_overview(ask("", documents=()), index) == []


def test_a_long_overview_is_told_without_goals_too(index):
    for document in ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"):
        told = answer_overview(ask(documents=(document,)), index)
        assert len(told) == 1 + (len(told[0].outcome.text) > 240)
        assert all(len(one.outcome.text) <= 240 and "主要目标：" not in one.outcome.text for one in told[1:])

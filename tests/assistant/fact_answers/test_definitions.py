from types import SimpleNamespace

import pytest

from assistant.fact_answers.definitions import answer_unexplained
from assistant.understanding.understanding import question_to_query
from corpus.document import Paragraph
from corpus.facts import Facts, Library
from corpus.place import Span
from tests.assistant.making import document, place


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("鹿城区楼宇经济“三个倍增”目标具体是哪三个？", "亿元楼宇倍增，总数达到36幢"),
        ("太原方案里的ABS和CMBS分别是什么？", "商业房地产抵押贷款支持证券"),
        ("嘉兴规划对“楼宇经济”的定义里，明确把哪些建筑排除在外？", "行政事业单位自用房、专业市场"),
        ("嘉兴成熟楼宇是什么意思", "2014年底前投入使用"),
        ("嘉兴的五进楼宇是哪五进", "经济服务"),
        ("鹿城方案里楼宇指什么？", "商务办公建筑面积5000平方米以上"),
    ],
)
def test_what_a_term_means(told, question, words):
    assert words in told(question)


def test_numerator_and_denominator(told):
    text = told("鹿城说的属地纳税率，分子分母各是啥？")
    assert "分子为税务管辖属于鹿城的企业" in text
    assert "分母为全部注册企业" in text


def test_a_set_that_is_never_explained(told):
    assert told("苏州文件反复提“四链融合”，文件里解释了是哪四链吗？").startswith("没有解释。")


def test_definitions_side_by_side(told):
    text = told("各地文件对亿元楼宇怎么定义？")
    assert "苏州" in text
    assert "全口径税收超过1亿元" in text
    assert "未作说明" in text


def test_a_named_set_explained_in_brackets_behind_it(told):
    assert "（名企、名牌、名家）" in told("嘉兴给入驻企业搞的“三名”工程，指的是哪三名？")


def test_the_smaller_sets_of_a_term_are_explained(told):
    """“一核”即市本级楼宇集聚核心区。…“五城”即嘉善、平湖、海盐、海宁、桐乡五个楼宇集聚副中心城区。"""
    text = told("嘉兴“一核集聚、五城联动”中的五城是哪五个？")
    assert "嘉善、平湖、海盐、海宁、桐乡" in text
    assert "一核" not in text
    both = told("嘉兴“一核集聚、五城联动”是什么意思？")
    assert "“一核”即" in both
    assert "“五城”即" in both


@pytest.mark.parametrize(
    ("said", "explained"),
    [("改厨、改厕、改客房、整理院落", True), ("改厨、整理院落", False)],
)
def test_a_named_set_enumerated_right_before_it(said, explained):
    """As many things as its numerals count explain it; fewer do not."""
    text = f"对农户实施{said}“三改一整”工程。"
    block = Paragraph(text=text, place=place("a"), span=Span(start=0, end=len(text)))
    made = Library([document("a", text=text).model_copy(update={"blocks": (block,)})], [Facts(document_id="a")])
    query = question_to_query("“三改一整”工程具体指什么？", made)
    (statement,) = answer_unexplained(query, SimpleNamespace(library=made)).statements
    assert (statement.text == text) is explained

"""The typed slots of a question: areas of a kind."""

import pytest

from assistant.reading.reading import read
from assistant.reading.slots import slots_of
from corpus.facts import Facts, Library
from corpus.target import Bound
from tests.assistant.lexical import lexical_index
from tests.assistant.making import document, target

FOUR = {"张家港市", "常熟市", "太仓市", "昆山市"}


@pytest.mark.parametrize(
    ("question", "areas"),
    [
        ("苏州四个县级市加起来比吴中区多几幢", FOUR | {"吴中区"}),
        ("苏州吴中区比四个县级市加起来少几幢", FOUR | {"吴中区"}),
        ("苏州昆山和常熟加起来跟吴江区差几幢", {"昆山市", "常熟市", "吴江区"}),
        ("苏州昆山和常熟一共几幢", {"昆山市", "常熟市"}),
        ("苏州昆山市占比多少", {"昆山市"}),
        ("青浦赵巷镇和徐泾镇谁的去化面积大", {"赵巷镇", "徐泾镇"}),
    ],
)
def test_areas_of_a_kind_are_named_together(question, areas):
    library = lexical_index().library
    slots = slots_of(read(question, library), library)
    assert set(slots.areas) == areas


@pytest.mark.parametrize(
    ("question", "areas"), [("临江和望山2026年产值谁高", ()), ("望山2026年产值多少", ("望山市",)), ("临江的产值", ())]
)
def test_a_place_that_names_one_document_beside_another_is_no_area(question, areas):
    goal = target("market", "产值", "5", "亿元", 2026, scope="望山市")
    facts = [Facts(document_id="river"), Facts(document_id="market", targets=(goal,))]
    library = Library([document("river", "临江市"), document("market", "望山市")], facts)
    assert slots_of(read(question, library), library).areas == areas


@pytest.mark.parametrize(
    ("question", "heads"),
    [
        ("青浦哪几条是两个部门一块牵头的", [(Bound.EQ, 2)]),
        ("太原有三家以上单位负责的任务吗", [(Bound.GE, 3)]),
        ("鹿城哪一项同时标了两个牵头单位", [(Bound.EQ, 2)]),
        ("青浦这两个部门牵头的任务有哪些", []),
        ("青浦哪个部门牵头的任务最多", []),
    ],
)
def test_how_many_units_the_rows_have(question, heads):
    library = lexical_index().library
    assert [(one.bound, one.value) for one in slots_of(read(question, library), library).heads] == heads


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("苏州哪些地方都要添两栋亿元楼", [2]),
        ("苏州哪些地方要办十二场推介", [12]),
        ("苏州要一栋一栋地改吗", []),
        ("苏州两家单位的任务", []),
    ],
)
def test_buildings_and_events_are_counted_in_words_too(question, amounts):
    library = lexical_index().library
    assert [one.value for one in slots_of(read(question, library), library).amounts] == amounts


@pytest.mark.parametrize(
    ("question", "dated"),
    [
        ("区商务委在2023年青浦方案里牵头哪些任务", False),
        ("2023年底前青浦要完成的任务有哪些", True),
        ("2024年青浦方案里有哪些任务", True),
        ("苏州4月底前要完成的任务有哪些", True),
    ],
)
def test_the_year_of_issue_in_front_of_a_name_is_no_deadline(question, dated):
    library = lexical_index().library
    assert bool(slots_of(read(question, library), library).due) is dated


def test_a_month_without_a_year_is_of_the_year_of_issue():
    library = lexical_index().library
    due = slots_of(read("苏州4月底前要完成的任务有哪些", library), library).due
    assert due
    assert str(due.last) == "2023-04-30"


@pytest.mark.parametrize(
    ("question", "ordinals"),
    [
        ("太原任务七由谁牵头", (7,)),
        ("太原措施3什么时候完成", (3,)),
        ("太原序号12的责任单位", (12,)),
        ("太原第十二项谁负责", (12,)),
        ("太原任务12个都有谁", ()),
    ],
)
def test_items_are_named_by_their_kind_and_number(question, ordinals):
    library = lexical_index().library
    assert slots_of(read(question, library), library).ordinals == ordinals


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("2023年太原市楼宇经济方案里入驻率要到多少", ()),
        ("太原2023年的入驻率", (2023,)),
        ("2025年太原市楼宇经济方案里入驻率要到多少", (2025,)),
    ],
)
def test_the_year_of_issue_in_front_of_a_documents_name_is_no_year_asked(question, years):
    library = lexical_index().library
    assert slots_of(read(question, library), library).years == years

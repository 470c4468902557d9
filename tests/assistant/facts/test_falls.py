"""What is claimed of falls (下降15%), and of the one row whose name is said."""

from decimal import Decimal

import pytest

from assistant.facts.measuring import verdict
from assistant.facts.record_picking import titled
from assistant.facts.record_tables import record_tables
from assistant.reading.ask import Ask, Subject, Where
from corpus.facts import Facts, Library
from corpus.target import Bound, Quantity
from tests.assistant.facts.asking import amount
from tests.corpus.reading.test_cell_lists import read

FALL = Quantity(value=Decimal(-15), unit="%")


@pytest.mark.parametrize(
    ("gist", "claimed", "judged"),
    [
        ("死亡人数下降15%吗", amount("15", "%"), True),
        ("死亡人数下降20%吗", amount("20", "%"), False),
        ("死亡人数上升15%吗", amount("15", "%"), None),
    ],
)
def test_a_fall_is_as_large_as_it_is_said_to_be(gist, claimed, judged):
    assert verdict(Ask(Subject.TARGETS, Where(words=gist, amounts=(claimed,)), claim=True, gist=gist), [FALL]) is judged


def test_a_rise_is_judged_as_before():
    ask = Ask(Subject.TARGETS, Where(amounts=(amount("15", "%"),)), claim=True, gist="提高15%吗")
    assert verdict(ask, [Quantity(value=Decimal(15), unit="%", bound=Bound.EQ)]) is True


def test_only_the_row_whose_whole_name_is_said_is_picked_by_it():
    cells = ("1", "事故死亡人数", "下降15%", "约束性", "2", "事故死亡率", "下降20%", "约束性")
    document = read("甲县应急规划", "甲县人民政府", "一、主要目标", "序号", "指标", "预期值", "属性", *cells)
    (table,) = record_tables(Library([document], [Facts(document_id="a")]))
    claim = Ask(Subject.RECORDS, Where(words="事故死亡人数 下降20%"), claim=True)
    assert [table.called(one) for one in titled(table, claim)] == ["事故死亡人数"]
    assert titled(table, Ask(Subject.RECORDS, Where(words="死亡率 下降20%"))) == []

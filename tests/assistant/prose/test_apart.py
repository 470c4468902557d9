"""The same figure of two places, over the five documents found without vectors."""

import pytest

from assistant.prose import apart as setting_apart
from assistant.prose.apart import figures_apart, sums_apart
from assistant.prose.places import place_label, places_of
from assistant.reading.ask import Ask, Subject, Where
from tests.assistant.prose.scenes import ranked


def apart(words, index, *documents):
    where = Where(documents=documents, named=True, words=words)
    ask = Ask(Subject.PROSE, where, gist=words, measures=frozenset({"rate"}), heard=frozenset({"difference"}))
    return figures_apart(ask, index)


def test_two_places_are_set_apart_and_each_is_named(index):
    found = apart("商务楼宇 入驻率", index, "taiyuan", "lucheng")
    assert found is not None
    assert found.statement.text.startswith("鹿城：2026年企业入驻率、属地注册率、属地纳税率均达90%以上；太原：")
    assert "鹿城更高，相差" in found.statement.text
    assert "低于50%" not in found.statement.text


def test_nothing_is_set_apart_for_one_place_or_three(index):
    assert apart("入驻率", index, "taiyuan") is None
    assert apart("入驻率", index, "taiyuan", "lucheng", "suzhou") is None


def test_a_place_is_called_as_its_only_document(index):
    places = places_of(("suzhou", "jiaxing"), index.library)
    assert [place_label(place, index.library) for place in places] == ["苏州", "嘉兴"]


_LISTED = "北部和南部的馆"
NORTH = "北部新建2个市级馆，改建5个区级馆，布局40个镇级馆。"
SOUTH = "南部新建1个市级馆，改建3个区级馆，布局16个镇级馆。"


@pytest.mark.parametrize(
    ("words", "other", "gap"),
    [
        ("北部的馆 南部的馆", SOUTH, "相差27个（47个-20个=27个）。"),  # A比B多几个
        (_LISTED, SOUTH, "相差27个（47个-20个=27个）。"),
        (_LISTED, "南部新建1个市级馆，改建3个区级站。", ""),  # nothing that adds up
        (_LISTED, "南部新建1个市级馆，改建3个区级馆。", ""),  # other kinds are listed
    ],
)
def test_two_sums_of_the_same_kinds_are_set_apart(words, other, gap, index, monkeypatch):
    told = {"北部": NORTH, "南部": other}
    monkeypatch.setattr(setting_apart, "found_of_item", lambda _ask, item, _index: (ranked(told[item[:2]]),))
    found = sums_apart(Ask(Subject.PROSE, Where(words=words)), index)
    assert (found.statement.text.rpartition("。")[0].rpartition("。")[2] + "。" if found else "") == gap

"""The same figure of two places, over the five documents found without vectors."""

from assistant.prose.apart import figures_apart
from assistant.prose.places import place_label, places_of
from assistant.reading.ask import Ask, Subject, Where


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

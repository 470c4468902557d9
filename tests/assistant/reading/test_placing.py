"""Places of a conversation: words of a document of the whole country, or names of other documents."""

import pytest

from assistant.reading.asides import without_asides
from assistant.reading.ask import Ask
from assistant.reading.following import followed
from assistant.reading.placing import placed
from assistant.reading.reading import read
from assistant.reading.turn import Turn
from corpus.facts import Facts, Library
from tests.assistant.lexical import lexical_index
from tests.assistant.making import document

TRADE = document(
    "trade",
    title="贸易试验区若干措施",
    text="支持邮件运输（适用范围：重庆贸易区）。支持储备（适用范围：浙江贸易区）。支持就业（适用范围：上海贸易区）。",
)
SHANGHAI = document("report", "上海", title="上海市工作报告", text="上海市就业平稳。")
LIBRARY = Library([TRADE, SHANGHAI], [Facts(document_id=one.source.id) for one in (TRADE, SHANGHAI)])
FIRST = Turn(followed(read("贸易试验区若干措施里浙江专享的有哪些", LIBRARY), [], LIBRARY)[0])


def asks(question: str, *history: Turn) -> list[Ask]:
    return followed(placed(read(question, LIBRARY), history, LIBRARY), history, LIBRARY)


@pytest.mark.parametrize("question", ["那上海的呢", "重庆呢", "换成重庆呢"])
def test_a_place_is_exchanged_for_one_that_the_document_speaks_of_alike(question):
    found = asks(question, FIRST)
    assert {ask.where.documents for ask in found} == {("trade",)}
    assert not any("浙江" in ask.where.words for ask in found)
    assert any("专享" in ask.where.words for ask in found)


def test_a_place_is_exchanged_behind_a_turn_that_named_none():
    second = Turn(next(ask for ask in asks("就业归谁管", FIRST) if ask.where.documents == ("trade",)))
    assert any("重庆" in ask.where.words and "专享" in ask.where.words for ask in asks("重庆呢", FIRST, second))


def test_a_place_that_no_document_speaks_of_stays_unknown():
    assert placed(read("四川呢", LIBRARY), [FIRST], LIBRARY).unknown_places == ("四川",)
    assert placed(read("重庆呢", LIBRARY), [FIRST], LIBRARY).unknown_places == ()


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ("鹿城要设楼宇党群驿站，苏州有没有", {"suzhou"}),
        ("太原办不办楼宇发展大会（像鹿城那样）", {"taiyuan"}),
        ("鹿城2026年要90%，比太原高吗", {"lucheng", "taiyuan"}),
        ("青浦和苏州都开了会，太原呢，哪个更早", {"qingpu", "suzhou", "taiyuan"}),
        ("青浦设了专班吗，苏州设了吗", {"qingpu", "suzhou"}),
    ],
)
def test_who_is_only_told_of_is_not_asked(question, documents):
    library = lexical_index().library
    assert set(without_asides(read(question, library)).documents) == documents

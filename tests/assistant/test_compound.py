"""Several questions in one breath are each answered, with nothing from elsewhere."""

import pytest

from assistant.answer import AnswerKind, RefusalReason
from assistant.compound import question_to_parts, with_parts
from assistant.draft import Draft, NoAnswer, Statement
from corpus.facts import Evidence
from tests.assistant import making

POWER = "农机总动力稳定在11亿千瓦左右，其中灌排机械动力达到1.3亿千瓦。"


def statement(text, quote, **place):
    at = making.place("a").model_copy(update=place)
    return Statement(text, (Evidence(quote=quote, place=at),))


def fact(*statements, kind=AnswerKind.FACT):
    return Draft(kind, statements)


TOTAL = fact(statement("农机总动力为11亿千瓦左右。", POWER))
PUMPS = fact(statement("灌排机械动力为1.3亿千瓦。", POWER))
NOTHING = NoAnswer(RefusalReason.NOT_IN_CORPUS, "没有找到。")


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("总动力稳定在多少？其中灌排机械动力达到多少？", ("总动力稳定在多少", "其中灌排机械动力达到多少")),
        ("大厦在哪个地块，建筑面积多大，由谁投资？", ("大厦在哪个地块", "建筑面积多大", "由谁投资")),
        ("到2025年，去化面积要达到多少？", None),
        ("哪个镇最多，是多少？", None),
        ("苏州和太原的目标分别是多少？", None),
        ("招商归谁管？什么时候办？谁配合？花多少钱？在哪里办？", None),
    ],
)
def test_a_text_is_taken_apart_where_each_part_asks_something_of_its_own(question, parts):
    assert question_to_parts(question) == (parts or (question,))


def test_the_number_that_the_whole_leaves_out_is_added():
    joined = with_parts(PUMPS, [TOTAL, PUMPS])
    assert [one.text for one in joined.statements] == [PUMPS.statements[0].text, TOTAL.statements[0].text]


def test_parts_answer_where_the_whole_has_no_answer():
    assert with_parts(NOTHING, [TOTAL, PUMPS]).statements == (*TOTAL.statements, *PUMPS.statements)


def test_a_part_without_an_answer_changes_nothing():
    assert with_parts(PUMPS, [TOTAL, NOTHING]) == PUMPS
    assert with_parts(NOTHING, [TOTAL, NOTHING]) == NOTHING


def test_what_is_said_already_is_not_said_twice():
    same = fact(statement("达到1.3亿千瓦。", POWER))
    assert with_parts(PUMPS, [PUMPS, same]) == PUMPS


def test_what_stands_in_another_section_is_about_something_else():
    other = fact(statement("商务楼宇建筑面积为600万平方米。", "建筑面积突破600万平方米", path=("二、行动目标",)))
    assert with_parts(PUMPS, [PUMPS, other]) == PUMPS


def test_of_prose_only_the_best_statement_is_added():
    prose = fact(
        statement("由甲公司投资。", "由甲公司投资"), statement("夯实板块。", "夯实板块"), kind=AnswerKind.PASSAGE
    )
    assert [one.text for one in with_parts(PUMPS, [PUMPS, prose]).statements][1:] == ["由甲公司投资。"]


def test_where_prose_answers_all_the_parts_are_not_even_looked_for():
    def parts():
        pytest.fail("work in vain")
        yield NOTHING

    prose = fact(statement("由甲公司投资。", "由甲公司投资"), kind=AnswerKind.PASSAGE)
    assert with_parts(prose, parts()) == prose

"""What a model says a question means: read tolerantly, linked to the library, never more than it holds."""

import pytest

from assistant.advising.linking import meaning_to_ask
from assistant.advising.meaning import Meaning, meaning_schema, reply_to_meanings
from assistant.reading.ask import Fold, Subject, Want
from assistant.reading.following import followed
from assistant.reading.reading import read
from tests.assistant.making import five_documents

LEAD = '{"asks": [{"subject": "tasks", "want": ["lead"], "words": "楼宇 台账"}]}'
TASKS = Meaning(subject=Subject.TASKS, want=("lead",), words="楼宇 台账")


@pytest.mark.parametrize(
    "reply",
    [
        LEAD,
        f"```json\n{LEAD}\n```",
        f"<think>{{}}</think>好的：{LEAD}完",
        '{"subject": "tasks", "want": ["lead"], "words": "楼宇 台账", "note": "多余"}',
        '{"asks": [{"subject": "poem"}, {"subject": "tasks", "want": ["lead"], "words": "楼宇 台账"}]}',
    ],
)
def test_a_meaning_is_found_in_what_surrounds_it(reply):
    assert reply_to_meanings(reply) == [TASKS]


@pytest.mark.parametrize(
    "reply",
    [
        None,
        "",
        "抱歉，我不能回答。",
        '{"asks": [{"subject": "tasks"',
        '{"asks": "tasks"}',
        '{"asks": []}',
        '{"asks": [7, null]}',
        '{"asks": [{"subject": "tasks", "fold": "delete"}]}',
        '{"asks": [{"subject": "tasks", "years": [99999]}]}',
        '{"asks": [{"subject": "tasks", "words": "' + "长" * 61 + '"}]}',
        '{"a":' * 50_000,
        "[" * 50_000,
    ],
)
def test_what_is_no_meaning_is_dropped(reply):
    assert reply_to_meanings(reply) == []


def test_the_schema_is_made_of_the_type():
    schema = meaning_schema()
    assert schema["$defs"]["Subject"]["enum"] == [str(one) for one in Subject]
    assert set(schema["$defs"]["Meaning"]["properties"]) == set(Meaning.model_fields)


def linked(question, **meaning):
    library = five_documents()
    reading = read(question, library)
    return meaning_to_ask(Meaning(**meaning), followed(reading, [], library), library)


def test_names_are_linked_and_unknown_ones_dropped():
    ask = linked(
        "园区的税收楼宇目标是多少？",
        subject="targets",
        documents=["苏州", "nowhere"],
        areas=["苏州园区", "火星"],
        units=["没有这个局"],
        want=["value", "序号", "密码"],
        words="亿元楼宇 外星基地",
    )
    assert ask.where.documents == ("suzhou",)
    assert ask.where.areas == ("工业园区",)
    assert ask.where.units == ()
    assert ask.want == (Want.VALUE, "序号")
    assert "亿元楼宇" in ask.where.words
    assert "外星" not in ask.where.words


def test_documents_that_the_question_names_stay_a_hard_filter():
    ask = linked("太原谁牵头招商？", subject="tasks", documents=["suzhou"])
    assert ask.where.documents == ("taiyuan",)


def test_what_is_not_said_stays_as_it_was_read():
    ask = linked("苏州2023年新增亿元楼宇多少幢？", subject="targets", fold="sum")
    assert (ask.fold, ask.where.years, ask.measures) == (Fold.SUM, (2023,), frozenset({"buildings"}))
    assert ask.pieces


def test_years_that_nobody_wrote_are_dropped():
    assert linked("苏州新增亿元楼宇多少幢？", subject="targets", years=[1987]).where.years == ()

"""The stream of an answer: stages as they begin, then the answer or a problem; a bad question is a plain error."""

import asyncio
import json

import pytest

from api.pool import WorkPool
from api.protocols.answer_stream import AnswerStream
from assistant.answer import Answer, AnswerKind, Scope, Status
from corpus.errors import BadQuestion

ANSWER = Answer(
    question="问",
    understood="问",
    status=Status.ANSWERED,
    kind=AnswerKind.FACT,
    answer="答",
    scope=Scope(documents=("a",)),
    index="gen-1",
    elapsed_ms=1,
)


def events_of(work):
    async def main():
        pool, answers = WorkPool(1, 0), []
        stream = AnswerStream(lambda tell: pool.submit(work, tell))
        await stream.understood()
        sent = b"".join([event async for event in stream.events("id-1", answers.append)]).decode()
        pool.close()
        return [event.split("\n") for event in sent.strip().split("\n\n")], answers

    return asyncio.run(main())


def test_stages_come_in_order_and_the_answer_last():
    def work(tell):
        for stage in ("理解", "检索", "核对"):
            tell(stage)
        return ANSWER

    sent, answers = events_of(work)
    assert sent[:3] == [["event: stage", f"data: {stage}"] for stage in ("理解", "检索", "核对")]
    assert sent[3][0] == "event: answer"
    assert json.loads(sent[3][1].removeprefix("data: "))["answer"] == "答"
    assert answers == [ANSWER]


def test_a_bad_question_is_raised_before_anything_is_sent():
    def work(tell):
        tell("理解")
        raise BadQuestion("没有收到问题。")

    with pytest.raises(BadQuestion):
        events_of(work)


def test_an_error_after_the_second_stage_is_an_event():
    def work(tell):
        tell("理解")
        tell("检索")
        raise BadQuestion("太迟了。")

    sent, answers = events_of(work)
    assert json.loads(sent[-1][1].removeprefix("data: "))["error"] == {
        "code": "bad_question",
        "message": "太迟了。",
        "request_id": "id-1",
    }
    assert not answers


def test_a_defect_is_an_event_without_its_details():
    def work(_):
        raise KeyError("secret")

    sent, _ = events_of(work)
    assert sent[-1][0] == "event: error"
    assert "secret" not in sent[-1][1]

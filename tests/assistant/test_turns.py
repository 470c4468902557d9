"""Which answers can be asked on about."""

from assistant.answer import Answer, AnswerKind, Refusal, RefusalReason, Scope, Status
from assistant.reading.ask import Ask, Piece, Subject
from assistant.reading.turn import Turn, turn_to_json
from assistant.turning import turns_of


def answer(question, **more):
    return Answer(
        question=question,
        understood=question,
        status=Status.ANSWERED,
        kind=AnswerKind.FACT,
        answer="",
        scope=Scope(documents=()),
        index="gen-test",
        elapsed_ms=0,
    ).model_copy(update=more)


def test_a_turn_that_was_kept_is_taken_as_it_was():
    kept = Turn(Ask(Subject.TASKS, pieces=(Piece("谁牵头", "谁牵头"),)), rows=("甲",))
    assert turns_of([answer("谁牵头", turn=turn_to_json(kept))]) == [kept]


def test_of_an_older_answer_the_question_counts():
    (turn,) = turns_of([answer("太原的文号是多少？")])
    assert not turn.chosen
    assert turn.ask.pieces[0].question == "太原的文号是多少？"


def test_courtesies_and_what_is_foreign_are_no_turns():
    foreign = Refusal(reason=RefusalReason.OUT_OF_SCOPE, message="", searched=())
    assert turns_of([answer("谢谢！"), answer("你好"), answer("写首诗", refusal=foreign)]) == []

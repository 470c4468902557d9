"""Feedback: on one's own answers only, replaced and withdrawn, kept with what it is about."""

import pytest

from assistant.keeping.feedback import GivenFeedback
from assistant.keeping.identity import LOCAL
from corpus.errors import NotFound
from tests.assistant.keeping.kept import ALICE, answer_to, keeping_in


def on(ref, verdict="down", **said):
    return GivenFeedback(ref=ref, verdict=verdict, **said)


@pytest.fixture
def asked(keeping):
    made = keeping.conversations.create("甲")
    return made.id, keeping.record(answer_to("问？"), ALICE, made.id).ref


def test_feedback_stands_beside_its_turn_and_replaces_what_was_said_before(keeping, asked):
    conversation, ref = asked
    keeping.feedback.give("甲", on(ref, "up"))
    given = keeping.feedback.give("甲", on(ref, reasons=["wrong_number"], comment="应为40"))
    [turn] = keeping.conversations.get("甲", conversation).turns
    assert turn.feedback == given
    assert len(keeping.feedback.all(10).items) == 1


def test_feedback_is_kept_with_question_and_answer_after_its_conversation_is_gone(keeping, asked):
    conversation, ref = asked
    keeping.feedback.give("甲", on(ref))
    keeping.conversations.remove("甲", conversation)
    [item] = keeping.feedback.all(10).items
    assert (item.user, item.question, item.answer.ref) == ("甲", "问？", ref)


def test_nobody_speaks_of_answers_of_others(keeping, asked):
    with pytest.raises(NotFound):
        keeping.feedback.give("乙", on(asked[1]))
    with pytest.raises(NotFound):
        keeping.feedback.give("甲", on("nothing"))
    keeping.feedback.give("甲", on(asked[1]))
    with pytest.raises(NotFound):
        keeping.feedback.withdraw("乙", asked[1])


def test_feedback_can_be_withdrawn(keeping, asked):
    keeping.feedback.give("甲", on(asked[1]))
    keeping.feedback.withdraw("甲", asked[1])
    assert keeping.feedback.all(10).items == []


def test_an_answer_that_only_the_trail_names_can_be_spoken_of(tmp_path):
    keeping = keeping_in(tmp_path, audit="hashed")
    ref = keeping.record(answer_to(), LOCAL).ref
    keeping.feedback.give("local", on(ref))
    [item] = keeping.feedback.all(10).items
    assert (item.question, item.answer) == (None, None)
    keeping.close()


def test_pages_of_feedback_hold_everything_once(keeping):
    made = keeping.conversations.create("甲")
    refs = [keeping.record(answer_to(), ALICE, made.id).ref for _ in range(5)]
    for ref in refs:
        keeping.feedback.give("甲", on(ref))
    first = keeping.feedback.all(3)
    rest = keeping.feedback.all(3, first.next)
    assert [item.ref for item in first.items + rest.items] == refs[::-1]
    assert rest.next is None

from assistant.answer import RefusalReason
from assistant.facts.smalltalk import answer_smalltalk
from assistant.reading.ask import Ask, Subject


def ask(*heard):
    return Ask(Subject.PROSE, heard=frozenset(heard))


def test_a_greeting_gets_a_greeting_and_three_things_to_try(best):
    lines = best(answer_smalltalk, ask("greeting")).split("\n")
    assert lines[0] == "您好！我根据已收录的政策文件回答问题，每句话都有出处。可以试着问："
    assert len(lines) == 4


def test_thanks_and_help(best):
    assert best(answer_smalltalk, ask("thanks")).startswith("不客气！还可以问：")
    assert "谁牵头、何时完成" in best(answer_smalltalk, ask("help"))


def test_an_order_is_out_of_scope(index):
    refused = answer_smalltalk(ask("command", "greeting"), index)[0].outcome
    assert refused.reason is RefusalReason.OUT_OF_SCOPE


def test_a_question_is_no_small_talk(index):
    assert answer_smalltalk(ask("which"), index) == []

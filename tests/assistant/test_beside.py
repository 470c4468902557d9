"""What is told beside an answer that is not likely enough alone."""

from assistant.answer import AnswerKind
from assistant.answering import Outcome, Understood, beside
from assistant.candidate import Candidate
from assistant.choosing import Choice
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Subject
from assistant.reading.reading import read
from tests.assistant.lexical import lexical_index


def choice(text, score, chance=0.3):
    return Choice(Candidate(Ask(Subject.PROSE), Draft(AnswerKind.PASSAGE, (Statement(text, ()),))), {}, score, chance)


def told_beside(*choices):
    """What is told beside the first of these choices."""
    index, first = lexical_index(), choices[0]
    asked = Understood(read("楼宇怎么办？", index.library), (Ask(Subject.PROSE),))
    outcome = Outcome(asked, first.candidate.outcome, first.candidate.ask, first.chance, choices)
    found = beside(outcome, index)
    return found.outcome.text if found else None


def test_the_next_likeliest_is_told():
    assert told_beside(choice("推进招商。", 1.0), choice("改造楼宇。", 0.5), choice("提升服务。", 0.4)) == "改造楼宇。"


def test_nothing_is_told_beside_what_is_likely():
    assert told_beside(choice("推进招商。", 1.0, chance=0.75), choice("改造楼宇。", 0.5)) is None


def test_what_is_far_behind_or_says_the_same_is_not_told():
    assert told_beside(choice("推进招商。", 1.0), choice("改造楼宇。", -1.5)) is None
    assert told_beside(choice("推进招商。改造楼宇。", 1.0), choice("改造楼宇。", 0.9)) is None


def test_what_its_quotes_do_not_bear_out_is_not_told():
    assert told_beside(choice("推进招商。", 1.0), choice("改造18幢楼宇。", 0.9)) is None


def test_nothing_is_told_beside_an_answer_of_many_statements():
    whole = Draft(AnswerKind.PASSAGE, tuple(Statement(f"{one}。", ()) for one in ("招商", "改造", "服务", "监测")))
    first = Choice(Candidate(Ask(Subject.OVERVIEW), whole), {}, 1.0, 0.3)
    assert told_beside(first, choice("推进招商。", 0.9)) is None

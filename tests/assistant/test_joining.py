"""Answers to several questions asked in one breath are put together; a refused one says why."""

from assistant.answer import AnswerKind, RefusalReason
from assistant.answering import Outcome, Understood
from assistant.candidate import Candidate
from assistant.choosing import Choice
from assistant.draft import Draft, NoAnswer, Statement
from assistant.joining import joined, with_other
from assistant.reading.ask import Ask, Subject
from assistant.reading.reading import Reading

PART = Understood(Reading("甲？", "甲?", (), False, ()), (Ask(Subject.PROSE),))


def said(subject, *texts, chance=0.5, heard=(), match=1.0):
    """The outcome of a part that was answered."""
    draft = Draft(AnswerKind.FACT, tuple(Statement(text, ()) for text in texts))
    candidate = Candidate(Ask(subject, heard=frozenset(heard)), draft)
    return Outcome(PART, draft, candidate.ask, chance, (Choice(candidate, {"match": match}, 0.0, chance),))


def refused(message):
    """The outcome of a part that was not."""
    return Outcome(PART, NoAnswer(RefusalReason.NOT_IN_CORPUS, message), Ask(Subject.PROSE), 0.9)


def test_all_is_said_in_order_and_each_thing_once():
    candidate = joined([said(Subject.TASKS, "甲。", "乙。"), said(Subject.PROSE, "乙。", "丙。")])
    assert [one.text for one in candidate.outcome.statements] == ["甲。", "乙。", "丙。"]
    assert (candidate.several, candidate.kind) == (True, "several")


def test_a_part_that_is_refused_is_said_to_be():
    candidate = joined([said(Subject.METADATA, "甲。"), refused("没有找到乙。")])
    assert [one.text for one in candidate.outcome.statements] == ["甲。", "没有找到乙。"]
    assert candidate.features["refused"] == 1.0
    assert candidate.features["least"] == 0.0


def test_it_is_as_likely_as_its_parts_and_hears_what_they_hear():
    first = said(Subject.TASKS, "甲。", chance=0.5, heard={"who"}, match=1.0)
    second = said(Subject.TASKS, "乙。", chance=0.8, heard={"when"}, match=0.25)
    candidate = joined([first, second])
    told = {name: candidate.features[name] for name in ("least", "most", "all", "match", "alike")}
    assert told == {"least": 0.5, "most": 0.8, "all": 0.4, "match": 0.25, "alike": 1.0}
    assert candidate.ask.heard == {"who", "when"}


def test_another_answer_is_told_beside_as_far_as_there_is_room():
    draft = said(Subject.TASKS, "甲。").result
    other = Candidate(Ask(Subject.PROSE), said(Subject.PROSE, "乙。", "丙" * 150, "丁" * 90, "戊。").result)
    told = with_other(draft, other)
    assert [one.text for one in told.statements] == ["甲。", "也可能指：乙。", "丙" * 150]
    long = said(Subject.TASKS, "甲" * 240).result
    assert with_other(long, other) == long


def test_beside_an_answer_stands_only_what_it_does_not_say():
    draft = said(Subject.TASKS, "到2026年，亿元楼宇达36幢；新增企业300家。").result
    more = said(Subject.PROSE, "鹿城：亿元楼宇达36幢。按季通报。", "《方案》：新增企业300家。", "到2026年，达40幢。")
    told = with_other(draft, Candidate(Ask(Subject.PROSE), more.result))
    assert [one.text for one in told.statements[1:]] == ["也可能指：鹿城：按季通报。", "到2026年，达40幢。"]
    same = said(Subject.PROSE, "文中提到：新增企业300家。").result
    assert with_other(draft, Candidate(Ask(Subject.PROSE), same)) == draft


def test_what_was_said_is_not_said_again_under_the_name_of_its_document():
    candidate = joined(
        [said(Subject.METADATA, "有效期到2030年为止。"), said(Subject.METADATA, "《细则》：有效期到2030年为止。")]
    )
    assert [one.text for one in candidate.outcome.statements] == ["有效期到2030年为止。"]
    apart = joined([said(Subject.METADATA, "《甲》：没有写。"), said(Subject.METADATA, "《乙》：没有写。")])
    assert [one.text for one in apart.outcome.statements] == ["《甲》：没有写。", "《乙》：没有写。"]

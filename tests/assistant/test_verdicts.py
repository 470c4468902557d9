"""Verdicts are taken back that their own words leave open."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Fold, Subject, Where
from assistant.verdicts import with_sound_verdict
from corpus.target import Quantity
from tests.assistant.making import five_documents


def told(text, words, *, heard=(), fold=Fold.SHOW, amounts=(), years=()):
    """What is said of a claim once its verdict was looked at."""
    given = tuple(Quantity(value=Decimal(value), unit=unit) for value, unit in amounts)
    ask = Ask(Subject.TARGETS, Where(words=words, amounts=given, years=years), fold=fold, heard=frozenset(heard))
    candidate = Candidate(ask, Draft(AnswerKind.YES_NO, (Statement(text, ()),)), {"borne_out": 1.0})
    return with_sound_verdict(candidate, five_documents()).outcome.text


@pytest.mark.parametrize(
    ("text", "words", "slots", "expected"),
    [
        ("不是。绿道累计60公里。", "绿道新增 累计", {"amounts": [("25", "公里"), ("60", "公里")]}, "绿道累计60公里。"),
        ("不是。绿道累计60公里。", "绿道累计", {"amounts": [("55", "公里")]}, "不是。绿道累计60公里。"),
        ("不是。2027年评估，2030年总结。", "开展评估", {"years": (2027,)}, "2027年评估，2030年总结。"),
        ("不是。2030年总结。", "开展总结", {"years": (2027,)}, "不是。2030年总结。"),
        ("是。东岭区——得分：91。", "得分最高的是东岭区", {"heard": ["most"]}, "东岭区——得分：91。"),
        (
            "是。东岭区——得分：91。",
            "得分最高的是东岭区",
            {"heard": ["most"], "fold": Fold.EXTREME},
            "东岭区——得分：91。",
        ),
        (
            "是。得分最大的是东岭区（91）。",
            "得分最高的是东岭区",
            {"heard": ["most"], "fold": Fold.EXTREME},
            "是。得分最大的是东岭区（91）。",
        ),
        ("是。垃圾分类占20分，绿化占25分。", "垃圾分类占25分", {}, "垃圾分类占20分，绿化占25分。"),
        ("是。垃圾分类占20分，绿化占25分。", "垃圾分类占20分", {}, "是。垃圾分类占20分，绿化占25分。"),
        ("绿道累计60公里。", "绿道累计", {"amounts": [("60", "公里")]}, "绿道累计60公里。"),
    ],
)
def test_a_verdict_stands_only_on_words_that_do_not_leave_it_open(text, words, slots, expected):
    assert told(text, words, **slots) == expected

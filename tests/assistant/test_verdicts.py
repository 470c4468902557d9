"""Verdicts are taken back that their own words leave open."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Fold, Subject, Want, Where
from assistant.verdicts import judged, with_sound_verdict
from corpus.target import Quantity
from tests.assistant.making import five_documents


def told(text, words, *, heard=(), fold=Fold.SHOW, amounts=(), years=()):
    """What is said of a claim once its verdict was looked at."""
    given = tuple(Quantity(value=Decimal(value), unit=unit) for value, unit in amounts)
    where = Where(words=words, amounts=given, years=years)
    ask = Ask(Subject.TARGETS, where, fold=fold, heard=frozenset(heard), gist=words)
    candidate = Candidate(ask, Draft(AnswerKind.YES_NO, (Statement(text, ()),)))
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
        ("是。单户最高补贴8万元。", "单户最高补贴8万元", {"heard": ["most"]}, "是。单户最高补贴8万元。"),  # a limit
        ("不是。云岭县砖厂为23处。", "云岭县要关停5处砖厂", {"amounts": [("5", "处")]}, "云岭县砖厂为23处。"),
        ("不是。云岭县关停砖厂6处。", "云岭县要关停5处砖厂", {"amounts": [("5", "处")]}, "不是。云岭县关停砖厂6处。"),
        ("不是。外贸总额318亿元。", "外贸总额增长11.7%", {}, "外贸总额318亿元。"),
    ],
)
def test_a_verdict_stands_only_on_words_that_do_not_leave_it_open(text, words, slots, expected):
    assert told(text, words, **slots) == expected


@pytest.mark.parametrize(
    ("gist", "expected"),
    [
        ("办法是2024年印发的", "是。印发日期为2024年3月5日。"),
        ("办法是2024年3月印发的", "是。印发日期为2024年3月5日。"),
        ("2023年的办法是2025年印发的", "不是。印发日期为2024年3月5日。"),
        ("办法印发了", "印发日期为2024年3月5日。"),
    ],
)
def test_the_date_of_a_document_is_the_one_claimed_or_another(gist, expected):
    ask = Ask(Subject.METADATA, Where(words="办法"), want=(Want.PRINTED_ON,), gist=gist, claim=True)
    stated = Draft(AnswerKind.FACT, (Statement("印发日期为2024年3月5日。", ()),))
    assert judged(Candidate(ask, stated, {}), five_documents()).outcome.text == expected


def test_a_level_does_not_deny_a_goal():
    ask = Ask(Subject.RECORDS, Where(words="水质Ⅲ类"), gist="柳湖今年的水质目标是Ⅲ类", claim=True)
    stated = Draft(AnswerKind.YES_NO, (Statement("不是。柳湖——2024年水质：Ⅳ类。", ()),))
    assert with_sound_verdict(Candidate(ask, stated, {}), five_documents()).outcome.text == "柳湖——2024年水质：Ⅳ类。"

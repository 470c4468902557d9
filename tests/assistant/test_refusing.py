"""Refusals: before anything is looked for, and for want of evidence."""

import pytest

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.choosing import Choice
from assistant.draft import Draft, Statement
from assistant.reading.ask import Ask, Subject
from assistant.reading.reading import read
from assistant.refusing import refusal_of, refused_at_once
from corpus.facts import Evidence
from tests.assistant.lexical import lexical_index
from tests.assistant.making import place


def at_once(question):
    library = lexical_index().library
    return refused_at_once(read(question, library), library)


def in_vain(question):
    index = lexical_index()
    return refusal_of(read(question, index.library), [], index)


def test_a_place_that_no_document_is_about_is_named_in_the_refusal():
    refused = at_once("宁波市要建多少幢亿元楼？")
    assert refused.reason is RefusalReason.NOT_IN_CORPUS
    assert refused.message == (
        "已收录的文件没有关于宁波市的内容，无法回答。现有文件涉及：青浦、苏州、太原、鹿城、嘉兴。"
    )


def test_a_number_that_no_document_has_or_quotes_is_named_in_the_refusal():
    assert at_once("苏府办〔2023〕99号讲了什么？").message == "没有收录文号为苏府办〔2023〕99号的文件。"


def test_a_number_that_a_document_quotes_is_looked_for():
    """苏府〔2022〕75号 is the opinion that the plan of Suzhou carries out."""
    assert at_once("苏府〔2022〕75号是什么文件？") is None


@pytest.mark.parametrize(
    "question", ["请说说苏州文件里的目标是18幢的依据", "哪些人负责写总结材料？", "楼宇不管大小都算吗？"]
)
def test_a_question_over_the_documents_is_looked_for(question):
    assert at_once(question) is None


def test_documents_that_were_searched_are_named():
    refused = in_vain("太原楼宇的电梯检测合格率是多少？")
    assert refused.reason is RefusalReason.NOT_IN_CORPUS
    assert refused.message == ("在《太原市楼宇经济高质量发展实施方案(2023—2025年)》中没有找到能回答这个问题的内容。")


def test_what_finds_nothing_and_names_no_document_is_out_of_scope():
    assert in_vain("红烧肉怎么做？").reason is RefusalReason.OUT_OF_SCOPE


def closest(*statements):
    """What a refusal shows of statements, each with its quote, the likeliest first."""
    index = lexical_index()
    drafts = [
        Draft(AnswerKind.FACT, (Statement(text, (Evidence(quote=quote, place=place("taiyuan")),)),))
        for text, quote in statements
    ]
    found = [Choice(Candidate(Ask(Subject.RECORDS), draft), {}, 1.0, 0.1) for draft in drafts]
    return refusal_of(read("太原楼宇的电梯检测合格率是多少？", index.library), found, index).closest


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("相差60个百分点（70%-10%=60%）", "体育活动10% 学科活动70%"),
        ("三处合计450（120+130+200=450）", "东湖120 西湖130 南湖200"),
        ("共7场演出。", "演出；讲座"),
    ],
)
def test_what_was_worked_out_and_asked_for_by_nobody_comes_close_to_nothing(text, quote):
    assert closest((text, quote), ("合格率：98%。", "合格率 98%")) == ("合格率：98%。",)
    assert closest((text, quote)) == ()


def test_the_numbers_in_the_name_of_a_document_are_no_calculation():
    said = "《太原市楼宇经济实施方案（2023—2025年）》：力争达到40幢。"
    assert closest((said, "力争达到40幢")) == (said,)

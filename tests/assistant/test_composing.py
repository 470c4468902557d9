"""From drafts to Answers: numbers, marks and citations."""

import pytest

from assistant.answer import AnswerKind, RefusalReason, Status
from assistant.composing import draft_to_answer, outcome_to_part, refusal_to_answer
from assistant.draft import Draft, NoAnswer, Statement
from assistant.query import Query
from assistant.reading.ask import Ask, Subject, Where
from corpus.facts import Evidence
from tests.assistant.making import five_documents


@pytest.fixture(scope="module")
def library():
    return five_documents()


@pytest.fixture
def query():
    return Query(
        "问？", "问?", "青浦 · 原文“问”", Ask(Subject.PROSE, Where(documents=("qingpu",), named=True, years=(2023,)))
    )


def evidence(library, quote):
    blocks = library.document("qingpu").blocks
    place = next(block.place for block in blocks if quote[:12] in getattr(block, "text", ""))
    return Evidence(quote=quote, place=place)


def compose(library, query, *statements, kind=AnswerKind.PASSAGE):
    return draft_to_answer(Draft(kind, statements), query, library, index="gen-test")


def test_marks_stand_before_the_final_stop_and_count_in_the_order_of_first_use(library, query):
    first = evidence(library, "联席会议办公室设立在区商务委")
    second = evidence(library, "区分管领导作为总召集人")
    answer = compose(library, query, Statement("甲。", (first,)), Statement("乙", (second, first)))
    assert answer.answer == "甲[1]。乙[1][2]"
    assert [citation.quote for citation in answer.citations] == [first.quote, second.quote]


def test_an_answer_says_what_was_asked_understood_and_searched(library, query):
    answer = compose(library, query, Statement("甲。", ()))
    assert (answer.question, answer.understood) == ("问？", "青浦 · 原文“问”")
    assert (answer.scope.documents, answer.scope.years) == (("qingpu",), (2023,))


def test_a_part_of_a_question_has_its_answer_without_marks(library):
    draft = Draft(
        AnswerKind.FACT, (Statement("甲。", (evidence(library, "区分管领导作为总召集人"),)), Statement("乙。", ()))
    )
    answered = outcome_to_part(draft, "青浦 · 原文“甲”", library)
    assert (answered.understood, answered.status, answered.answer) == ("青浦 · 原文“甲”", Status.ANSWERED, "甲。乙。")
    refused = outcome_to_part(NoAnswer(RefusalReason.NOT_IN_CORPUS, "没有找到。"), "丙", library)
    assert (refused.status, refused.answer) == (Status.REFUSED, "没有找到。")


def test_equal_quotes_are_cited_once(library, query):
    quote = "联席会议办公室设立在区商务委"
    answer = compose(library, query, Statement("甲。", (evidence(library, quote), evidence(library, f"{quote} "))))
    assert answer.answer == "甲[1]。"


def test_a_citation_names_document_number_and_place(library, query):
    (citation,) = compose(library, query, Statement("甲。", (evidence(library, "区分管领导作为总召集人"),))).citations
    assert citation.doc_number == "青府办发〔2023〕30号"
    assert "14.加强组织保障" in citation.place
    assert citation.table is None


def test_each_line_of_a_comparison_stands_alone(library, query):
    answer = compose(
        library, query, Statement("青浦：甲。", ()), Statement("苏州：未提及。", ()), kind=AnswerKind.COMPARISON
    )
    assert answer.answer.split("\n") == ["青浦：甲。", "苏州：未提及。"]


def test_a_long_quote_is_cut_to_what_the_statement_needs_and_stays_verbatim(library, query):
    before = "根据青浦当前发展形势和楼宇现状，重点聚焦楼宇入驻率、注册率、贡献率等核心指标，大力推进“四个一批”建设"
    paragraph = next(
        block.text for block in library.document("qingpu").blocks if getattr(block, "text", "").startswith(before)
    )
    (citation,) = compose(
        library, query, Statement("总部类重点项目引进不少于15个。", (evidence(library, paragraph),))
    ).citations
    assert len(citation.quote) < len(paragraph)
    assert "不少于15个" in citation.quote
    assert citation.quote in paragraph


def test_a_refusal_carries_its_message_and_no_sources(library, query):
    refused = NoAnswer(RefusalReason.NOT_IN_CORPUS, "没有找到。", closest=("青浦：甲。",))
    answer = refusal_to_answer(refused, query, library, index="gen-test")
    assert (answer.status, answer.answer, answer.citations) == (Status.REFUSED, "没有找到。", ())
    assert answer.refusal.closest == ("青浦：甲。",)
    assert answer.refusal.searched == ("qingpu",)


def test_a_corrected_premise_is_cited(library, query):
    correction = (evidence(library, "入驻企业注册落地率达到60%"),)
    answer = refusal_to_answer(
        NoAnswer(RefusalReason.FALSE_PREMISE, "前提有误：是60%。", correction), query, library, index="gen-test"
    )
    assert answer.answer == "前提有误：是60%[1]。"
    assert len(answer.citations) == 1

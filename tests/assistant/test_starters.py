"""Starter questions ask for what the documents hold, one document after the other."""

from assistant.follow_ups import examples_of, starter_questions
from corpus.facts import Facts, Library
from tests.assistant.test_target_list import target
from tests.indexing.fakes import Sheet


def library(**targets):
    documents = [Sheet(name, f"{name}方案", (f"{name}市",)).paragraph("一").document() for name in targets]
    return Library(documents, [Facts(document_id=name, targets=tuple(found)) for name, found in targets.items()])


def test_an_indicator_of_several_documents_gives_a_comparison_first():
    shared = library(a=[target("入驻率", 2025, scope="全市")], b=[target("入驻率", 2025, document="b")])
    assert starter_questions(shared)[0] == "各地的入驻率目标有什么不同？"
    assert "a市全市2025年入驻率的目标是多少？" in starter_questions(shared)


def test_nothing_is_asked_that_has_no_answer():
    assert starter_questions(library(a=[])) == []


def test_there_are_never_more_than_asked_for():
    many = library(**{f"d{n}": [target("入驻率", 2025, document=f"d{n}")] for n in range(9)})
    assert len(starter_questions(many, limit=4)) == 4


def test_each_errand_has_an_example_of_what_is_there():
    shared = library(a=[target("入驻率", 2025)], b=[target("入驻率", 2025, document="b")])
    assert examples_of(shared).model_dump() == {
        "lead": None,
        "comparison": "各地的入驻率目标有什么不同？",
        "unit": None,
    }

"""An answer in a terminal: the answer first, then where it stands."""

from api.terminal.answer_text import answer_to_text
from assistant.answer import Answer, AnswerKind, Citation, Refusal, RefusalReason, Scope, Status


def answer(**changes):
    fields = {
        "question": "多少？",
        "understood": "多少？",
        "status": Status.ANSWERED,
        "kind": AnswerKind.FACT,
        "answer": "40万平方米[1]。",
        "scope": Scope(documents=("a",)),
        "index": "gen-1",
        "elapsed_ms": 1,
    }
    return Answer(**(fields | changes))


CITATION = Citation(
    n=1,
    document_id="a",
    document_title="甲",
    doc_number=None,
    place="《甲》一、",
    page=None,
    line=3,
    quote="40万平方米",
)


def test_the_answer_comes_first_and_its_sources_after():
    text = answer_to_text(answer(citations=(CITATION,), follow_ups=("再问？",)))
    assert text == "40万平方米[1]。\n\n[1] 《甲》一、\n    “40万平方米”\n\n还可以问：\n  · 再问？"


def test_what_was_understood_is_said_where_it_differs():
    assert answer_to_text(answer(understood="甲有多少？")).startswith("理解为：甲有多少？\n")


def test_a_refusal_says_what_comes_closest():
    refusal = Refusal(reason=RefusalReason.NOT_IN_CORPUS, message="没有。", searched=("a",), closest=("相近的话",))
    text = answer_to_text(answer(status=Status.REFUSED, answer="没有。", refusal=refusal))
    assert text == "没有。\n\n相近的内容：\n  · 相近的话"

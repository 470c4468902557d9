"""What is a right answer."""

from eval.gold import GoldQuestion
from eval.measures.correctness import correct, fault
from eval.response import Response

GOLD = GoldQuestion(
    question="新增几幢？", answer="18幢。", must_include=(("18幢", "18栋"),), must_not_include=("87幢",)
)


def answered(text: str) -> Response:
    return Response(status="answered", answer=text)


def test_an_alternative_is_enough():
    assert correct(GOLD, answered("新增18栋[1]。"))


def test_numbers_are_whole():
    """118幢 does not say 18幢."""
    assert fault(GOLD, answered("新增118幢。")) == "missing 18幢/18栋"


def test_forbidden_words_make_it_wrong():
    assert fault(GOLD, answered("新增18幢，累计87幢。")) == "has 87幢"


def test_a_page_poured_out_is_wrong():
    """The limit is 240 characters, or three times the gold answer."""
    assert correct(GOLD, answered("18幢" + "。" * 236))
    assert not correct(GOLD, answered("18幢" + "。" * 240))


def test_a_refused_or_missing_answer_is_wrong():
    assert fault(GOLD, Response(status="refused", answer="18幢")) == "refused"
    assert fault(GOLD, Response(status="missing")) == "missing"


def test_an_expected_refusal_is_right_only_when_refused():
    due = GoldQuestion(question="宁波呢？", expect_refusal=True)
    assert correct(due, Response(status="refused"))
    assert not correct(due, answered("12幢"))


def test_silence_may_be_said_or_refused():
    silent = GoldQuestion(question="规定了吗？", answerable=False, must_include=(("没有", "未提"),))
    assert correct(silent, answered("没有规定。"))
    assert correct(silent, Response(status="refused"))
    assert not correct(silent, answered("规定了。"))

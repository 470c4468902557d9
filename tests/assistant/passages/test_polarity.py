"""Yes, no, or nothing said."""

import pytest

from assistant.passages.asked import question_to_wanted
from assistant.passages.polarity import Polarity, polarity_of, polarity_to_words
from assistant.passages.searching import Found
from assistant.passages.terms import Terms


def found(question, *pairs):
    weights = {pair: 1 / len(pairs) for pair in pairs}
    return Found(question, (), Terms(weights), question_to_wanted(question), ())


@pytest.mark.parametrize(
    ("question", "pairs", "sentence", "polarity"),
    [
        ("是每季度开一次会议吗？", ("会议",), "每半年召开一次会议。", Polarity.CONTRADICTED),
        ("入驻率要到90%吗？", ("入驻",), "入驻率达到85%以上。", Polarity.CONTRADICTED),
        ("有没有规定2024年的入驻率？", ("入驻",), "到2025年，入驻率达到70%。", Polarity.CONTRADICTED),
        ("有没有提到装修补贴？", ("装修", "补贴"), "对装修补贴给予扶持。", Polarity.BORNE_OUT),
        ("税收是不是包括关税？", ("税收", "关税"), "税收指全部税收，关税除外。", Polarity.OPEN),
        ("是不是不能转租？", ("转租",), "办公用房不能转租。", Polarity.BORNE_OUT),
        ("有没有提到垃圾分类？", ("垃圾", "圾分", "分类"), "分类指导。", Polarity.SILENT),
    ],
)
def test_what_a_sentence_says_of_what_is_supposed(question, pairs, sentence, polarity):
    assert polarity_of(found(question, *pairs), sentence, sentence, sentence) is polarity


@pytest.mark.parametrize(
    ("polarity", "question", "words"),
    [
        (Polarity.BORNE_OUT, "有没有提到装修补贴？", "有。"),
        (Polarity.BORNE_OUT, "是不是每半年一次？", "是。"),
        (Polarity.CONTRADICTED, "是每季度一次吗？", "不是。"),
        (Polarity.CONTRADICTED, "有没有2024年的目标？", "没有。"),
        (Polarity.OPEN, "有没有提到补贴？", ""),
        (Polarity.BORNE_OUT, "谁来负责？", ""),
    ],
)
def test_the_opening_word_fits_the_question(polarity, question, words):
    assert polarity_to_words(polarity, question) == words

"""A number with a character in it that nobody can read is never given as if it were known."""

import pytest

from assistant.answer import Surety
from assistant.assistant import ILLEGIBLE, Assistant
from corpus.extraction.facts import document_to_facts
from corpus.facts import Library
from corpus.reading.document import read_document
from tests.assistant.lexical import LexicalOnlyIndex


@pytest.fixture
def asked(tmp_path):
    def ask(sentence, question):
        path = tmp_path / "one.txt"
        path.write_text(f"云泽县湿地保护实施方案\n\n一、主要目标\n\n{sentence}\n", encoding="utf-8")
        document = read_document(path)
        return Assistant(LexicalOnlyIndex(Library([document], [document_to_facts(document)]))).ask(question)

    return ask


@pytest.mark.xfail(
    reason="refused as silent: so is nothing told that nobody can read, but the sentence neither", strict=True
)
@pytest.mark.parametrize("sign", ["\ue010", "\uf8e0", "\U000f0010"])
def test_a_number_with_an_illegible_sign_is_boxed_and_doubtful(asked, sign):
    answer = asked(f"到2029年，全县湿地面积达到3{sign}7万亩。", "云泽到2029年湿地面积达到多少万亩？")
    assert "3□7万亩" in answer.answer
    assert (answer.surety, ILLEGIBLE in (answer.notice or "")) == (Surety.DOUBTFUL, True)


def test_an_illegible_bullet_casts_no_doubt(asked):
    answer = asked("\uf0b72029年底前，全县湿地面积达到37万亩。", "云泽到2029年湿地面积达到多少万亩？")
    assert "37万亩" in answer.answer
    assert ILLEGIBLE not in (answer.notice or "")

"""Rows are found by their printed numbers however these are written, and nothing is denied where none can be told."""

import pytest

from assistant.draft import NoAnswer
from assistant.facts.records import answer_records
from assistant.reading.ask import Subject
from corpus.understanding import folder_to_library
from tests.assistant.facts.asking import make_ask
from tests.assistant.lexical import LexicalOnlyIndex

ROWS = (("修缮古桥", "县文旅局"), ("更换路灯", "县城管局"), ("清淤河道", "县水利局"), ("补种行道树", "县林业局"))


@pytest.fixture
def found(tmp_path):
    """The outcomes of asking for a number in a table whose rows are numbered so."""

    def ask(numbers, asked):
        rows = "\n".join("\t".join((number, *row)) for number, row in zip(numbers, ROWS, strict=True))
        text = f"云泽县民生实事方案\n\n项目清单\n序号\t项目名称\t承办部门\n{rows}\n"
        (tmp_path / "one.txt").write_text(text, encoding="utf-8")
        library = folder_to_library(tmp_path)
        made = make_ask(Subject.RECORDS, tuple(library.documents), "项目", ordinals=(asked,))
        return [one.outcome for one in answer_records(made, LexicalOnlyIndex(library))]

    return ask


NUMBERS = [
    ("1", "2", "3", "4"),
    ("一", "二", "三", "四"),
    ("（1）", "（2）", "（3）", "（4）"),
    ("①", "②", "③", "④"),
    ("（一）", "（二）", "（三）", "（四）"),
]


@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_row_is_found_by_its_number(found, numbers):
    assert found(numbers, 3)[0].text.startswith("清淤河道")


@pytest.mark.parametrize("numbers", NUMBERS)
def test_a_number_behind_the_last_is_told(found, numbers):
    (outcome,) = found(numbers, 7)
    assert outcome.message.endswith("只有4项，没有第7项；最后一项是补种行道树。")


def test_nothing_is_denied_of_numbers_that_cannot_be_told(found):
    for numbers in (("1.1", "1.2", "2.1", "2.2"), ("9" * 5000, "²", "½", "甲")):
        assert not any(isinstance(one, NoAnswer) for one in found(numbers, 3))

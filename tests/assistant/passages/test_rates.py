"""What a rate comes to."""

import pytest

from assistant.arithmetic import proven_results
from assistant.figures import folded
from assistant.passages.choosing import fewest
from assistant.passages.rates import product_of
from tests.assistant.passages.scenes import sentences_of_one_passage

BOUGHT = "购置办公用房且自用的，按每平方米1000元的标准给予一次性补贴，补贴金额不超过1000万元。"
RENTED = "租用办公用房且自用的，按每月每平方米最高50元的标准予以补贴。"


def product(question, sentence=BOUGHT):
    found = sentences_of_one_passage(question, sentence)
    said = product_of(fewest(found), found)
    return said and said.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("8000平方米", "8000平方米×1000元=800万元，没有超过1000万元的上限。"),
        ("1万平米", "1万平方米×1000元=1000万元，没有超过1000万元的上限。"),
        ("1.2万平方米", "1.2万平方米×1000元=1200万元，超过上限，按1000万元计。"),
        ("85平方米", "85平方米×1000元=85000元，没有超过1000万元的上限。"),
    ],
)
def test_the_rate_times_the_amount_asked_for(asked, said):
    text = product(f"买了{asked}办公用房能补多少钱？")
    assert text == said
    assert proven_results(folded(text))


def test_a_rate_without_a_ceiling():
    assert product("招了30人能补多少？", "按每人2000元给予补贴。") == "30人×2000元=6万元。"


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("租了800平方米能补多少钱？", RENTED),
        ("买了办公用房能补多少钱？", BOUGHT),
        ("先买800平方米、再买600平方米能补多少钱？", BOUGHT),
        ("招了30人能补多少钱？", BOUGHT),
        ("买了800平方米由谁审批？", BOUGHT),
    ],
)
def test_without_one_rate_and_one_amount_of_its_unit_nothing_is_worked_out(question, sentence):
    assert product(question, sentence) is None

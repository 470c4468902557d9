"""The sum of several amounts of a sentence."""

import pytest

from assistant.arithmetic import proven_results
from assistant.figures import folded
from assistant.passages.choosing import fewest
from assistant.passages.sums import sum_of
from tests.assistant.passages.scenes import sentences_of_one_passage

STAGES = "办理辅导备案的，给予100万元补贴；完成辅导验收的，给予150万元补贴；成功上市的，给予250万元补贴。"


def total(question, sentence=STAGES):
    found = sentences_of_one_passage(question, sentence)
    said = sum_of(fewest(found), found)
    return said and said.text


def test_as_many_amounts_as_are_asked_for_are_added():
    text = total("三个阶段的补贴各多少，加起来是多少？")
    assert text == "合计：100万元+150万元+250万元=500万元。"
    assert 5_000_000 in proven_results(folded(text))


@pytest.mark.parametrize(
    "question", ["三个阶段的补贴各多少？", "两个阶段的补贴各多少，加起来多少？", "补贴加起来是多少？"]
)
def test_nothing_is_added_that_was_not_asked_for_or_is_not_all(question):
    assert total(question) is None


def test_shares_are_not_added():
    sentence = "第一年给予50%补贴；第二年给予30%补贴。"
    assert total("两个年度的补贴各多少，一共多少？", sentence) is None

"""What stands around a question is taken away; what it asks and names stays."""

import pytest

from assistant.data_files import data_rows
from assistant.reading.around import bare
from assistant.reading.normalising import question_to_text

QUESTION = "鹿城新增商务楼宇是多少"


@pytest.mark.parametrize("rule", data_rows("assistant.reading", "around.tsv"), ids=lambda rule: rule[2])
def test_each_example_is_taken_away(rule):
    side, _, examples = rule
    for words in examples.split("|"):
        around = words + QUESTION if side == "before" else QUESTION + words
        assert bare(question_to_text(around)).rstrip("?") == QUESTION, around


@pytest.mark.parametrize(
    "text",
    [
        "我是青浦区经委新来的,我们牵头什么",
        "企业问装修补贴的事,青浦怎么给",
        "普通城区楼宇呢",
        "补贴有没有说法",
        "好嘞明白了,谢谢你啊,辛苦!",
        "你好,我是新来的",
        "你好呀,刚来报到的新人,以后多指教",
        "写首情诗",
    ],
)
def test_what_asks_or_names_and_courtesies_stay(text):
    assert bare(text) == text

"""Numbers of items as printed and as asked for."""

import pytest

from corpus.folding.ordinals import find_ordinals, ordinal_key


@pytest.mark.parametrize(
    ("text", "key", "first", "last"),
    [
        ("第四十七项", "47", 47, 47),
        ("任务五由谁负责", "5", 5, 5),
        ("第2-3项", "2-3", 2, 3),
        ("第2项至第6项", "2-6", 2, 6),
        ("第（3）条", "3", 3, 3),
        ("第2.4项", "2.4", None, None),
        ("（七）", "7", 7, 7),
        ("④", "4", 4, 4),
    ],
)
def test_ordinals_are_found(text, key, first, last):
    (found,) = find_ordinals(text)
    assert (found.key, found.first, found.last) == (key, first, last)


@pytest.mark.parametrize("text", ["任务12个", "附件2025年", "三个", "2.4%", "造林任务800亩以上", "培训任务30人次"])
def test_what_counts_is_no_ordinal(text):
    assert find_ordinals(text) == []


@pytest.mark.parametrize(
    ("printed", "key"), [("（十一）", "11"), ("⑫", "12"), ("4．", "4"), ("2－1", "2-1"), ("B7", "B7"), ("1.2", "1.2")]
)
def test_two_printings_of_a_number_have_one_key(printed, key):
    assert ordinal_key(printed) == key


def test_the_word_for_altogether_is_no_number():
    assert find_ordinals("这张表一共几行，任务一共几项，附表一起看") == []

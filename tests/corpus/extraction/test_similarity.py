from hypothesis import given
from hypothesis import strategies as st

from corpus.extraction.similarity import Coverages, Likenesses, coverage, is_subsequence, likeness


def test_likeness_does_not_mind_the_order_of_words():
    assert likeness("推进楼宇精准招商", "推进精准楼宇招商") == 1
    assert likeness("完善楼宇配套", "强化评价监测") == 0
    assert likeness("", "") == 0


def test_coverage_is_the_share_of_the_part_that_the_whole_has():
    assert coverage("制定评定标准", "参考经验，制定评定标准，每年评定") == 1
    assert coverage("制定评定标准", "完善配套") == 0
    assert coverage("一", "一") == 0


def test_a_subsequence_keeps_the_order():
    assert is_subsequence("区建管委", "区建设管理委")
    assert not is_subsequence("区管建委", "区建设管理委")
    assert is_subsequence("市发改委", "市发展改革委")
    assert not is_subsequence("市商务委", "市发展改革委")


TEXTS = st.lists(st.text("推进完善数据平台，。 a1", max_size=12), max_size=5)


@given(st.text("推进完善数据平台，。 a1", max_size=12), TEXTS)
def test_many_at_once_are_as_each_by_itself(text, texts):
    """Nothing is rounded away: texts that share something have the same figure, the others 0."""
    alike, covering = Likenesses(texts).to(text), Coverages(texts).of(text)
    assert [alike.get(at, 0.0) for at in range(len(texts))] == [likeness(text, one) for one in texts]
    assert [covering.get(at, 0.0) for at in range(len(texts))] == [coverage(text, one) for one in texts]

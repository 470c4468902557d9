"""Where a question names what a follow-up may name anew."""

import pytest

from assistant.mentions import Slot, mentions, places_elsewhere, title_mentions, townships_elsewhere
from corpus.facts import Facts, Library
from tests.assistant.making import document, five_documents


@pytest.mark.parametrize("years", ["2023到2025年", "2023-2025年", "23至25年", "2025年", "24年"])
def test_a_span_of_years_is_one_mention(years):
    named = mentions(f"青浦{years}新增办公面积多少?", five_documents())
    assert [mention.words for mention in named if mention.slot is Slot.YEAR] == [years]


def test_a_title_is_named_with_its_brackets():
    title = five_documents().document("suzhou").metadata.title
    named = mentions(f"《{title}》的文号?", five_documents())
    assert named[0].words == f"《{title}》"


def test_places_that_no_document_is_about():
    assert [one.words for one in places_elsewhere("宁波和青浦的入驻率?", five_documents())] == ["宁波"]
    assert places_elsewhere("嘉兴接轨杭州的举措?", five_documents(), ["jiaxing"]) == []


def test_towns_that_stand_in_no_document():
    assert [one.words for one in townships_elsewhere("青浦华新镇2025年去化面积?", five_documents())] == ["华新镇"]


def two_titles() -> Library:
    """Two documents of no place, as the national ones are."""
    titles = {"farm": "关于加快推进农机装备产业转型升级的指导意见", "trade": "关于优化营商环境的实施意见"}
    facts = [Facts(document_id=one, targets=(), tasks=(), units=(), definitions=()) for one in titles]
    return Library([document(one, title=title) for one, title in titles.items()], facts)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("那农机那份呢?", {"farm"}),
        ("优化营商环境的意见里谁牵头?", {"trade"}),
        ("指导意见呢?", set()),
        ("文件呢?", set()),
    ],
)
def test_words_that_stand_in_one_title_only_name_its_document(question, expected):
    assert {one for mention in title_mentions(question, two_titles()) for one in mention.documents} == expected

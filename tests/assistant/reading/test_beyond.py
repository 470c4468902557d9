"""What other documents say of a place that calls documents of its own."""

import pytest

from assistant.reading.grammar import asks_of
from assistant.reading.meant import beyond
from assistant.reading.reading import read
from corpus.facts import Facts, Library
from tests.assistant.making import document

COUNTY = document("county", "云泽县", title="云泽县实施方案", text="云泽县新建食堂12个。")
OTHER = document("other", "临浦县", title="临浦县实施方案", text="临浦县新建食堂9个。")
CITY = document("city", "江陵市", title="江陵市行动方案", text="云泽县三年改造700户，临浦县三年改造300户。")
LIBRARY = Library([COUNTY, OTHER, CITY], [Facts(document_id=one.id) for one in (COUNTY, OTHER, CITY)])


@pytest.mark.parametrize("question", ["云泽县三年改造多少户", "云泽县和临浦县比，哪个改造得多"])
def test_a_county_is_also_looked_for_in_the_document_of_its_city(question):
    other = beyond(read(question, LIBRARY), LIBRARY)
    assert other is not None
    assert (other.documents, other.named, other.told) == (("city",), True, False)
    assert "云泽县" in other.words()


@pytest.mark.parametrize(
    "question",
    ["江陵市三年改造多少户", "三年改造多少户", "云泽县实施方案新建几个食堂", "哪些文件提到云泽县"],
)
def test_a_place_that_no_other_speaks_of_a_title_and_a_question_about_documents_stay(question):
    assert beyond(read(question, LIBRARY), LIBRARY) is None


def test_its_asks_are_marked_and_come_behind_those_of_its_own_documents():
    found = [ask.where for ask in asks_of(read("云泽县三年改造多少户", LIBRARY), LIBRARY)]
    assert found[0].documents == ("county",)
    assert {where.documents for where in found if where.beyond} == {("city",)}

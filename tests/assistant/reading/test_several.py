"""When several documents are set side by side: never because one place has several."""

import pytest

from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from corpus.facts import Facts, Library
from tests.assistant.making import document

FOOD = document("food", "云泽县", title="云泽县食堂办法", text="云泽县新建食堂12个。")
ROADS = document("roads", "云泽县", title="云泽县公路方案", text="云泽县养护公路80公里。")
OTHER = document("other", "临浦县", title="临浦县公路方案", text="临浦县养护公路90公里。")
LIBRARY = Library([FOOD, ROADS, OTHER], [Facts(document_id=one.id) for one in (FOOD, ROADS, OTHER)])


@pytest.mark.parametrize(
    ("question", "compared"),
    [
        ("云泽县新建多少", False),
        ("云泽县食堂办法和云泽县公路方案新建多少", True),
        ("云泽县和临浦县养护多少", True),
        ("云泽县各文件新建多少的对比", True),
    ],
)
def test_documents_of_one_place_are_set_side_by_side_only_where_that_is_asked(question, compared):
    asks = asks_of(read(question, LIBRARY), LIBRARY)
    assert any(ask.per_document for ask in asks) is compared

"""The typed slots of a question: areas of a kind, and which areas are set against which."""

import pytest

from assistant.reading.reading import read
from assistant.reading.slots import slots_of
from tests.assistant.lexical import lexical_index

FOUR = {"张家港市", "常熟市", "太仓市", "昆山市"}


@pytest.mark.parametrize(
    ("question", "areas", "against"),
    [
        ("苏州四个县级市加起来比吴中区多几幢", FOUR | {"吴中区"}, {"吴中区"}),
        ("苏州吴中区比四个县级市加起来少几幢", FOUR | {"吴中区"}, FOUR),
        ("苏州昆山和常熟加起来跟吴江区差几幢", {"昆山市", "常熟市", "吴江区"}, {"吴江区"}),
        ("苏州昆山和常熟一共几幢", {"昆山市", "常熟市"}, set()),
        ("苏州昆山市占比多少", {"昆山市"}, set()),
        ("青浦赵巷镇和徐泾镇谁的去化面积大", {"赵巷镇", "徐泾镇"}, {"徐泾镇"}),
    ],
)
def test_areas_stand_on_two_sides(question, areas, against):
    library = lexical_index().library
    slots = slots_of(read(question, library), library)
    assert (set(slots.areas), set(slots.against)) == (areas, against)

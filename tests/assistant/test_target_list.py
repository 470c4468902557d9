"""Target lists hold every target that passes the filters, and no other."""

from decimal import Decimal

import pytest

from assistant.target_list import select_targets
from corpus.errors import UnknownDocument
from corpus.facts import Facts, Library
from corpus.place import Place
from corpus.target import Quantity, Target, TargetKind
from tests.indexing.fakes import Sheet


def target(name, year=None, period=None, scope=None, document="a"):
    return Target(
        id=f"{name}{year}{scope}{document}",
        indicator=name,
        indicator_raw=f"力争{name}达到",
        quantity=Quantity(value=Decimal(1), unit="个"),
        year=year,
        period=period,
        scope=scope,
        kind=TargetKind.LEVEL,
        place=Place(document_id=document, document_name="《甲》", line=1),
        quote=name,
    )


TARGETS = (
    target("楼宇入驻率", 2024, scope="全市"),
    target("楼宇入驻率", 2025, scope="全市"),
    target("新增楼宇", None, (2023, 2025), scope="昆山市"),
    target("税收", None),
)


@pytest.fixture
def library():
    documents = [Sheet("a", "甲").paragraph("甲").document(), Sheet("b", "乙").paragraph("乙").document()]
    return Library(
        documents,
        [
            Facts(document_id="a", targets=TARGETS),
            Facts(document_id="b", targets=(target("入驻率", 2025, document="b"),)),
        ],
    )


def test_without_filters_every_target_is_listed_in_order(library):
    assert [one.indicator for one in select_targets(library)] == ["楼宇入驻率"] * 2 + ["新增楼宇", "税收", "入驻率"]


def test_an_indicator_may_be_a_part_of_the_name_as_printed(library):
    assert len(select_targets(library, indicator="入驻率")) == 3
    assert len(select_targets(library, indicator="力争税收")) == 1


def test_a_target_for_a_period_counts_for_each_of_its_years(library):
    assert [one.indicator for one in select_targets(library, documents=["a"], year=2024)] == ["楼宇入驻率", "新增楼宇"]


def test_scope_and_document_narrow_the_list(library):
    assert [one.indicator for one in select_targets(library, scope="昆山")] == ["新增楼宇"]
    assert [one.document_id for one in select_targets(library, documents=["b"])] == ["b"]
    with pytest.raises(UnknownDocument):
        select_targets(library, documents=["c"])

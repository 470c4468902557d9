"""Goals for each year added up, and what areas and years grew by."""

import pytest

from assistant.facts.target_rises import each_rise, rises
from assistant.facts.target_yearly import over_its_years
from assistant.reading.ask import Ask, Fold, Subject, Where
from corpus.facts import Facts, Library
from corpus.target import Bound, TargetKind
from tests.assistant.making import document, target


def yearly(value, quote, bound=Bound.EQ, **changes):
    made = target("x", "每年新增企业", value, "家", None, quote=quote, bound=bound)
    return made.model_copy(update={"kind": TargetKind.NEW, **changes})


def library_of(*targets):
    return Library([document("x")], [Facts(document_id="x", targets=targets)])


@pytest.mark.parametrize(
    ("targets", "told"),
    [
        (
            [yearly("300", "每年新增企业不少于300家", Bound.GE, period=(2023, 2025))],
            "《x方案》每年新增企业不少于300家，合计不少于900家（300家×3年=900家）。",
        ),
        (
            [
                yearly("30", "2021年至2023年，每年新增企业30家", period=(2021, 2023)),
                yearly("40", "2024年、2025年每年新增企业40家", year=2025),
            ],
            "《x方案》每年新增企业30家、40家，合计170家（30家×3年+40家×2年=170家）。",
        ),
        ([yearly("5", "每年新增企业5家，连续3年")], "《x方案》每年新增企业5家，合计15家（5家×3年=15家）。"),
        ([yearly("5", "每年新增企业5家")], None),
        ([target("x", "企业总数", "300", "家")], None),
    ],
)
def test_goals_for_each_year_add_up_over_their_years(targets, told):
    ask = Ask(Subject.TARGETS, Where(documents=("x",)), fold=Fold.SUM)
    found = over_its_years(ask, targets, library_of(*targets))
    assert (found and found.text) == told


def cells(*values, indicator="粮食总产量"):
    """Cells of a table: area, year, value."""
    made = [target("x", indicator, value, "万吨", year, scope=scope, table="附件") for scope, year, value in values]
    return [
        one.model_copy(update={"place": one.place.model_copy(update={"row": at})}) for at, one in enumerate(made, 1)
    ]


def asked(gist, *heard, years=()):
    return Ask(Subject.TARGETS, Where(documents=("x",), years=years), heard=frozenset(heard), gist=gist)


AREAS = cells(("东县", 2025, "30"), ("东县", 2027, "31"), ("西县", 2025, "10"), ("西县", 2027, "13"))
YEARS = cells((None, 2023, "412"), (None, 2024, "500"), (None, 2025, "640"))


def test_areas_are_told_apart_by_what_they_grow_by():
    found = rises(asked("哪个县增得最多"), AREAS, library_of(*AREAS), by_year=False)
    assert [(one.name, str(one.value), one.said) for one in found] == [
        ("东县", "1", "增加1万吨（31万-30万=1万）"),
        ("西县", "3", "增加3万吨（13万-10万=3万）"),
    ]


def test_years_are_told_apart_by_what_they_add_to_the_one_before():
    found = each_rise(asked("每年各增多少", "each"), [YEARS], library_of(*YEARS), by_year=True)
    assert found
    assert (
        found.text
        == "《x方案》粮食总产量增减：2024年增加88万吨（500万-412万=88万）；2025年增加140万吨（640万-500万=140万）。"
    )


@pytest.mark.parametrize(
    ("gist", "targets"),
    [("哪个县最多", AREAS), ("哪个县增得最多", cells(("东县", 2025, "30"), indicator="产量增长"))],
)
def test_nothing_grows_where_no_change_is_asked_for_or_the_numbers_are_changes(gist, targets):
    assert rises(asked(gist), targets, library_of(*targets), by_year=False) == []

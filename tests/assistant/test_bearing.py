"""Whether what is cited is of the places, years and amounts that a question names."""

from decimal import Decimal

import pytest

from assistant.answer import AnswerKind
from assistant.bearing import bearing, units_over
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.evidence import FORMED, Pool
from assistant.reading.ask import Ask, Subject, Where
from corpus.facts import Evidence, Facts, Library
from corpus.target import Quantity
from tests.assistant.making import document, place

TEXTS = {"canteens": "石磴县长者食堂每餐补贴2元，2025年建成9个。", "roads": "青芦县修路120公里，投资300万元。"}
LIBRARY = Library(
    [document(name, text=text) for name, text in TEXTS.items()], [Facts(document_id=one) for one in TEXTS]
)


def passed_by(cited, text="每餐补贴2元。", **where):
    evidence = (Evidence(quote="每餐补贴2元", place=place(cited)),)
    draft = Draft(AnswerKind.FACT, (Statement(text, evidence),))
    found = bearing(Candidate(Ask(Subject.PROSE, Where(**where)), draft), LIBRARY)
    return {name for name, value in found.items() if value}


@pytest.mark.parametrize(
    ("cited", "where", "passed"),
    [
        ("canteens", {"places": ("石磴县",)}, {"unplaced"}),
        ("canteens", {"places": ("青芦县",)}, {"elsewhere", "unplaced"}),
        ("canteens", {"places": ("青芦县", "石磴县")}, {"unplaced"}),
        ("roads", {"places": ("青芦县",)}, {"unplaced"}),
        ("canteens", {"years": (2025,)}, {"undated"}),
        ("canteens", {"years": (2019,)}, {"elsewhen", "undated"}),
        ("canteens", {"amounts": (Quantity(value=Decimal(2), unit="元"),)}, set()),
        ("canteens", {"amounts": (Quantity(value=Decimal(5), unit="元"),)}, {"unused"}),
        ("canteens", {"amounts": (Quantity(value=Decimal(17), unit="项"),)}, set()),
        ("canteens", {}, set()),
    ],
)
def test_what_is_cited_passes_by_places_years_and_amounts_that_it_does_not_speak_of(cited, where, passed):
    assert passed_by(cited, **where) == passed


def test_what_stands_in_the_answer_itself_is_said():
    assert passed_by("canteens", "石磴县2025年每餐补贴2元。", places=("石磴县",), years=(2025,)) == set()


@pytest.mark.parametrize(
    ("caption", "column", "units"),
    [
        ("表1外贸主要指标（亿元）", "2022年", "，0亿元"),
        ("填报日期：2月 单位：万元、亩", None, "，0万元，0亩"),
        ("各镇任务", "毛竹低改（亩）", "，0亩"),
        ("附件（2025年）", "名称", ""),
    ],
)
def test_a_unit_is_printed_once_over_all_figures_of_a_table(caption, column, units):
    cell = place("roads", table=caption, row=1).model_copy(update={"column": column})
    assert units_over([Evidence(quote="154", place=cell)]) == units


def test_a_figure_has_the_form_asked_for_where_the_head_of_its_table_has_it():
    ask = Ask(Subject.PROSE, Where(words="加工贸易"), gist="加工贸易做了多少亿元")
    places = [place("roads", table=caption, row=1) for caption in ("外贸指标（亿元）", "外贸指标")]
    drafts = [Draft(AnswerKind.FACT, (Statement("154。", (Evidence(quote="154", place=one),)),)) for one in places]
    found = Pool.of([Candidate(ask, draft) for draft in drafts], LIBRARY).features()
    assert [one[FORMED] for one in found] == [0.0, -1.0]


@pytest.mark.parametrize(("year", "dated", "misdated"), [(2025, 0.5, 0.5), (2024, 0.5, 0.5), (2023, 0.0, 1.0)])
def test_what_is_cited_of_other_years_is_misdated(year, dated, misdated):
    evidence = tuple(Evidence(quote=quote, place=place("canteens")) for quote in ("2025年建成9个", "2024年建成4个"))
    draft = Draft(AnswerKind.FACT, (Statement("建成9个。", evidence),))
    found = bearing(Candidate(Ask(Subject.PROSE, Where(years=(year,))), draft), LIBRARY)
    assert (found["dated"], found["misdated"]) == (dated, misdated)

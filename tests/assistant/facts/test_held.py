"""Documents selected by their heads, counted and listed."""

from datetime import date
from types import SimpleNamespace

import pytest

from assistant.draft import NoAnswer
from assistant.facts.holdings import answer_holdings
from assistant.reading.ask import Ask, Head, HeadField, Subject, Where
from corpus.facts import Facts, Library
from corpus.target import Bound
from tests.assistant.making import document

ISSUER, YEAR, KIND, LEVEL = HeadField.ISSUER, HeadField.YEAR, HeadField.KIND, HeadField.LEVEL
ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


def ask(*heads, documents=ALL):
    where = Where(documents=documents, heads=heads)
    return Ask(Subject.HOLDINGS, where, heard=frozenset({"documents"}))


def test_documents_of_an_issuer_are_counted_and_listed_with_number_and_day(best):
    assert best(answer_holdings, ask(Head(ISSUER, "嘉兴市服务业发展局"), Head(ISSUER, "苏州市人民政府办公室"))) == (
        "由嘉兴市服务业发展局、苏州市人民政府办公室印发的文件共2份：\n"
        "《关于促进楼宇经济高质量发展的推进方案》（苏府办〔2023〕48号，2023年3月28日）。\n"
        "《嘉兴市楼宇经济发展“十三五”规划》（2017年6月26日）。"
    )


@pytest.mark.parametrize(
    ("heads", "count"),
    [
        ((Head(YEAR, "2023"), Head(KIND, "行动方案")), "2023年印发、行动方案类的文件共2份："),
        ((Head(YEAR, "2020", Bound.LT),), "所问年份以前印发的文件共1份："),
        ((Head(LEVEL, "市"), Head(KIND, "方案")), "市级、方案类的文件共2份："),
    ],
)
def test_a_document_meets_conditions_of_all_fields(best, heads, count):
    assert best(answer_holdings, ask(*heads)).split("\n")[0] == count


def test_that_there_is_none_is_told(index):
    (none,) = answer_holdings(ask(Head(ISSUER, "教育部")), index)
    assert isinstance(none.outcome, NoAnswer)
    assert none.outcome.message == "库内的5份文件中没有由教育部印发的。"


@pytest.fixture
def small():
    told, silent = document("told", title="云泽意见"), document("silent", title="临浦意见")
    day = told.metadata.model_copy(update={"written_on": date(2021, 5, 6)})
    made = [told.model_copy(update={"metadata": day}), silent]
    library = Library(made, [Facts(document_id=one.id) for one in made])
    return SimpleNamespace(library=library, pending=True, closeness=lambda *_: {})


def test_a_head_that_does_not_tell_is_told_beside(small):
    (found,) = answer_holdings(ask(Head(YEAR, "2021"), documents=("told", "silent")), small)
    assert found.outcome.statements[-1].text == "另有1份没有写明发文年份，未计入：《临浦意见》。"
    (none,) = answer_holdings(ask(Head(YEAR, "2019"), documents=("told", "silent")), small)
    assert isinstance(none.outcome, NoAnswer)
    assert none.outcome.message == (
        "写明了发文年份的1份文件中没有2019年印发的。另有1份没有写明发文年份，未计入：《临浦意见》。"
    )
    assert answer_holdings(ask(Head(YEAR, "2019"), documents=("silent",)), small) == []


def test_a_title_that_ends_with_the_one_it_sends_is_of_that_kind():
    titles = {
        "sends": "临浦镇印发《关于巡堤的意见》",
        "tries": "临浦镇印发《巡堤办法（试行）》",
        "tells": "《巡堤意见》解读",
    }
    made = [document(one, title=title) for one, title in titles.items()]
    library = Library(made, [Facts(document_id=one) for one in titles])
    index = SimpleNamespace(library=library, pending=True, closeness=lambda *_: {})
    for kind, count in (("意见", "意见类的文件共1份："), ("办法", "办法类的文件共1份：")):
        (found,) = answer_holdings(ask(Head(KIND, kind), documents=tuple(titles)), index)
        assert found.outcome.statements[0].text == count

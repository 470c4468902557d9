"""What was reached, beside what is aimed at: over a report that nobody wrote."""

import pytest

from assistant.citing import draft_problems
from assistant.draft import NoAnswer
from assistant.facts.targets import answer_targets
from assistant.reading.ask import Fold, Subject, Want
from tests.assistant.facts.asking import make_ask
from tests.assistant.lexical import page_index

REPORT = """<html><title>2023年青岚县政府工作报告</title><body><h1>2023年青岚县政府工作报告</h1>
<p>一、2022年工作回顾</p>
<p>粮食总产量达到46.2万吨。旅游收入增长12.5%。新建泵站12座、累计达到88座。登记民宿从110家增加到264家。研发投入增长8%。危旧厂房改造34处。
新建供水管网50公里。</p>
<p>二、2023年主要目标</p>
<p>主要预期目标是：粮食总产量达到48万吨以上，旅游收入增长14%左右，新建泵站15座，改造危旧厂房40处，改造供水管网60公里。</p>
</body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("pages"), report=REPORT)


def reached(index, words, fold=Fold.SHOW, **slots):
    """What the candidate for what was reached says; empty where there is none."""
    ask = make_ask(Subject.TARGETS, "report", words, fold, **{"want": (Want.VALUE,), **slots})
    found = [one.outcome for one in answer_targets(ask, index) if one.features.get("actual")]
    for outcome in found:
        assert isinstance(outcome, NoAnswer) or draft_problems(outcome, index.library, words) == []
    return "".join(one.text for one in found)


@pytest.mark.parametrize(
    ("words", "slots", "said"),
    [
        ("2022年旅游收入增长多少", {"years": (2022,)}, "青岚县2022年旅游收入增长为12.5%。"),
        ("去年新建了几座泵站", {}, "青岚县2022年新建泵站为12座。"),
        ("登记民宿净增多少家", {}, "青岚县2022年登记民宿从110家增加到264家，增加154家（264-110=154）。"),
        ("去年泵站累计多少座", {}, "青岚县2022年累计泵站为88座。"),
    ],
)
def test_a_time_gone_by_is_answered_by_what_was_reached(index, words, slots, said):
    assert reached(index, words, **slots) == said


@pytest.mark.parametrize(
    ("words", "fold", "said"),
    [
        (
            "去年新建泵站多少、今年打算建多少",
            Fold.SHOW,
            "青岚县2022年新建泵站实际为12座，到2023年目标为15座。",
        ),
        (
            "粮食总产量现在多少，离目标还差多少",
            Fold.DIFFERENCE,
            "青岚县2022年粮食总产量实际为46.2万吨，到2023年目标为48万吨以上，目标多1.8万吨（48万-46.2万=1.8万）。",
        ),
        (  # the work may stand before what it is done to, or behind
            "危旧厂房改造今年的目标比去年实际多多少",
            Fold.DIFFERENCE,
            "青岚县2022年危旧厂房改造实际为34处，到2023年改造危旧厂房目标为40处，目标多6处（40-34=6）。",
        ),
        ("供水管网去年建了多少，今年打算改造多少", Fold.SHOW, ""),  # another work is no goal of the same
    ],
)
def test_what_is_aimed_at_stands_beside_it_where_both_are_asked(index, words, fold, said):
    assert reached(index, words, fold) == said


def test_a_goal_that_is_not_set_is_said_to_be_none_with_what_was_reached(index):
    assert reached(index, "2023年研发投入增长目标", years=(2023,)) == (
        "青岚的文件没有写“研发投入增长”的目标，写了的是：2022年研发投入增长为8%。"
    )


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (
            "2022年，在册困境儿童达到412名。",
            "青岚的文件没有写“在册困境儿童”的目标，写了的是：2022年在册困境儿童为412名。",
        ),
        ("2022年，在册困境儿童达到412名。2023年1—5月新增困境儿童26名。", ""),
        ("2022年，在册困境儿童达到412名，当年新增困境儿童26名。", ""),
    ],
)
def test_no_goal_is_missed_where_another_number_of_the_same_stands(tmp_path, report, said):
    title = "2023年青岚县儿童工作报告"
    page = f"<html><title>{title}</title><body><h1>{title}</h1><p>{report}</p></body></html>"
    index = page_index(tmp_path, report=page)
    assert reached(index, "2023年在册困境儿童目标", years=(2023,)) == said


def test_nothing_is_told_of_another_place(index):
    assert reached(index, "红岭乡去年新建泵站多少座", places=("红岭乡",)) == ""
    assert reached(index, "青岚县去年新建泵站多少座", places=("青岚县",)) == "青岚县2022年新建泵站为12座。"


def test_nothing_is_told_that_the_words_hardly_name(index):
    assert reached(index, "去年窗口工单总量超过两成的乡镇", years=(2022,)) == ""


def test_who_asks_which_there_are_is_told_no_number(index):
    assert reached(index, "去年新建了哪几座泵站", heard=frozenset({"which"})) == ""


def test_goals_are_answered_by_goals_alone(index):
    assert reached(index, "2023年旅游收入增长目标", years=(2023,)) == ""
    assert reached(index, "新建泵站多少座") == ""
    assert reached(index, "2021年新建泵站多少座", years=(2021,)) == ""


def test_the_year_that_a_report_is_of_has_gone_by_where_it_sets_it_no_goal(tmp_path):
    page = "<html><title>2023年度工作报告</title><body><h1>2023年度工作报告</h1><p>一、2023年工作总结</p>"
    page += "<p>过去一年，青岚县新建泵站12座。</p></body></html>"
    said = reached(page_index(tmp_path, report=page), "2023年新建泵站多少", years=(2023,))
    assert said == "《2023年度工作报告》2023年青岚县新建泵站为12座。"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("抓好就业。", "《2023年度工作报告》的文件没有写“城镇新增就业”的目标，写了的是：2022年城镇新增就业为3200人。"),
        ("做到城镇新增就业只增不减。", ""),
    ],
)
def test_no_goal_is_said_to_be_missing_of_what_is_named_elsewhere_too(tmp_path, more, said):
    """What stands there may be a goal that was not understood."""
    page = "<html><title>2023年度工作报告</title><body><h1>2023年度工作报告</h1><p>一、2022年工作回顾</p>"
    page += f"<p>城镇新增就业3200人。</p><p>二、2023年重点工作</p><p>{more}</p></body></html>"
    assert reached(page_index(tmp_path, report=page), "2023年城镇新增就业目标", years=(2023,)) == said

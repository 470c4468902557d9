"""How much: the best candidate for Asks over targets of the five documents, word for word."""

import pytest

from assistant.draft import Draft, NoAnswer
from assistant.facts.targets import answer_targets
from assistant.reading.ask import Fold, Subject, Want
from corpus.target import Bound
from tests.assistant.facts.asking import amount, condition, make_ask, said
from tests.assistant.lexical import lexical_index


def targets(document, words, fold=Fold.SHOW, **slots):
    return make_ask(Subject.TARGETS, document, words, fold, **{"want": (Want.VALUE,), **slots})


FOUR = ("张家港市", "常熟市", "太仓市", "昆山市")


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (targets("suzhou", "新增亿元楼宇", areas=("昆山市",), years=(2023,)), "昆山市2023年新增亿元楼宇为2幢。"),
        (targets("qingpu", "新增办公面积", areas=("徐泾镇",), years=(2025,)), "徐泾镇2025年新增办公面积为0平方米。"),
        (targets("jiaxing", "品质楼", areas=("市本级",), years=(2020,)), "市本级到2020年品质楼宇为24幢。"),
        (
            targets("lucheng", "企业入驻率 注册率 纳税率", years=(2025,)),
            "鹿城2025年企业入驻率为85%。鹿城2025年企业属地注册率为85%。鹿城2025年企业属地纳税率为85%。",
        ),
        (  # each is named in full, however long the question is
            targets(
                "lucheng",
                "我要写一份给领导看的比较材料，里面要用到这三个比率的数字：企业入驻率、企业属地注册率、企业属地纳税率",
                years=(2025,),
            ),
            "鹿城2025年企业入驻率为85%。鹿城2025年企业属地注册率为85%。鹿城2025年企业属地纳税率为85%。",
        ),
        (
            targets("suzhou", "楼宇推介活动"),
            (
                "苏州举办楼宇推介活动：到2023年超70场、2023年77场。"
                "正文“举办楼宇推介活动”为超70场，附件“举办楼宇推介活动”合计为77场。"
            ),
        ),
    ],
)
def test_values_are_said_with_area_year_and_unit(ask, expected):
    assert said(answer_targets, ask) == expected


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (
            targets("suzhou", "新增亿元楼宇", Fold.SUM, areas=FOUR, years=(2023,)),
            "苏州2023年张家港市、常熟市、太仓市、昆山市新增亿元楼宇合计6幢（2+1+1+2=6幢）。",
        ),
        (
            targets("qingpu", "总部项目引进", Fold.SUM),
            "青浦2023年、2024年、2025年总部项目引进合计15个（5+5+5=15个）。",
        ),
        (
            targets("suzhou", "特色产业楼宇", Fold.DIFFERENCE, areas=("吴中区", "姑苏区"), years=(2023,)),
            "苏州2023年新增特色产业楼宇：吴中区6幢，姑苏区1幢，吴中区多5幢（6-1=5）。",
        ),
        (
            targets("jiaxing", "亿元税收楼宇", Fold.RATIO, years=(2020, 2015)),
            "嘉兴亿元税收楼宇：2020年12幢，2015年3幢，2020年是2015年的4倍（12÷3=4）。",
        ),
        (
            targets("taiyuan", "星级楼宇入驻率 城区楼宇入驻率", Fold.DIFFERENCE),
            "太原：星级楼宇入驻率85%以上，楼宇入驻率70%以上，星级楼宇入驻率高15个百分点（85-70=15）。",
        ),
    ],
)
def test_arithmetic_is_spelled_out(ask, expected):
    assert said(answer_targets, ask) == expected


@pytest.mark.parametrize(
    ("ask", "verdict"),
    [
        (targets("suzhou", "累计亿元楼宇", areas=("昆山市",), amounts=(amount("40", "幢"),), claim=True), "不是。"),
        (targets("suzhou", "累计亿元楼宇", areas=("昆山市",), amounts=(amount("5", "栋"),), claim=True), "是。"),
        (targets("taiyuan", "特色楼宇", conditions=(condition(Bound.GE, "20", "座"),), claim=True), "是。"),
        (targets("jiaxing", "平均入驻率", years=(2020,), amounts=(amount("98", "%"),), claim=True), "不是。"),
        (
            targets("suzhou", "累计亿元楼宇", areas=("昆山市",), amounts=(amount("5", "万平方米"),), claim=True),
            "昆山市",
        ),
    ],
)
def test_a_verdict_comes_from_a_value_of_the_same_sort(ask, verdict):
    assert said(answer_targets, ask).startswith(verdict)


def test_another_unit_costs_agreement_and_is_no_veto():
    candidate = answer_targets(targets("qingpu", "去化面积", measures=frozenset({"buildings"})), lexical_index())[0]
    assert candidate.features["agree"] <= 0


def test_there_is_no_candidate_without_targets():
    assert answer_targets(targets((), "入驻率"), lexical_index())
    assert answer_targets(targets("suzhou", "入驻率", per_document=True), lexical_index()) == []


def test_an_amount_may_be_part_of_an_indicators_name():
    bounded = (condition(Bound.GE, "5", "亿元"),)
    ask = targets("lucheng", "税收 楼宇", conditions=bounded, measures=frozenset({"buildings"}))
    assert said(answer_targets, ask) == "鹿城到2026年5亿元以上楼宇为超5幢。"


def beside(ask, feature):
    """What the candidate with this feature says."""
    found = [c for c in answer_targets(ask, lexical_index()) if c.features.get(feature)]
    outcome = found[0].outcome
    return outcome.message if isinstance(outcome, NoAnswer) else outcome.statements[0].text


def test_who_asks_for_no_figure_misses_no_goal():
    found = answer_targets(targets("suzhou", "品质楼宇", heard=frozenset({"how"})), lexical_index())
    assert not any(one.features.get("missing") for one in found)


def test_a_goal_is_not_missing_where_only_words_set_its_document_aside():
    asked = targets("qingpu", "企业属地注册率", heard=frozenset({"how_much"}))
    assert beside(asked, "missing").startswith("青浦的文件没有“企业属地注册率”的目标")
    told = answer_targets(asked.about(spared=("qingpu", "lucheng")), lexical_index())
    assert not any(one.features.get("missing") for one in told)
    assert "鹿城企业属地注册率：2024年75%、2025年85%、2026年90%。" in [
        one.outcome.text for one in told if isinstance(one.outcome, Draft)
    ]


def test_baselines_are_meant_by_words_for_now():
    assert said(answer_targets, targets("jiaxing", "现状 亿元税收楼宇")) == "嘉兴2015年亿元税收楼宇为3幢。"


SET = targets("jiaxing", "三大品牌楼宇", areas=("市本级",), years=(2020,), whole=True)


@pytest.mark.parametrize(
    "ask",
    [
        targets("qingpu", "去化面积", years=(2022,)),  # 累计 counts from where the plan begins
        targets("suzhou", "亿元楼宇", years=(2020,)),  # no year between is told
    ],
)
def test_no_earlier_year_is_worked_out_without_all_that_was_added(ask):
    assert not [one for one in answer_targets(ask, lexical_index()) if one.features.get("earlier")]


@pytest.mark.parametrize(
    ("document", "words", "years", "message"),
    [
        (
            "lucheng",
            "新引进总部企业",
            (2027,),
            "鹿城的文件没有写2027年的“新引进总部企业”，写了的是：2024年10家、2025年12家、2026年13家。",
        ),
        (
            "jiaxing",
            "楼宇税收总量",
            (2023, 2024),
            "嘉兴的文件没有写2023年、2024年的“楼宇税收总量”，写了的是：2020年62亿元。",
        ),
        (  # another sentence of the paragraph is of that year
            "suzhou",
            "累计亿元楼宇",
            (2025,),
            "苏州的文件没有写2025年的“累计亿元楼宇”，写了的是：到2023年87幢。",
        ),
    ],
)
def test_goals_of_other_years_answer_no_question_for_a_year(document, words, years, message):
    asked = targets(document, words, years=years, heard=frozenset({"how_much"}))
    assert said(answer_targets, asked) == message


def test_who_asks_for_all_there_is_means_no_additions():
    asked = targets("suzhou", "亿元楼宇", areas=("工业园区",), heard=frozenset({"total"}))
    assert said(answer_targets, asked) == "工业园区2023年累计亿元楼宇为40幢。"
    added = targets("suzhou", "亿元楼宇", areas=("工业园区",), heard=frozenset({"how_much"}))
    assert said(answer_targets, added) == "工业园区2023年新增亿元楼宇为2幢。"


def test_an_area_is_denied_no_year_where_other_goals_that_fit_as_well_are_set_for_it():
    assert said(answer_targets, targets("qingpu", "特色楼宇", years=(2024,))).startswith("青浦的文件没有写2024年")
    asked = targets("qingpu", "楼宇指标", areas=("徐泾镇",), years=(2024,))
    assert not [one for one in answer_targets(asked, lexical_index()) if isinstance(one.outcome, NoAnswer)]


def test_no_goal_is_missed_that_holds_little_of_what_is_asked():
    figure = frozenset({"how_much"})
    messages = [
        one.outcome.message
        for words in ("楼宇入驻率", "运营覆盖率纳入街镇考评")
        for one in answer_targets(targets("suzhou", words, heard=figure), lexical_index())
        if isinstance(one.outcome, NoAnswer)
    ]
    assert [message.partition("，")[0] for message in messages] == ["苏州的文件没有“楼宇入驻率”的目标"]

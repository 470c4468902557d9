"""How much: the best candidate for Asks over targets of the five documents, word for word."""

from dataclasses import replace

import pytest

from assistant.citing import draft_problems
from assistant.draft import NoAnswer
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
            "青浦2023年、2024年、2025年总部项目引进合计15个（5+5+5=15个），与正文“总部类重点项目引进不少于15个”一致。",
        ),
        (
            targets("suzhou", "累计亿元楼宇", Fold.SHARE, areas=("工业园区",)),
            "2023年累计亿元楼宇：工业园区40幢，占苏州87幢的45.98%（40÷87≈45.98%≈46%）。",
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
            targets("jiaxing", "特色楼宇", Fold.DIFFERENCE, areas=("市本级",), whole=True),
            "嘉兴特色楼宇：全市100幢，市本级60幢，全市多40幢（100-60=40）。",
        ),
        (
            targets("taiyuan", "星级楼宇入驻率 城区楼宇入驻率", Fold.DIFFERENCE),
            "太原：星级楼宇入驻率85%以上，楼宇入驻率70%以上，星级楼宇入驻率高15个百分点（85-70=15）。",
        ),
        (
            targets(("qingpu", "lucheng"), "引进总部企业", Fold.DIFFERENCE),
            (
                "鹿城多20家（35-15=20）（年份不同）。"
                "青浦到2025年总部类重点项目引进不少于15个；鹿城到2026年招引总部企业35家以上。"
            ),
        ),
    ],
)
def test_arithmetic_is_spelled_out(ask, expected):
    assert said(answer_targets, ask) == expected


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (
            targets("suzhou", "推介活动", Fold.EXTREME),
            "苏州2023年举办楼宇推介活动最多的是工业园区（12场）、虎丘区（12场）。",
        ),
        (
            targets("suzhou", "推介活动", Fold.EXTREME, rank=2),
            "苏州2023年举办楼宇推介活动第二多的是昆山市（10场）、吴中区（10场）。",
        ),
        (
            targets("suzhou", "特色产业楼宇", Fold.EXTREME, heard=frozenset({"most", "least"})),
            "苏州2023年新增特色产业楼宇最多的是吴中区（6幢），最少的是姑苏区（1幢）。",
        ),
        (
            targets("qingpu", "去化", Fold.EXTREME),
            "青浦去化面积最多的是西虹桥公司（90000+90000+60000=240000平方米）。",
        ),
        (
            targets("suzhou", "推介活动", Fold.COUNT, conditions=(condition(Bound.LT, "7", "场"),)),
            "苏州2023年举办楼宇推介活动符合条件的共4个：常熟市（3场）、太仓市（3场）、相城区（6场）、姑苏区（6场）。",
        ),
        (
            targets("suzhou", "改造存量楼宇", lacks=True),
            "苏州2023年计划改造存量楼宇符合条件的共4个：张家港市（0幢）、常熟市（0幢）、太仓市（0幢）、相城区（0幢）。",
        ),
    ],
)
def test_areas_are_ranked_and_filtered_with_all_ties(ask, expected):
    assert said(answer_targets, ask) == expected


def test_the_year_with_the_most_is_found_where_years_are_asked_for():
    ask = targets("qingpu", "新增办公面积", Fold.EXTREME, by="年份")
    assert said(answer_targets, ask).startswith("青浦新增办公面积最多的是2024年（760000平方米）。")


@pytest.mark.parametrize(
    ("ask", "verdict"),
    [
        (targets("suzhou", "累计亿元楼宇", areas=("昆山市",), amounts=(amount("40", "幢"),), claim=True), "不是。"),
        (targets("suzhou", "累计亿元楼宇", areas=("昆山市",), amounts=(amount("5", "栋"),), claim=True), "是。"),
        (targets("taiyuan", "特色楼宇", conditions=(condition(Bound.GE, "20", "座"),), claim=True), "是。"),
        (targets("qingpu", "去化面积 40万", Fold.SUM, claim=True), "是。"),
        (targets("jiaxing", "平均入驻率", years=(2020,), amounts=(amount("98", "%"),), claim=True), "不是。"),
        (
            targets("suzhou", "累计亿元楼宇", areas=("昆山市",), amounts=(amount("5", "万平方米"),), claim=True),
            "昆山市",
        ),
    ],
)
def test_a_verdict_comes_from_a_value_of_the_same_sort(ask, verdict):
    assert said(answer_targets, ask).startswith(verdict)


@pytest.mark.parametrize(
    ("gist", "expected"),
    [
        ("2025年总部项目引进", "青浦2025年总部项目引进为5个。"),
        ("到2025年总部项目引进", "青浦到2025年总部类重点项目引进为不少于15个。青浦2025年总部项目引进为5个。"),
    ],
)
def test_what_is_reached_until_a_year_is_more_than_what_that_year_adds(gist, expected):
    asked = targets("qingpu", "总部项目引进", years=(2025,), gist=gist)
    assert said(answer_targets, asked) == expected


def test_what_is_missing_to_a_target_is_said_as_the_questions_number():
    ask = targets(
        "qingpu", "入驻企业注册落地率", Fold.DIFFERENCE, amounts=(amount("45", "%"),), gist="注册落地率现在45%还差多少"
    )
    assert said(answer_targets, ask) == (
        "青浦到2025年入驻企业注册落地率为60%；目标为60%，问题中的45%（文件未写）还差15个百分点（60-45=15）。"
    )


def test_another_year_or_area_is_said_with_what_there_is():
    candidate = answer_targets(targets("jiaxing", "平均入驻率", years=(2025,)), lexical_index())[0]
    assert isinstance(candidate.outcome, NoAnswer)
    assert candidate.outcome.message == (
        "嘉兴的文件未写2025年的“楼宇平均入驻率”，写的是：嘉兴2020年楼宇平均入驻率为85%以上。"
    )
    assert (candidate.features["year_ok"], candidate.features["area_ok"]) == (0.0, 1.0)


def test_another_unit_costs_agreement_and_is_no_veto():
    candidate = answer_targets(targets("qingpu", "去化面积", measures=frozenset({"buildings"})), lexical_index())[0]
    assert candidate.features["agree"] <= 0


def test_all_goals_of_an_area_are_offered_beside():
    ask = targets("suzhou", "各项指标", areas=("相城区",))
    found = [c for c in answer_targets(ask, lexical_index()) if c.features.get("all")]
    assert found[0].features["match"] == 1.0
    assert "新增亿元楼宇4幢、累计亿元楼宇14幢" in found[0].outcome.statements[0].text


def test_there_is_no_candidate_without_targets():
    assert answer_targets(targets((), "入驻率"), lexical_index())
    assert answer_targets(targets("suzhou", "入驻率", per_document=True), lexical_index()) == []


def test_a_goal_without_a_number_corrects_a_number_that_is_supposed():
    ask = targets("qingpu", "月亿楼", amounts=(amount("10", "栋"),), claim=True, gist="不是说要建10栋月亿楼吗")
    found = [c for c in answer_targets(ask, lexical_index()) if c.features.get("outcome")]
    assert isinstance(found[0].outcome, NoAnswer)
    assert found[0].outcome.message == "青浦的文件写的是：“月亿楼”项目实现零突破；没有写10栋。"


def test_those_with_a_certain_value_are_named():
    ask = targets("suzhou", "推介活动", amounts=(amount("12", "场"),), heard=frozenset({"which"}))
    assert said(answer_targets, ask) == (
        "苏州2023年举办楼宇推介活动符合条件的共2个：工业园区（12场）、虎丘区（12场）。"
    )


def test_an_amount_may_be_part_of_an_indicators_name():
    bounded = (condition(Bound.GE, "5", "亿元"),)
    ask = targets("lucheng", "税收 楼宇", conditions=bounded, measures=frozenset({"buildings"}))
    assert said(answer_targets, ask) == "鹿城到2026年5亿元以上楼宇为超5幢。"


def beside(ask, feature):
    """What the candidate with this feature says."""
    found = [c for c in answer_targets(ask, lexical_index()) if c.features.get(feature)]
    outcome = found[0].outcome
    return outcome.message if isinstance(outcome, NoAnswer) else outcome.statements[0].text


def test_an_indicator_of_other_documents_only_is_said_to_be_missing():
    ask = targets("suzhou", "品质楼宇", heard=frozenset({"how_much"}))
    assert beside(ask, "missing").startswith("苏州的文件没有“品质楼宇”的目标，写了的目标有：")


def test_who_asks_for_no_figure_misses_no_goal():
    found = answer_targets(targets("suzhou", "品质楼宇", heard=frozenset({"how"})), lexical_index())
    assert not any(one.features.get("missing") for one in found)


def test_the_parts_are_offered_where_each_is_asked_for():
    ask = targets("suzhou", "新增亿元楼宇", years=(2023,), heard=frozenset({"each_place"}))
    assert beside(ask, "parts").startswith("苏州2023年新增亿元楼宇：张家港市2幢、常熟市1幢、太仓市1幢、昆山市2幢")


def test_how_a_goal_turned_out_is_not_written():
    ask = targets("lucheng", "楼宇税收规模", gist="楼宇税收规模实际完成了多少")
    assert beside(ask, "goal_only") == ("鹿城的文件只定了目标（到2026年楼宇税收规模破百亿元），没有写实际完成的数字。")


def test_baselines_are_meant_by_words_for_now():
    assert said(answer_targets, targets("jiaxing", "现状 亿元税收楼宇")) == "嘉兴2015年亿元税收楼宇为3幢。"


@pytest.mark.parametrize(
    ("ask", "feature", "expected"),
    [
        (
            targets("qingpu", "累计去化", years=(2024,)),
            "up_to",
            "青浦2023年、2024年去化面积合计300000平方米（150000+150000=300000平方米）",
        ),
        (
            targets("suzhou", "新增亿元楼宇", rank=2),
            "ranked",
            "苏州2023年新增亿元楼宇第二多的是张家港市（2幢）、昆山市（2幢）、吴江区（2幢）、吴中区（2幢）、工业园区（2幢）。",
        ),
        (
            targets("suzhou", "推介活动", areas=("张家港市", "常熟市"), gist="张家港比常熟多办几场推介活动"),
            "compared",
            "苏州2023年举办楼宇推介活动：张家港市8场，常熟市3场，张家港市多5场（8-3=5）。",
        ),
    ],
)
def test_what_is_meant_without_the_usual_words_is_offered(ask, feature, expected):
    assert beside(ask, feature).startswith(expected)


def test_a_share_of_all_years_is_of_their_sums():
    assert said(answer_targets, targets("qingpu", "去化", Fold.SHARE, areas=("西虹桥公司",))) == (
        "西虹桥公司2023年、2024年、2025年去化面积合计240000平方米（90000+90000+60000=240000平方米），"
        "青浦合计400000平方米（150000+150000+100000=400000平方米），占60%（240000÷400000=60%）。"
    )


def test_indicators_named_side_by_side_are_ranked_for_the_whole():
    ask = targets("jiaxing", "品质楼宇和重点楼宇", Fold.EXTREME)
    assert said(answer_targets, ask) == "嘉兴到2020年各项中最多的是重点楼宇（100幢）。"


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        (
            targets("jiaxing", "特色楼宇", Fold.DIFFERENCE, areas=("市本级",), whole=True, years=(2015, 2020)),
            (
                "嘉兴特色楼宇：市本级2015年0幢，2020年60幢，增加60幢（60-0=60）；全市2015年0幢，2020年100"
                "幢，增加100幢（100-0=100）。"
            ),
        ),
        (
            targets("qingpu", "新增办公面积", Fold.SHARE, areas=("徐泾镇",), years=(2023, 2024)),
            (
                "徐泾镇2023年、2024年新增办公面积合计60000平方米（30000+30000=60000平方米），青浦合计117"
                "0000平方米（410000+760000=1170000平方米），占5.13%（60000÷1170000≈5.13%≈5%"
                "）。"
            ),
        ),
        (
            targets("qingpu", "总部项目引进", Fold.SHARE, areas=("赵巷镇", "西虹桥公司")),
            (
                "赵巷镇、西虹桥公司2023年、2024年、2025年总部项目引进合计9个（1+1+1+2+2+2=9个），"
                "青浦合计15个（5+5+5=15个），占60%（9÷15=60%）。"
            ),
        ),
        (
            targets("qingpu", "总部项目引进", Fold.EXTREME, heard=frozenset({"most", "share"}), by="镇"),
            "青浦总部项目引进最多的是西虹桥公司（2+2+2=6个），占合计15个（5+5+5=15个）的40%（6÷15=40%）。",
        ),
        (
            targets("qingpu", "新增办公面积", Fold.EXTREME, heard=frozenset({"most", "least", "difference"}), by="年"),
            (
                "青浦新增办公面积最多的是2024年（760000平方米），最少的是2023年（410000平方米），2024年比2023"
                "年多350000平方米（760000-410000=350000）。正文“新增办公面积”为超180万平方米，附件“新增办"
                "公面积”合计为180万平方米（2023年410000平方米、2024年760000平方米、2025年630000平方米）"
                "。"
            ),
        ),
    ],
)
def test_sides_areas_and_places_of_an_order_are_set_against_each_other(ask, expected):
    assert said(answer_targets, ask) == expected


SET = targets("jiaxing", "三大品牌楼宇", areas=("市本级",), years=(2020,), whole=True)


@pytest.mark.parametrize(
    ("ask", "name", "expected"),
    [
        (
            replace(SET, gist="三大品牌楼宇扣掉市本级还有几幢"),
            "members",
            (
                "嘉兴2020年特色楼宇其余40幢（100-60=40）、重点楼宇其余40幢（100-60=40）、品质楼宇其余16幢（40-24=16），"
                "合计96幢（40+40+16=96幢）。"
            ),
        ),
        (
            replace(SET, heard=frozenset({"share"})),
            "members",
            (
                "嘉兴2020年特色楼宇100幢、重点楼宇100幢、品质楼宇40幢，合计240幢（100+100+40=240幢），"
                "市本级特色楼宇60幢、重点楼宇60幢、品质楼宇24幢，合计144幢（60+60+24=144幢），占60%（144÷240=60%）。"
            ),
        ),
        (
            targets("suzhou", "亿元楼宇", areas=("相城区",), years=(2022,)),
            "earlier",
            "相城区2023年累计亿元楼宇14幢，2023年新增亿元楼宇4幢，倒推2022年底为10幢（14-4=10）。",
        ),
    ],
)
def test_sets_are_added_up_and_earlier_years_worked_out(ask, name, expected):
    told = [one.outcome for one in answer_targets(ask, lexical_index()) if one.features.get(name)]
    assert [one.text for one in told[0].statements] == [expected]
    assert draft_problems(told[0], lexical_index().library, ask.gist) == []


@pytest.mark.parametrize(
    "ask",
    [
        targets("qingpu", "去化面积", years=(2022,)),  # 累计 counts from where the plan begins
        targets("suzhou", "亿元楼宇", years=(2020,)),  # no year between is told
    ],
)
def test_no_earlier_year_is_worked_out_without_all_that_was_added(ask):
    assert not [one for one in answer_targets(ask, lexical_index()) if one.features.get("earlier")]


def test_a_ranking_leaves_those_it_tells_to_the_turns_behind_it():
    ask = targets("qingpu", "总部项目引进", Fold.EXTREME, heard=frozenset({"most"}), by="镇", years=(2025,))
    assert answer_targets(ask, lexical_index())[0].rows == ("西虹桥公司",)

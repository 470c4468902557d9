"""Numbers that follow from printed ones; the texts are made up, as official prose writes them."""

from decimal import Decimal

import pytest

from assistant.arithmetic import proven_results
from assistant.calculating import change, difference, growth, times
from assistant.figures import figures, folded
from assistant.prose.reckoning import reckoned
from assistant.reading.ask import Ask, Subject, Where
from corpus.target import Quantity


def quantity(value, unit):
    return Quantity(value=Decimal(value), unit=unit)


def asked(words, *heard, measures=()):
    """An ask of these words; they are the gist too."""
    return Ask(Subject.PROSE, Where(words=words), heard=frozenset(heard), measures=frozenset(measures), gist=words)


@pytest.mark.parametrize(
    ("text", "heard", "measures", "said"),
    [
        ("港口航线由112条增加到130条。", ["difference"], [], "增加18条（130条-112条=18条）"),
        (
            "注册律所、会计所分别从20家、35家提高到26家、50家。",
            ["difference"],
            [],
            "提高6家（26家-20家=6家）；提高15家（50家-35家=15家）",
        ),
        ("绿化率从31.5%提升到40%。", ["difference"], [], "提升8.5个百分点（40-31.5=8.5）"),
        ("排名由89位上升至80位。", ["order"], [], "上升9位（89位-80位=9位）"),
        (
            "企业由200户增加到250户。",
            ["growth"],
            [],
            "增加50户（250户-200户=50户），增长25%（50户÷200户=25%）",
        ),
        ("建成公路80公里，其中高速12公里。", ["share"], [], "占15%（12公里÷80公里=15%）"),
        ("总用地面积8036.3平方米，总建筑面积32406平方米。", ["total"], ["area"], ""),
        ("首期给予20万元；验收后给予35万元，限1家。", ["total"], ["money"], "合计55万元（20万元+35万元=55万元）"),
        (
            "小麦为92%，玉米为88%，大豆为71%。",
            ["difference", "most"],
            [],
            "最高92%，最低71%，相差21个百分点（92-71=21）",
        ),
        ("建成公路80公里，其中高速12公里。", ["how_much"], [], ""),
        ("营收超过500万元的，奖励20万元。", ["total"], ["money"], ""),
        ("律所从12家到31家、会所从7家到9家。", ["how_much"], [], "增加19家（31家-12家=19家）；增加2家（9家-7家=2家）"),
        ("玉米种植、收获率分别达到80%和62%。", ["difference"], [], "相差18个百分点（80-62=18）"),
        ("平台由各区提供。", ["difference", "total", "share"], [], ""),
        ("由5家增加到12个百分点。", ["difference"], [], ""),
        ("高速、国道里程分别达到400公里、150公里。", ["total"], [], "合计550公里（400公里+150公里=550公里）"),
        (
            "安排58亿元资金，其中，普通公路10亿元，高速公路17亿元。",
            ["share"],
            [],
            "占29.3%（17亿元÷58亿元≈29.3%）",
        ),
        (
            "建成公路80公里，其中高速占比不低于15%。",
            ["how_much"],
            [],
            "高速至少12公里（80公里×15%=12公里）",
        ),
        ("查处127起，罚款412万元，其中高速占比86%。", ["how_much"], [], ""),
        ("安排高速资金2亿元，对前两名分别奖励60万元、40万元。", ["total"], [], ""),
        (
            "给予业主方最高100万元，给予承包方最高500万元。",
            ["difference"],
            [],
            "相差400万元（500万元-100万元=400万元）",
        ),
        ("给予业主100万元，收费超过500万元。", ["difference"], [], ""),
        ("首期给予20—30万元；验收后给予35万元。", ["total"], ["money"], ""),
    ],
)
def test_what_follows_is_spelled_out(text, heard, measures, said):
    assert reckoned(text, text, asked("高速", *heard, measures=measures)) == said


@pytest.mark.parametrize(
    ("said", "result"),
    [
        (change(quantity("1.2", "亿千瓦"), quantity("1.3", "亿千瓦")), 10**7),
        (difference(quantity("9000", "万元"), quantity("1.5", "亿元")), 6 * 10**7),
        (change(quantity("300", "家"), quantity("240", "家")), 60),
    ],
)
def test_the_arithmetic_proves_itself(said, result):
    assert result in proven_results(folded(said))
    assert {one.value for one in figures(folded(said))}


@pytest.mark.parametrize(
    ("text", "words", "said"),
    [
        ("更新管网42公里；如国债追加到位，再增加15公里。", "管网 国债", "合计57公里（42公里+15公里=57公里）"),
        ("新增教师8000人，新增保育员3000人。", "教师 保育员", "合计11000人（8000人+3000人=11000人）"),
        ("安排项目16个，其中改造项目6个。", "安排 改造", ""),
        ("2025年新增教师8000人，2026年新增保育员3000人。", "教师 保育员", ""),
    ],
)
def test_what_the_question_names_adds_up(text, words, said):
    assert reckoned(text, text, asked(words, "total")) == said


def test_less_is_said_to_be_less():
    assert change(quantity("300", "家"), quantity("240", "家")) == "减少60家（300家-240家=60家）"


def test_how_many_times_is_spelled_out():
    said = times(quantity("1800", "亿元"), quantity("0.45", "万亿元"))
    assert said == "前者是后者的2.5倍（0.45万亿元÷1800亿元=2.5倍）"


LIBRARIES = "全省建设3个中心馆，依托高校建设12个专业馆，在各县区建设45个社区馆。"
LISTED = "办理备案的，市里给予40万元补贴；通过验收的，市里给予60万元补贴；投产的，市里给予90万元补贴。"


@pytest.mark.parametrize(
    ("part", "passage", "words", "said"),
    [
        (LIBRARIES, LIBRARIES, "图书馆一共", "合计60个（3个+12个+45个=60个）"),
        (LIBRARIES[:22], LIBRARIES, "图书馆一共", ""),  # a part of what is listed
        (LIBRARIES[:22], LIBRARIES, "中心馆和专业馆一共", "合计15个（3个+12个=15个）"),
        (LIBRARIES, LIBRARIES, "中心馆一共", ""),  # nothing to add
        ("建3个馆。建12个馆。", "建3个馆。建12个馆。建45个馆。", "馆一共", ""),
        ("建3个馆，不少于12个馆。", "建3个馆，不少于12个馆。", "馆一共", ""),
        (LISTED, LISTED, "三个阶段一共", "合计190万元（40万元+60万元+90万元=190万元）"),
        (LISTED, LISTED, "备案和投产一共", "合计130万元（40万元+90万元=130万元）"),
        (LISTED[:38], LISTED, "三个阶段一共", ""),
        ("甲类按金额的30%补助，乙类按金额的10%补助。", "", "补助一共", ""),
        ("工业占30%，建筑业占10%。", "", "工业和建筑业一共", "合计40%（30%+10%=40%）"),
    ],
)
def test_all_that_is_listed_is_added_and_never_a_part(part, passage, words, said):
    assert reckoned(part, passage or part, asked(words, "total")) == said


SCHOOLS = "全市学校420所（其中县城95所），校舍面积73.5万平方米（其中县城18.25万平方米）。"
FIRMS = "全市注册企业数5120家，实现税收总额9.6亿元。其中，开发区86幢厂房注册企业数1280家，实现税收总额3.6亿元。"


@pytest.mark.parametrize(
    ("text", "words", "heard", "said"),
    [
        (SCHOOLS, "学校扣掉县城", "how_much", "其余325所（420所-95所=325所）"),
        (SCHOOLS, "校舍面积除了县城", "how_much", "其余55.25万平方米（73.5万平方米-18.25万平方米=55.25万平方米）"),
        (SCHOOLS, "校舍面积县城占", "share", "占24.8%（18.25万平方米÷73.5万平方米≈24.8%）"),
        (FIRMS, "注册企业数刨去开发区", "how_much", "其余3840家（5120家-1280家=3840家）"),
        (FIRMS, "税收总额开发区占", "share", "占37.5%（3.6亿元÷9.6亿元=37.5%）"),
        ("全市打造90个示范点，其中县城40个。", "学校扣掉县城", "how_much", ""),  # something else is counted
        ("全市打造90个示范点，其中县城40个。", "示范点扣掉县城", "how_much", "其余50个（90个-40个=50个）"),
        (FIRMS, "注册企业数除了港区", "how_much", ""),  # no part of that owner
        ("入驻率75.6%，其中城区76.7%。", "入驻率扣掉城区", "how_much", ""),  # no part of a rate
    ],
)
def test_what_is_left_without_a_part_and_its_share(text, words, heard, said):
    assert reckoned(text, text, asked(words, heard)) == said


@pytest.mark.parametrize(
    ("before", "after", "heard", "said"),
    [
        (("33.8", "亿元"), ("62", "亿元"), "growth", "，增长83.4%（28.2亿元÷33.8亿元≈83.4%）"),
        (("80", "家"), ("60", "家"), "growth", "，下降25%（20家÷80家=25%）"),
        (
            ("40", "家"),
            ("90", "家"),
            "doubled",
            "，增长125%（50家÷40家=125%），是40家的2.25倍（90家÷40家=2.25倍），超过一番",
        ),
        (("75", "%"), ("85", "%"), "growth", ""),
        (("40", "家"), ("90", "家"), "difference", ""),
    ],
)
def test_a_growth_is_told_where_it_is_asked(before, after, heard, said):
    told = growth(quantity(*before), quantity(*after), frozenset({heard}))
    assert told == said
    assert not said or proven_results(folded(told))


@pytest.mark.parametrize(
    ("text", "words", "years", "said"),
    [
        (
            "全年接待游客480万人次，实现旅游收入46亿元，分别增长12%和15%。",
            "倒推游客人次",
            (2025, 2024),
            "推算上年约428.6万人次（480万人次÷（1+12%）≈428.6万人次）",
        ),
        ("2019年生猪出栏288万头，同比下降4%。", "生猪出栏", (2018,), "推算上年为300万头（288万头÷（1-4%）=300万头）"),
        (
            "研发投入强度1.1%，低于全市平均水平0.7个百分点。",
            "研发投入强度 全市",
            (),
            "推算全市平均水平为1.8%（1.1+0.7=1.8）",
        ),
        ("到2030年，运输比重提高到42%，五年累计提升5个百分点。", "运输比重", (2025,), "推算五年前为37%（42-5=37）"),
        ("到2030年，人均收入达到7万元，是2025年的1.4倍。", "人均收入", (2025,), "推算2025年为5万元（7万元÷1.4=5万元）"),
        ("粮食产量比2024年增加2万吨，达到21万吨。", "粮食产量", (2024,), "推算2024年为19万吨（21万吨-2万吨=19万吨）"),
        ("全年接待游客480万人次，年均增长12%。", "游客人次", (2024,), ""),
        ("全年接待游客480万人次，增长12%。", "游客人次", (2025,), ""),
        ("全年接待游客480万人次，增长12%。", "倒推财政收入", (2025, 2024), ""),
        ("全年接待游客480万人次，增长12%。", "游客人次", (2025, 2024), ""),
        (
            "城乡居民收入分别达到400元、210元，分别增长25%、5%。",
            "倒推居民收入",
            (2025, 2024),
            "推算上年为320元（400元÷（1+25%）=320元）；推算上年为200元（210元÷（1+5%）=200元）",
        ),
    ],
)
def test_what_a_number_was_before_it_changed(text, words, years, said):
    ask = Ask(Subject.PROSE, Where(words=words, years=years), heard=frozenset({"how_much"}), gist=words)
    assert reckoned(text, text, ask) == said


@pytest.mark.parametrize(
    ("text", "words", "heard", "said"),
    [
        (
            "今年改造小区12个、居民4000户，概算总投资1.2亿元。",
            "改造平均每户多少钱",
            "average",
            "平均每户3万元（1.2亿元÷4000户=3万元）",
        ),
        (
            "新建公路375公里，养护护栏550公里，总投资6亿元。",
            "投资摊到每公里新建公路多少钱",
            "average",
            "平均每公里160万元（6亿元÷375公里=160万元）",
        ),
        ("居民4000户，总投资1.2亿元。", "总投资多少", "how_much", ""),
        (
            "全县54处隐患点，2023年整治20处，2024年整治19处，2025年全部整治。",
            "2025年还剩几处",
            "ask_count",
            "还剩15处（54处-20处-19处=15处）",
        ),
        (
            "城乡居民收入分别达到48000元和24000元。",
            "收入比是多少",
            "ratio",
            "前者是后者的2倍（48000元÷24000元=2倍）",
        ),
        (
            "共有商铺300间（其中老街180间），面积9万平方米（其中老街4万平方米）。",
            "除了老街商铺多少间、面积多大",
            "ask_count",
            "其余120间（300间-180间=120间）；其余5万平方米（9万平方米-4万平方米=5万平方米）",
        ),
    ],
)
def test_what_two_figures_of_a_sentence_come_to(text, words, heard, said):
    told = reckoned(text, text, asked(words, heard))
    assert told == said
    assert not said or proven_results(folded(told))

"""What rules come to in a case; all rules are made up, as support schemes write them."""

import re

import pytest

from assistant.arithmetic import proven_results
from assistant.figures import folded
from assistant.reading.ask import Ask, Piece, Subject, Where
from assistant.reading.words import terms_of
from assistant.rules.applying import applied
from assistant.rules.book import rules_of
from assistant.rules.rule import Kind
from corpus.understanding import folder_to_library

_ASKING = re.compile(r"多少|[\d.]+")
_HEAD = "云岭市扶持办法\n\n一、扶持标准\n\n"
_BOUGHT = "购置厂房的，按每平方米200元给予一次性补助，补助金额不超过50万元。"
_SHARE = "对设备投资，按实际支付金额的15%给予补助，最高300万元。"
_LEASE = (
    "租用厂房的，按每月每平方米最高30元给予补贴；如每月每平方米实际租金小于30元的，按实际租金补贴。"
    "补贴期限为2年，且每年补贴不超过100万元。"
)
_CASES = "使用本地设备的，按不高于金额的30%给予补助；采用外地设备的，按不高于金额的10%给予最高500万元补助。"
_ROADS = "养护补助标准为主路每年每公里8000元、支路每年每公里4000元，省、市、县按5：3：2比例分担。"
_INSURED = "林木保费每亩3元，其中财政补贴60%，农户自缴40%，每亩最高赔付900元。"
_BUSES = "更新公交车的，12米以上每辆补贴20万元，9—12米每辆15万元。同一车辆已享受省级补贴的，区级补贴按60%发放。"
_FUND = "市财政2024—2026年每年安排专项资金900万元，其中40%用于设施建设，60%用于宣传。"
_AGES = (
    "就餐补贴标准如下：\n（一）60—69周岁，每餐补贴2元；\n（二）70—79周岁，每餐补贴4元；\n"
    "（三）80周岁及以上，每餐补贴6元。"
)
_TALENT = (
    "安家补贴分3年按5∶3∶2比例发放；租房补贴按月发放，补贴期限最长2年。\n\n附表1 人才补贴标准\n"
    "类别 | 安家补贴（万元） | 租房补贴（元/月）\n甲类 | 30 | 2000\n乙类 | 10 | 1200\n丙类 | 6 | 800\n"
)
_HOSPITAL = (
    "同一年度内第二次住院的，起付标准减半。\n\n表2 住院起付标准和支付比例\n医院 | 起付标准（元） | 支付比例\n"
    "县级医院 | 300 | 80%\n市级医院 | 600 | 70%\n省级医院 | 900 | 60%\n"
)
_LAND = (
    "表1 种植补助标准\n类别 | 补助标准（元/亩） | 大户（200亩以上）标准（元/亩）\n茶园 | 500 | 600\n果园 | 300 | 400\n"
    "竹林 | 200 | 250\n"
)


def library(tmp_path, rule):
    (tmp_path / "a.txt").write_text(_HEAD + rule, encoding="utf-8")
    return folder_to_library(tmp_path)


def told(tmp_path, rule, question, *heard):
    made = library(tmp_path, rule)
    ask = Ask(
        Subject.PROSE,
        Where(words=_ASKING.sub(" ", question), documents=tuple(made.documents)),
        gist=question,
        heard=frozenset({"how_much", *heard}),
        pieces=(Piece(question, question),),
    )
    found = applied(ask, terms_of(ask.where.words, made), rules_of(made))
    said = found[0].said if found else ""
    assert not said or proven_results(folded(said)), said
    return found[0].text if found and not said else said


@pytest.mark.parametrize(
    ("rule", "question", "said"),
    [
        (_BOUGHT, "购置1500平方米厂房补助多少", "1500平方米×200元=30万元"),
        (_BOUGHT, "购置4000平方米厂房补助多少", "4000平方米×200元=80万元，超过上限，为50万元"),
        (_SHARE, "设备投资800万元补助多少", "800万元×15%=120万元"),
        (_SHARE, "设备投资花了1个亿，补助多少", "1亿元×15%=1500万元，超过上限，为300万元"),
        (_BOUGHT, "3家企业购置厂房补助多少", ""),
        (_SHARE, "设备投资租金45元/平方米补助多少", ""),  # no sum of money
        (
            _LEASE,
            "租用1000平方米厂房，租金25元，补贴多少",
            "1000平方米×25元=2.5万元，2.5万元×12个月=30万元，30万元×2年=60万元",
        ),
        (
            _LEASE,
            "租用5000平方米厂房补贴多少",
            "最多5000平方米×30元=15万元，15万元×12个月=180万元，超过上限，为每年100万元，100万元×2年=200万元",
        ),
        (_CASES, "采用外地设备花了1亿元补助多少", "最多1亿元×10%=1000万元，超过上限，为500万元"),
        (_ROADS, "30公里主路一年养护补助多少，县里自己掏多少", "30公里×8000元=24万元；县为24万元×2÷(5+3+2)=4.8万元"),
        (_INSURED, "两百亩林木农户自己一年出多少保费", "200亩×3元=600元；600元×40%=240元"),
        (_BUSES, "更新5辆10米的公交车，已享受过省级补贴，区里补贴多少", "5辆×15万元=75万元；75万元×60%=45万元"),
        (_BUSES, "更新5辆13米的公交车补贴多少", "5辆×20万元=100万元"),
        (_FUND, "专项资金三年一共多少，每年用于宣传多少", "900万元×3年=2700万元；900万元×60%=540万元"),
        (_AGES, "七十多岁的老人就餐补贴多少", "（二）70—79周岁，每餐补贴4元。"),
        (_TALENT, "乙类人才安家补贴第一年拿多少", "第一年为10万元×5÷(5+3+2)=5万元"),
        (_TALENT, "甲类人才租房补贴领满能拿多少", "2000元×12个月=2.4万元，2.4万元×2年=4.8万元"),
        (_HOSPITAL, "在市级医院住院花了4600块，支付比例下能报多少", "4600元-600元=4000元，4000元×70%=2800元"),
        (
            _HOSPITAL,
            "同一年第二次在县级医院住院花了2150块能报多少",
            "300元÷2=150元，2150元-150元=2000元，2000元×80%=1600元",
        ),
        (_LAND, "种300亩茶园补助多少", "300亩×600元=18万元"),
        (_LAND, "种100亩果园补助多少", "100亩×300元=3万元"),
        ("年度评价由市商务局负责。", "投资100万元补助多少", ""),
    ],
)
def test_a_rule_is_applied(tmp_path, rule, question, said):
    assert told(tmp_path, rule, question) == said


def test_each_of_several_cases_is_told_where_the_question_names_none(tmp_path):
    said = told(tmp_path, _CASES, "设备花了1亿元补助多少")
    assert "30%=3000万元" in said
    assert "10%=1000万元" in said


def test_what_is_given_respectively_is_given_by_name(tmp_path):
    rules = rules_of(library(tmp_path, "创建国家级、省级、市级示范园的，分别奖励90万元、40万元、10万元。"))
    sums = [(one.name[-3:], one.quantity.number) for rules in rules.values() for one in rules if one.kind is Kind.SUM]
    assert [number for _, number in sums] == ["90", "40", "10"]
    assert [name for name, _ in sums][:2] == ["家级", "省级"]

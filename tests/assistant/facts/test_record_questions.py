"""Questions about printed tables of a document never asked about before: which rows, which columns, which sum."""

import pytest

from assistant.answering import understood
from assistant.citing import draft_problems
from assistant.draft import Draft
from assistant.facts.records import answer_records
from assistant.reading.ask import Fold, Subject
from assistant.reading.reading import read
from tests.assistant.lexical import LexicalOnlyIndex, page_index

PAGE = """<html><body><p>青禾市人民政府办公室关于印发青禾市绿道建设方案的通知</p><p>青政办发〔2025〕9号</p>
<p>现将《青禾市绿道建设方案》印发给你们，请认真贯彻执行。</p><h2>附件1 绿道建设任务表</h2>
<table><tr><th rowspan="2">县（区）</th><th colspan="3">新建绿道（公里）</th><th colspan="3">驿站累计数（座）</th></tr>
<tr><th>2025年</th><th>2026年</th><th>2027年</th><th>2025年</th><th>2026年</th><th>2027年</th></tr>
<tr><td>东岭区</td><td>12</td><td>20</td><td>9</td><td>3</td><td>5</td><td>8</td></tr>
<tr><td>西坪县</td><td>18</td><td>10</td><td>16</td><td>4</td><td>5</td><td>6</td></tr>
<tr><td>南浦县</td><td>7</td><td>8</td><td>10</td><td>2</td><td>3</td><td>7</td></tr>
<tr><td>合计</td><td>37</td><td>38</td><td>35</td><td>9</td><td>13</td><td>21</td></tr></table>
<h2>附件2 水质监测表</h2><table><tr><th>河流</th><th>年度</th><th>优良天数（天）</th></tr>
<tr><td>白鹭河</td><td>2025年</td><td>301</td></tr><tr><td>白鹭河</td><td>2026年</td><td>320</td></tr>
<tr><td>清溪</td><td>2025年</td><td>280</td></tr><tr><td>清溪</td><td>2026年</td><td>322</td></tr></table>
<h2>附件3 补助标准表</h2><table><tr><th>品类</th><th>补助标准（元/吨）</th><th>处理去向</th></tr>
<tr><td>废轮胎</td><td>120</td><td>橡胶厂</td></tr><tr><td>废电池</td><td>300</td><td>环保中心</td></tr></table>
<h2>附件4 公园项目表</h2><table><tr><th>项目名称</th><th>所在县区</th><th>总投资（万元）</th>
<th>2025年计划投资（万元）</th><th>建设内容</th><th>竣工时间</th><th>责任单位</th></tr>
<tr><td>柳堤公园</td><td>东岭区</td><td>900</td><td>400</td><td>种植乔木300株</td><td>2025年9月</td><td>市园林局、市水利局</td></tr>
<tr><td>银杏公园</td><td>西坪县</td><td>700</td><td>700</td><td>种植乔木150株，铺设步道2公里</td><td>2025年12月</td><td>市园林局</td></tr>
<tr><td>听涛公园</td><td>东岭区</td><td>300</td><td>100</td><td>种植乔木50株</td><td>2026年6月</td><td>市水利局</td></tr></table>
<h2>附件5 渔船检验表</h2><table><tr><th>渔港</th><th>检验艘数（艘）</th><th>不合格艘数（艘）</th>
<th>检验经费（万元）</th><th>其中：上级资金（万元）</th></tr>
<tr><td>东澳港</td><td>120</td><td>6</td><td>12</td><td>5</td></tr>
<tr><td>北礁港</td><td>40</td><td>3</td><td>8.5</td><td>0</td></tr></table>
<h2>附件6 港口指标表</h2><table><tr><th>指标</th><th>2024年</th><th>2025年</th></tr>
<tr><td>货物吞吐量（万吨）</td><td>500</td><td>640</td></tr>
<tr><td>集装箱吞吐量（万吨）</td><td>150</td><td>224</td></tr></table>
<h2>附件7 水位站表</h2><table><tr><th>水位站</th><th>历史最高水位（米）</th>
<th>保证水位（米）</th><th>观测得分</th></tr>
<tr><td>柳口站</td><td>31.5</td><td>30</td><td>88</td></tr><tr><td>杨湾站</td><td>27</td><td>28</td><td>92</td></tr>
<tr><td>桑桥站</td><td>19.2</td><td>19</td><td>79</td></tr><tr><td>梅岭站</td><td>44</td><td>45.5</td><td>84</td></tr></table>
<h2>附件8 茶园产值表</h2><table><tr><th>茶园</th><th>2024年产值（万元）</th><th>2027年产值目标（万元）</th></tr>
<tr><td>云顶茶园</td><td>400</td><td>500</td></tr><tr><td>石门茶园</td><td>160</td><td>240</td></tr>
<tr><td>南坡茶园</td><td>250</td><td>300</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("greenways"), a=PAGE)


def said(question: str, fold: Fold, index: LexicalOnlyIndex) -> str:
    """What the best table says for one fold of a question, which must stand on its quotes."""
    asks = understood(read(question, index.library), [], index.library).asks
    ask = next(one for one in asks if one.subject is Subject.RECORDS and one.fold is fold)
    outcome = answer_records(ask, index)[0].outcome
    assert isinstance(outcome, Draft)
    assert draft_problems(outcome, index.library, ask.gist) == []
    return "".join(statement.text for statement in outcome.statements)


@pytest.mark.parametrize(
    ("question", "fold", "expected"),
    [
        ("西坪县2026年新建绿道多少公里", Fold.SHOW, "西坪县——2026年新建绿道：10公里。"),
        ("西坪2027年的新建绿道和驿站各多少", Fold.SHOW, "西坪县——2027年新建绿道：16公里；2027年驿站累计数：6座。"),
        ("三年里新建绿道最多的是哪个", Fold.EXTREME, "新建绿道最大的是西坪县（44公里（18+10+16=44公里））。"),
        (
            "2025到2027年驿站增量最大的是哪个县区",
            Fold.EXTREME,
            "驿站累计数最大的是东岭区（5座（8-3=5））；南浦县（5座（7-2=5））。",
        ),
        ("东岭区哪一年新建绿道最多", Fold.EXTREME, "东岭区最大的是2026年新建绿道（20公里）。"),
        (
            "全市新建绿道2027年比2025年少多少",
            Fold.DIFFERENCE,
            "合计：2025年新建绿道37公里，2027年新建绿道35公里，2025年新建绿道多2公里（37-35=2）。",
        ),
        ("清溪2026年优良天数是多少", Fold.SHOW, "清溪——2026年优良天数：322天。"),
        (
            "白鹭河优良天数2026年比2025年多几天",
            Fold.DIFFERENCE,
            "白鹭河：2025年优良天数301天，2026年优良天数320天，2026年优良天数多19天（320-301=19）。",
        ),
        (
            "50吨废轮胎能补多少钱",
            Fold.SHOW,
            "废轮胎——补助标准：120元/吨；处理去向：橡胶厂。",
        ),
        (
            "市水利局负责的公园有哪些",
            Fold.SHOW,
            "柳堤公园——责任单位：市园林局、市水利局。听涛公园——责任单位：市水利局。",
        ),
        (
            "2025年竣工的公园有哪些",
            Fold.SHOW,
            "柳堤公园——竣工时间：2025年9月。银杏公园——竣工时间：2025年12月。",
        ),
        ("听涛公园归谁管", Fold.SHOW, "听涛公园——责任单位：市水利局。"),
        ("哪个县区的公园总投资最大", Fold.EXTREME, "总投资最大的是东岭区（1200万元（900万+300万=1200万元））。"),
        (
            "检验经费十万以上的渔港有几个",
            Fold.COUNT,
            "符合条件的渔港只有一个：东澳港。",
        ),
        (
            "公园总投资连八百万都不到的有几个",
            Fold.COUNT,
            "符合条件的项目共2个：银杏公园；听涛公园。",
        ),
        ("杨湾站观测得了几分", Fold.SHOW, "杨湾站——观测得分：92。"),
        (
            "哪个茶园产值涨得最猛",
            Fold.EXTREME,
            "产值最大的是石门茶园（80万元（240万-160万=80万），增长50%（80万元÷160万元=50%））。",
        ),
        (
            "南坡茶园的产值要增长多少",
            Fold.DIFFERENCE,
            (
                "南坡茶园：2024年产值250万元，2027年产值目标300万元，2027年产值目标多50万元（300万-250万=50万），"
                "增长20%（50万元÷250万元=20%）。"
            ),
        ),
        (
            "没有上级资金的港检验经费一共多少",
            Fold.SUM,
            "北礁港——检验经费：8.5万元；上级资金：0万元。",
        ),
        (
            "没有上级资金的港有几个",
            Fold.COUNT,
            "符合条件的渔港只有一个：北礁港。",
        ),
        (
            "东岭区的公园总投资一共多少，占几成",
            Fold.SUM,
            (
                "“东岭区”2个项目总投资合计1200万元（900万+300万=1200万元），"
                "占3个项目合计1900万元（900万+700万+300万=1900万元）的63.16%（1200万÷1900万≈63.16%≈63%）。"
            ),
        ),
    ],
)
def test_a_table_answers(question, fold, expected, index):
    assert said(question, fold, index) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("柳堤公园的责任单位是市水利局吗", "柳堤公园——责任单位：市园林局、市水利局。"),
        ("听涛公园的责任单位是市园林局吗", "听涛公园——责任单位：市水利局。"),
    ],
)
def test_a_cell_that_may_list_several_gives_no_verdict(question, expected, index):
    assert said(question, Fold.SHOW, index) == expected

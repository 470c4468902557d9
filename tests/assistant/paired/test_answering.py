"""What follows from two numbers that stand together; the documents are made up."""

import pytest

from assistant.answering import understood
from assistant.citing import draft_problems
from assistant.paired.answering import answer_paired
from assistant.prose.ranking import ranked
from assistant.reading.ask import Fold, Subject
from assistant.reading.reading import read
from assistant.unit_notes import with_unit_notes
from tests.assistant.lexical import page_index

PAGE = """<html><body><p>苇塘县人民政府办公室关于印发苇塘县菜市场改造方案的通知</p><p>苇政办发〔2025〕14号</p>
<p>现将《苇塘县菜市场改造方案》印发给你们，请认真组织实施。</p><h2>一、资金</h2>
<p>2025年安排改造资金共2400万元，其中设备更新占45%、管网占30%。已拨付1500万元。</p>
<p>2024年全县受理摊位申请860件，办结731件；发放摊位券5000张。</p>
<p>摊主自建冷柜的，每台补助1200元。</p>
<p>租用公有摊位的，按15元/平方米·月补助租金；每名学徒每月补贴800元。</p>
<p>未按期缴纳摊位费的，自欠缴之日起按日加收3‰的滞纳金。骗取摊位券的，处骗取金额2倍以上4倍以下的罚款。</p>
<p>每名值夜人员每天补助60元。</p>
<h2>附件1 菜市场改造表</h2>
<table><tr><th>菜市场</th><th>乡镇</th><th>总投资（万元）</th><th>累计完成投资（万元）</th><th>摊位（个）</th></tr>
<tr><td>老街菜市场</td><td>芦花镇</td><td>640</td><td>480</td><td>160</td></tr>
<tr><td>河湾菜市场</td><td>芦花镇</td><td>350</td><td>70</td><td>125</td></tr>
<tr><td>站前菜市场</td><td>石埠镇</td><td>900</td><td>810</td><td>200</td></tr>
<tr><td>合计</td><td></td><td>1890</td><td>1360</td><td>485</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("markets"), a=PAGE)


def paired(ask, index):
    return answer_paired(ask, ranked(ask, index), index)


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("我租了20平米的公有摊位，一年最多补助多少租金？", "即3600元（20×15×12个月=3600）"),
        ("我租了20000平米的公有摊位，一年最多补助多少租金？", "即360万元（20000×15×12个月=360万）"),
        ("带了4个学徒，半年一共补贴多少？", "即19200元（4×800×12个月÷2=19200）"),
        ("带了4个学徒，一共补贴多少？", "即3200元（4×800=3200）"),
        ("4名学徒带了5个月，一共补贴多少？", "即16000元（4×800×5个月=16000）"),
        ("摊位费欠了2万元，拖了15天，滞纳金多少？", "即0.09万元（2万×3‰×15天=0.09万）"),
        ("摊位费欠了2万元，滞纳金多少？", "即0.006万元（2万×3‰=0.006万）"),
        ("带了4个学徒，整整带了三年，一共补贴多少？", "即115200元（4×800×12个月×3年=115200）"),
        ("派3名值夜人员值7天，一共补助多少钱？", "即1260元（3×60×7天=1260）"),
    ],
)
def test_so_much_a_month_or_a_day_for_each_is_reckoned_for_the_time_asked(question, result, index):
    asks = understood(read(question, index.library), [], index.library).asks
    found = [one.outcome.text for ask in asks if ask.subject is Subject.PROSE for one in paired(ask, index)]
    assert any(result in one for one in found)


GRANTS = """<html><body><p>苇塘县夜市管理办法</p><p>夜市评为清洁夜市的，给予奖励，奖励金额不超过3万元/年。</p>
<p>夜市设无障碍摊位的，每个摊位每年补助500元。</p></body></html>"""


@pytest.fixture(scope="module")
def grants(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("grants"), a=GRANTS)


@pytest.mark.parametrize(
    ("question", "result"),
    [
        ("连着两年评上清洁夜市，一共最多奖多少钱？", "即6万元（2×3万=6万）"),
        ("设了5个无障碍摊位，三年补助多少？", "即7500元（5×500×3年=7500）"),
    ],
)
def test_so_much_a_year_is_reckoned_for_the_years_that_a_question_names(question, result, grants):
    asks = understood(read(question, grants.library), [], grants.library).asks
    found = [one for ask in asks if ask.subject is Subject.PROSE for one in paired(ask, grants)]
    told = next(one.outcome for one in found if result in one.outcome.text)
    assert draft_problems(told, grants.library, question) == []


@pytest.mark.parametrize("question", ["2025年夜市奖多少钱？", "三年行动计划奖多少钱？", "近三年奖多少钱？"])
def test_years_of_the_calendar_and_of_plans_last_no_time(question, grants):
    asks = understood(read(question, grants.library), [], grants.library).asks
    found = [one.outcome.text for ask in asks if ask.subject is Subject.PROSE for one in paired(ask, grants)]
    assert not any("即" in one for one in found)


def test_a_fine_of_so_many_times_an_amount_is_reckoned_for_the_amount_that_is_named(index):
    question = "骗了3万元摊位券，最多罚多少钱？"
    asks = understood(read(question, index.library), [], index.library).asks
    found = [one.outcome for ask in asks if ask.subject is Subject.PROSE for one in paired(ask, index)]
    told = "骗取摊位券的，处骗取金额2倍以上4倍以下的罚款；即12万元（3万×4=12万）。"
    assert told in [one.text for one in found]
    assert draft_problems(next(one for one in found if one.text == told), index.library, question) == []


def test_days_are_no_amount_that_a_share_is_taken_of(index):
    asks = understood(read("拖了15天，滞纳金多少？", index.library), [], index.library).asks
    found = [one.outcome.text for ask in asks if ask.subject is Subject.PROSE for one in paired(ask, index)]
    assert not any("15×" in one for one in found)


def best(question, index):
    """The likeliest result, which must stand on its quotes; None where none is offered."""
    asks = understood(read(question, index.library), [], index.library).asks
    ask = next(one for one in asks if one.subject is Subject.PROSE)
    found = [with_unit_notes(one, index.library) for one in paired(ask, index)]
    assert all(draft_problems(one.outcome, index.library, question) == [] for one in found)
    return (found[0].ask.fold, found[0].outcome.text) if found else None


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "老街菜市场投资完成率是多少",
            (
                Fold.SHARE,
                "老街菜市场：累计完成投资480万元，总投资640万元；累计完成投资占总投资的75%（480万÷640万=75%）。",
            ),
        ),
        (
            "站前菜市场比河湾菜市场总投资多多少",
            (Fold.DIFFERENCE, "总投资：站前菜市场900万元，河湾菜市场350万元；相差550万元（900万-350万=550万）。"),
        ),
        (
            "河湾菜市场平均一个摊位投多少钱",
            (Fold.AVERAGE, "河湾菜市场：总投资350万元，摊位125个；平均2.8万元/个（350万÷125=2.8万）。"),
        ),
        (
            "河湾菜市场的摊位占全县几成",
            (
                Fold.SHARE,
                "摊位：河湾菜市场125个，合计485个；河湾菜市场占合计的25.77%（125÷485≈25.77%≈26%）。",
            ),
        ),
        (
            "芦花镇的菜市场总投资加起来多少",
            (Fold.SUM, "芦花镇总投资合计990万元（640万+350万=990万元）。"),
        ),
        (
            "哪个菜市场累计完成投资占总投资的比例最高",
            (
                Fold.SHARE,
                "站前菜市场：累计完成投资810万元，总投资900万元；累计完成投资占总投资的90%（810万÷900万=90%），各行中最大。",
            ),
        ),
        (
            "2024年摊位申请办结率多少",
            (
                Fold.SHARE,
                "2024年全县受理摊位申请860件，办结731件；发放摊位券5000张；731件占860件的85%（731÷860=85%）。",
            ),
        ),
        (
            "2025年改造资金里用于管网的是多少钱",
            (
                Fold.PRODUCT,
                "2025年安排改造资金共2400万元，其中设备更新占45%、管网占30%；即720万元（2400万×30%=720万）。",
            ),
        ),
        (
            "自建15台冷柜能补助多少",
            (Fold.PRODUCT, "摊主自建冷柜的，每台补助1200元；即18000元（15×1200=18000）。"),
        ),
    ],
)
def test_the_two_numbers_are_told_by_what_they_are_called(question, expected, index):
    assert best(question, index) == expected


def test_nothing_is_reckoned_where_no_number_is_asked_for(index):
    assert best("菜市场改造方案由谁印发", index) is None


ROWS = """<html><body><p>荷塘区卫生健康局关于卫生院床位情况的通报</p><p>荷卫发〔2025〕3号</p>
<p>现将床位情况通报如下。</p><h2>附件 床位表</h2><table><tr><th>卫生院</th><th>核定床位（张）</th>
<th>使用床位（张）</th></tr><tr><td>桥头卫生院</td><td>40</td><td>50</td></tr>
<tr><td>岭下卫生院</td><td>60</td><td>30</td></tr><tr><td>渡口卫生院</td><td>80</td><td>20</td></tr></table>
</body></html>"""


def test_the_first_of_all_rows_is_told_only_of_what_is_made_alike_in_each(tmp_path):
    """In one row more beds are used than there are: there the lesser of two is another column than elsewhere."""
    index = page_index(tmp_path, a=ROWS)
    asks = understood(read("哪个卫生院核定床位占使用床位的比例最低", index.library), [], index.library).asks
    found = paired(next(one for one in asks if one.subject is Subject.PROSE), index)
    told = "桥头卫生院：核定床位40张，使用床位50张；核定床位占使用床位的80%（40÷50=80%），各行中最小。"
    assert told in [one.outcome.text for one in found]


def test_numbers_of_two_documents_are_not_of_one_column(tmp_path):
    other = ROWS.replace("荷塘区", "柳溪县").replace("荷卫发", "柳卫发").replace("桥头", "石坝")
    index = page_index(tmp_path, a=ROWS, b=other)
    asks = understood(read("桥头卫生院比石坝卫生院核定床位多多少", index.library), [], index.library).asks
    found = paired(next(one for one in asks if one.subject is Subject.PROSE), index)
    assert not [one for one in found if len({item.place.document_id for item in one.evidence}) > 1]


WHOLES = """<html><body><p>荷塘市养老服务规划</p><p>荷民发〔2021〕3号</p><h2>主要目标</h2>
<table><tr><th rowspan="2">指标</th><th colspan="2">2020年</th><th colspan="2">2025年</th></tr>
<tr><th>全市</th><th>市本级</th><th>全市</th><th>市本级</th></tr>
<tr><td>养老床位总量（张）</td><td>500</td><td>120</td><td>900</td><td>300</td></tr>
<tr><td>护理人员（人）</td><td>60</td><td>20</td><td>90</td><td>30</td></tr>
<tr><td>养老机构（家）</td><td>12</td><td>5</td><td>18</td><td>7</td></tr></table></body></html>"""


def test_a_whole_is_never_added_to_its_part(tmp_path):
    index = page_index(tmp_path, a=WHOLES)
    asks = understood(read("2025年市本级养老床位总量是多少", index.library), [], index.library).asks
    found = paired(next(one for one in asks if one.subject is Subject.PROSE), index)
    assert found
    assert not [one.outcome.text for one in found if "合计1200" in one.outcome.text or "合计420" in one.outcome.text]

"""What a question takes for granted: corrected where documents print something else, let be where they bear it out."""

import pytest

from assistant.answer import RefusalReason
from assistant.candidates import candidates_of
from assistant.draft import NoAnswer
from assistant.reading.following import followed
from assistant.reading.premised import leaves_room, premises_of
from assistant.reading.printed import values_in
from assistant.reading.reading import read
from assistant.reading.ways import are_opposite, ways_of
from tests.assistant.lexical import page_index

PAGE = """<html><body><p>云岫市人民政府办公室关于印发云岫市农机服务办法的通知</p><p>云政办发〔2025〕9号</p>
<h2>一、补贴</h2><p>烘干机购置每台补贴3万元，单户补贴期限最长4年。</p>
<h2>二、贷款</h2><p>2024年农机贷款平均利率3.1%，比上年下降0.2个百分点。公示期间未出现虚报面积的情况。</p>
<h2>三、责任</h2><p>农机站有下列情形之一的，责令改正：</p><p>（一）农机站未按期归还周转金；</p>
<p>（二）农机站未登记机手。</p>
<h2>附件1 农机站建设表</h2><table><tr><th>农机站</th><th>所在乡镇</th><th>投资（万元）</th></tr>
<tr><td>柳塘农机站</td><td>柳塘镇</td><td>90</td></tr><tr><td>白石农机站</td><td>高坝镇</td><td>260</td></tr>
<tr><td>东坪农机站</td><td>高坝镇</td><td>120</td></tr><tr><td>西岭农机站</td><td>柳塘镇</td><td>75</td></tr></table>
</body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("machines"), a=PAGE)


def corrected(question, index):
    asks = followed(read(question, index.library), [], index.library)
    found = [one.outcome for one in candidates_of(asks, index) if "premise" in one.features]
    return list({one.message: one for one in found}.values())


@pytest.mark.parametrize(
    ("question", "premises"),
    [
        ("单户补贴最长6年，第5年还降不降？", ("单户补贴最长6年",)),
        ("贷款平均利率上升了多少", ("贷款平均利率上升了",)),
        ("全县湿地面积达到多少万亩？", ("全县湿地面积达到亩",)),  # 万 is asked for, not claimed
        ("贷款贴息一年拿出几百万元", ("贷款贴息一年拿出元",)),
        ("烘干机项目由县财政局牵头是怎么考虑的？", ("烘干机项目由县财政局牵头",)),
        ("我家买了两台烘干机，一共能补多少？", ()),  # a case
        ("如果每台补5万，三台多少钱", ()),
        ("单户补贴最长是6年对吧，第5年还降不降？", ("单户补贴最长是6年",)),
        ("谁牵头", ()),
    ],
)
def test_a_question_takes_for_granted_what_it_says_without_asking(question, premises):
    assert premises_of(question) == premises


def test_a_case_that_a_rule_lists_denies_nothing(index):
    assert corrected("农机站按期归还周转金，怎么登记机手？", index) == []
    assert corrected("农机站登记机手由谁办？", index) == []


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("烘干机购置每台补贴5万元，什么时候能领到？", "每台补贴3万元"),
        ("单户补贴期限最长6年，由谁审核？", "最长4年"),
        ("白石农机站建在柳塘镇是怎么考虑的？", "所在乡镇：高坝镇"),
        ("2024年农机贷款平均利率上升了多少？", "下降0.2个百分点"),
        ("公示期间出现了几次虚报面积的情况？", "未出现虚报面积"),
    ],
)
def test_what_is_printed_in_its_place_is_told(question, quoted, index):
    (outcome,) = corrected(question, index)
    assert isinstance(outcome, NoAnswer)
    assert outcome.reason is RefusalReason.FALSE_PREMISE
    assert outcome.message.startswith("前提不对。")
    assert quoted in outcome.message
    assert outcome.correction


@pytest.mark.parametrize(
    "question",
    [
        "烘干机购置每台补贴3万元，什么时候能领到？",
        "单户补贴期限最长4年，由谁审核？",
        "2024年农机贷款平均利率下降了多少？",
        "2024年农机贷款平均利率是多少？",
        "白石农机站建在高坝镇是怎么考虑的？",
        "300亩的合作社，白石农机站的投资按规定能分多少？",  # puts a case
    ],
)
def test_a_premise_that_holds_is_let_be(question, index):
    assert corrected(question, index) == []


def test_a_limit_leaves_room_for_what_keeps_it():
    (claimed,), (limit,) = values_in("6000万元"), values_in("500万元以上")
    assert leaves_room(claimed, limit)
    assert not leaves_room(limit, claimed)


def test_ways_are_opposite_only_where_the_one_claimed_is_not_said():
    assert are_opposite(ways_of("平均利率上升"), ways_of("比上年下降0.2个百分点"))
    assert not are_opposite(ways_of("平均利率上升"), ways_of("先下降后上升"))
    assert are_opposite(ways_of("已经全部销号"), ways_of("进展状态：正在整改"))


def test_a_value_that_no_document_prints_is_laid_down_nowhere(index):
    (found,) = corrected("哪一条规定烘干机购置每台补贴7万元？", index)
    assert found.message.startswith("前提不对。")
    assert [one.message[:15] for one in corrected("烘干机要在45天内装好，这是哪一条规定的？", index)] == [
        "前提不对。文件没有写所说的数。"
    ]
    assert corrected("哪一条规定烘干机购置每台补贴3万元？", index) == []
    assert corrected("烘干机要在45天内装好，由谁验收？", index) == []

"""Verdicts on claims: only by words that tell all of it, or another value, name or rank in its place."""

import pytest

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.claims import claim_of
from assistant.draft import Draft, Statement
from assistant.reading.following import followed
from assistant.reading.reading import read
from assistant.verdicts import judged
from tests.assistant.making import five_documents

OFFICE = "成立太原市停车治理专班，分管副市长任召集人，专班办公室设立在市住建局；市财政局统筹停车资金，每季度通报一次。"
GOALS = "到2026年，新建公共停车泊位4000个，其中错时共享泊位不少于900个，泊位周转率达到85%以上。"
RULE = "新建住宅项目必须配建充电设施，既有小区鼓励增设充电设施，不得占用消防通道。"


@pytest.fixture(scope="module")
def library():
    return five_documents()


def ask(question, library):
    asks = followed(read(question, library), [], library)
    return next(one for one in asks if one.claim and one.subject == "prose")


def claim(question, library):
    return claim_of(ask(question, library), library)


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        ("太原停车治理专班的召集人是分管副市长吗？", OFFICE, True),
        ("太原停车治理专班的召集人是市长吗？", OFFICE, False),  # 副市长 is another
        ("太原停车治理专班的办公室是不是设在市住建局？", OFFICE, True),  # 是不是 denies nothing
        ("太原停车资金由市财政局统筹，对吧？", OFFICE, True),
        ("太原停车资金每季度通报一次，对吗？", OFFICE, True),
        ("太原停车资金每月通报一次，对吗？", OFFICE, False),
        ("太原到2026年要新建4000个公共停车泊位吗？", GOALS, True),
        ("太原到2026年要新建900个公共停车泊位吗？", GOALS, False),  # the number of another thing
        ("太原到2030年要新建4000个公共停车泊位吗？", GOALS, None),  # the year is not told
        ("太原错时共享泊位不少于900个，是吗？", GOALS, True),
        ("太原泊位周转率要达到95%以上吗？", GOALS, False),
        ("太原泊位周转率要超过80%吗？", GOALS, None),  # follows, but is not what is said
        ("太原新建住宅项目必须配建充电设施吗？", RULE, True),
        ("太原既有小区必须增设充电设施吗？", "既有小区鼓励增设充电设施。", False),  # is only encouraged
        ("太原停车资金由市统计局统筹，对吧？", OFFICE, False),  # a unit that no document knows
        ("太原自用停车楼可以申请补助，对吗？", "自用停车楼（不包括配套用房）可以申请补助。", None),  # of a part only
        ("太原泊位周转率要达到一半以上吗？", "泊位周转率达到50%以上。", True),
        ("太原停车资金每三个月通报一次，是吗？", OFFICE, True),  # the same in other words
        ("太原停车资金一个季度通报一次，是吗？", OFFICE, True),
        ("太原到2026年错时共享泊位不能少于900个吧？", GOALS, True),
        ("太原停车治理专班是临时机构吗？", OFFICE, None),  # what it is said to be is not told
        ("太原停车治理规划期限是2017年到2020年吗？", "停车治理规划期限为2016年-2020年。", False),
        ("太原充电设施可以占用消防通道吗？", RULE, None),  # is turned round
        ("太原是不是没由市财政局统筹停车资金？", OFFICE, None),  # is turned round
        ("太原夜间停车一律免费吗？", GOALS, None),  # speaks of another thing
        ("太原周转率超过95%的泊位算达标泊位吗？", "周转率超过85%的泊位为达标泊位。", None),  # a case, no claim
    ],
)
def test_a_verdict_stands_on_words_that_tell_all_of_the_claim(question, text, verdict, library):
    assert claim(question, library).verdict(text) is verdict


@pytest.mark.parametrize(
    ("question", "text", "verdict"),
    [
        # of several cases only the one that is named is judged
        ("太原外墙保温的质保期是3年，对吗？", "质量保修期：外墙保温6年，其他工程3年。", False),
        ("太原外墙保温的质保期是6年，对吗？", "质量保修期：外墙保温6年，其他工程3年。", True),
        ("太原车位租赁按月票500元收取，对吗？", "车位租赁按日票30元、月票500元收取。", True),
        ("太原车位租赁按日票500元收取，对吗？", "车位租赁按日票30元、月票500元收取。", False),
        ("太原车位考核75分的发补贴50%，对吗？", "车位考核80分以上的发补贴100%，60—79分的发补贴50%。", True),
        ("太原车位考核75分的发补贴100%，对吗？", "车位考核80分以上的发补贴100%，60—79分的发补贴50%。", False),
        ("太原车位考核发补贴50%，对吗？", "车位考核80分以上的发补贴100%，60—79分的发补贴50%。", None),
        (
            "太原首批移交车库的市级管理权限共90项，是吗？",
            "首批移交市级管理权限90项，区级车库承接40项。",
            None,
        ),  # of neither surely
        ("太原首批移交车库的市级管理权限共40项，是吗？", "首批移交市级管理权限90项，区级车库承接40项。", None),
        (
            "太原停车税收占全市的80%，对吧？",
            "全市停车平均入驻率80%，实现税收总额30亿元。",
            None,
        ),  # 税收 is of another value
        # lists of as many things as values
        ("太原乙类车库奖励8万元，是吗？", "甲类、乙类、丙类车库分别奖励12万元、8万元、3万元。", True),
        ("太原乙类车库奖励12万元，是吗？", "甲类、乙类、丙类车库分别奖励12万元、8万元、3万元。", False),
        # who is what
        (
            "太原街道车长是居委会主任担任的吗？",
            "区长担任城区车长，街道办主任担任街道车长，居委会主任担任社区车长。",
            None,
        ),
        # a limit is no other number
        ("太原车库改造补助最高90万元，对吗？", "车库改造补助对投资300万元以上的，单个项目最高90万元。", True),
        ("太原车库改造补助最高120万元，对吗？", "车库改造补助单个项目最高90万元。", False),
        # how long, and days of any year
        ("太原停车证的有效期是5年吧？", "停车证有效期3年。", False),
        ("太原停车证办理要在30天内完成，是吗？", "停车证办理20日内完成。", False),
        ("太原停车秩序整治月从3月1日起，是吗？", "每年4月1日至4月30日为停车秩序整治月。", False),
    ],
)
def test_a_claim_is_judged_by_the_case_that_it_names(question, text, verdict, library):
    assert claim(question, library).verdict(text) is verdict


def test_figures_that_a_text_does_not_print_bear_nothing_out(library):
    asked = claim("太原停车引导员年龄原则上不超过40周岁，对吗？", library)
    assert asked.verdict("停车引导员年龄原则上不超过45周岁，有经验的满3年可以放宽。") is not True
    assert asked.verdict("停车引导员年龄原则上不超过40周岁，有经验的满3年可以放宽。") is not False


def test_a_unit_is_the_same_under_another_of_its_names(library):
    asked = claim("太原楼宇平台由市发改委负责解释吗？", library)
    assert asked.verdict("楼宇平台由市发展改革委负责解释。") is True


def test_who_leads_may_be_starred(library):
    asked = claim("太原停车平台建设和运营维护由市财政局牵头吗？", library)
    assert asked.verdict("停车平台建设和运营维护，责任单位：*市财政局、市住建局") is True
    assert asked.verdict("停车平台建设和运营维护，责任单位：*市住建局、市财政局") is False
    assert asked.verdict("停车平台建设和运营维护，责任单位：市住建局、市财政局") is None


def test_an_exception_bears_nothing_out(library):
    asked = claim("太原会取消危险货物运输驾驶员资格考试吗？", library)
    assert asked.verdict("取消危险货物运输驾驶员资格考试。") is True
    assert asked.verdict("取消除危险货物运输以外的运输驾驶员资格考试。") is None


def test_another_unit_or_place_in_its_place_says_otherwise(library):
    asked = claim("青浦联席会议办公室是放在区经委的吗？", library)
    assert asked.verdict("联席会议办公室设立在区商务委。") is False
    assert asked.verdict("联席会议办公室设立在区经委。") is True
    asked = claim("太原支持小店区打造“垂直工厂”特色楼宇吗？", library)
    assert asked.verdict("支持杏花岭区打造“垂直工厂”等特色楼宇。") is False


def test_what_stands_in_another_section_bears_nothing_out(library):
    asked = claim("太原保障措施里有没有建立楼宇数据库和动态监测？", library)
    said = "建立楼宇数据库，实行动态监测。"
    assert asked.verdict(said, under="四、保障措施") is True
    assert asked.verdict(said, under="(一)改造提升楼宇品质 1.盘活存量楼宇") is None


def test_columns_of_a_record_are_judged_under_its_name(library):
    asked = claim("苏州相城区计划改造6幢存量楼宇，是吗？", library)
    assert asked.verdict("相城区——新增亿元楼宇：6幢；计划改造存量楼宇：2幢", "相城区") is False


def test_a_draft_stands_behind_its_verdict_once(library):
    asked = ask("太原停车资金由市财政局统筹，对吧？", library)
    plain = Candidate(asked, Draft(AnswerKind.PASSAGE, (Statement(OFFICE, ()),)))
    told = judged(plain, library)
    assert told.outcome == Draft(AnswerKind.YES_NO, (Statement(f"是。{OFFICE}", ()),))
    assert judged(told, library) == told


@pytest.mark.parametrize(
    ("sentence", "holds", "allowed"),
    [(GOALS, True, True), (GOALS, False, False), ("到2026年，新建公共停车泊位3000个。", False, True)],
)
def test_the_verdict_of_another_needs_the_values_claimed(sentence, holds, allowed, library):
    asked = claim("太原到2026年要新建4000个公共停车泊位吗？", library)
    assert asked.allows(sentence, holds=holds) is allowed

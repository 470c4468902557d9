"""A claim with a value is judged by the one of the cases of a sentence whose words it says."""

import pytest

from assistant.cases import verdict_of_cases
from assistant.frames import verdict_of_frames
from tests.assistant.making import five_documents
from tests.assistant.test_claims import claim

GRADES = "对入园企业按规模补助租金：小型企业减免租金80%、中型企业50%、大型企业20%"
FUNDS = "全年安排资金680万元，其中道路整修360万元、路灯更换190万元、标线施划130万元"
TIMES = "市停车中心于2023年9月启用，2024年3月接入全部路侧泊位"
TERMS = "临时泊位备案满6个月的停止使用；固定泊位备案满3年的停止使用"
TOURS = "普通讲解每批次收费80元，外语讲解收费200元"


@pytest.fixture(scope="module")
def library():
    return five_documents()


@pytest.mark.parametrize(
    ("question", "sentence", "holds"),
    [
        ("太原中型企业减免租金50%，对吗？", GRADES, True),
        ("太原中型企业减免租金80%，对吗？", GRADES, False),  # the number of another case
        ("太原微型企业减免租金80%，对吗？", GRADES, None),  # a case that none is of
        ("太原全年路灯更换190万元，对吗？", FUNDS, True),
        ("太原全年路灯更换360万元，对吗？", FUNDS, False),
        ("太原全年安排资金360万元，对吗？", FUNDS, False),
        ("太原市停车中心是2023年9月启用的，对吗？", TIMES, True),
        ("太原市停车中心是2022年9月启用的，对吗？", TIMES, False),
        ("太原固定泊位备案满3年停止使用，对吗？", TERMS, None),
        ("太原临时泊位备案满3年停止使用，对吗？", TERMS, None),  # the one before may be its case
        ("太原临时泊位备案3年后停止使用，对吗？", "临时泊位备案6个月后停止使用，固定泊位3年后停止使用", False),
        ("太原外语讲解收费80元，对吗？", TOURS, False),
        ("太原2024年外语讲解收费200元，对吗？", TOURS, None),  # the year is not told
    ],
)
def test_a_value_decides_only_for_the_case_of_its_words(question, sentence, holds, library):
    found = verdict_of_cases(claim(question, library), sentence, "")
    assert (found.holds if found else None) is holds


CHAINS = "氢能链由副主任赵明领衔，光伏链由副主任钱进领衔"


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("太原氢能链由副主任钱进领衔，对吗？", CHAINS, False),
        ("太原氢能链由副主任赵明领衔，对吗？", CHAINS, None),  # what they bear out, others tell
        ("太原氢能链由副主任孙立领衔，对吗？", CHAINS, None),  # none of them names him
        ("太原执法科牵头泊位巡查，对吗？", "规划科：编制方案，牵头泊位巡查。执法科：查处违停，受理投诉。", False),
    ],
)
def test_clauses_of_one_form_deny_what_one_says_of_the_other(question, text, holds, library):
    found = verdict_of_frames(claim(question, library), text, "")
    assert (found.holds if found else None) is holds

"""How often in a year, of what is told by the month; the document is made up."""

import pytest

from assistant.answering import understood
from assistant.citing import draft_problems
from assistant.prose.ranking import ranked
from assistant.prose.rhythms import answer_rhythms
from assistant.reading.ask import Subject
from assistant.reading.reading import read
from tests.assistant.lexical import page_index

PAGE = """<html><body><p>苇湾县图书馆服务规范</p>
<p>县图书馆每月举办2场读书沙龙。少儿馆每两个月至少组织1次故事会。各镇分馆每季度开展一次流动借阅。</p>
<p>馆长每半年向读者代表报告1次，每年盘点1次藏书。</p></body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("library"), a=PAGE)


def rhythms(question, index):
    asks = understood(read(question, index.library), [], index.library).asks
    ask = next(one for one in asks if one.subject is Subject.PROSE)
    found = answer_rhythms(ask, ranked(ask, index), index)
    assert all(draft_problems(one.outcome, index.library, question) == [] for one in found)
    return "".join(one.outcome.text for one in found)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("读书沙龙一年办几场", "每月举办2场，一年24场（2×12个月=24）"),
        ("少儿馆的故事会全年要组织多少次", "每两个月至少组织1次，一年6次（1×12个月÷2=6）"),
        ("各镇分馆的流动借阅一年几次", "每季度开展一次，一年4次（1×4个季度=4）"),
        ("馆长一年向读者代表报告几次", "每半年向读者代表报告1次，一年2次（1×4个季度÷2=2）"),
    ],
)
def test_what_is_told_by_the_month_is_told_by_the_year_that_is_asked_for(question, told, index):
    assert told in rhythms(question, index)


@pytest.mark.parametrize("question", ["读书沙龙每月办几场", "少儿馆的故事会多久组织一次", "流动借阅谁来开展"])
def test_no_year_is_reckoned_that_is_not_asked_for(question, index):
    assert rhythms(question, index) == ""

"""Questions by a deadline over tasks and rows of a document never asked about before."""

import pytest

from assistant.answering import understood
from assistant.candidates import candidates_of
from assistant.citing import draft_problems
from assistant.draft import Draft
from assistant.reading.ask import Subject
from assistant.reading.reading import read
from tests.assistant.lexical import page_index

PAGE = """<html><body><p>松溪县人民政府办公室关于印发松溪县2027年竹业振兴工作方案的通知</p><p>松政办发〔2027〕4号</p>
<p>现将《松溪县2027年竹业振兴工作方案》印发给你们，请认真贯彻执行。</p><h2>附件1 重点任务分解表</h2>
<table><tr><th>序号</th><th>任务</th><th>牵头单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>摸清竹林底数</td><td>县林业局</td><td>2027年3月底前</td></tr>
<tr><td>2</td><td>改造低产竹林</td><td>县林业局</td><td>2027年9月底前</td></tr>
<tr><td>3</td><td>建设竹工艺园</td><td>县工信局</td><td>2028年6月底前</td></tr>
<tr><td>4</td><td>举办竹文化节</td><td>县文旅局</td><td>2027年9月底前</td></tr>
<tr><td>5</td><td>巡护古竹</td><td>县林业局</td><td>长期坚持</td></tr></table>
<h2>附件2 道路项目表</h2>
<table><tr><th>项目名称</th><th>总投资（万元）</th><th>开工时间</th><th>完工时间</th></tr>
<tr><td>桥亭竹海公路</td><td>900</td><td>2027年1月</td><td>10月</td></tr>
<tr><td>旧镇产业路</td><td>450</td><td>2027年2月</td><td>2028年5月</td></tr>
<tr><td>花桥便道</td><td>80</td><td>2026年12月</td><td>4月</td></tr></table></body></html>"""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return page_index(tmp_path_factory.mktemp("bamboo"), a=PAGE)


def told(question, subject, index):
    """What the candidates of a subject with a condition or a rank in time say, each on its quotes."""
    asks = understood(read(question, index.library), [], index.library).asks
    found = []
    for one in candidates_of([ask for ask in asks if ask.subject is subject], index):
        if isinstance(one.outcome, Draft):
            assert draft_problems(one.outcome, index.library, one.ask.gist) == []
        found.append(one.outcome.text.replace("\n", ""))
    return found


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "2027年9月底前要完成哪些任务",
            "中符合时限的任务共3项：第1项“摸清竹林底数”。第2项“改造低产竹林”。第4项“举办竹文化节”。",
        ),
        ("2027年9月以后到期的任务有哪些", "中完成时限为“2028年6月底前”的任务只有一项：第3项“建设竹工艺园”。"),
        (
            "县林业局牵头的任务里，2027年上半年要完成的有哪些",
            "县林业局牵头、符合时限的任务只有一项：第1项“摸清竹林底数”。",
        ),
        ("哪项任务最早到期", "中最早到期的任务只有一项：第1项“摸清竹林底数”（2027年3月底前）。"),
        ("最后才完成的任务是哪一项", "中最晚到期的任务只有一项：第3项“建设竹工艺园”（2028年6月底前）。"),
        ("哪些任务没写时限", "中长期推进的任务只有一项：第5项“巡护古竹”（长期坚持）。"),
        (
            "哪些任务和改造低产竹林同一时限",
            "与第2项“改造低产竹林”（2027年9月底前）同一时限的其他任务只有一项：第4项“举办竹文化节”（2027年9月底前）。",
        ),
        (
            "2029年以后到期的任务有几项",
            (
                "中没有符合这一时限的任务；最早到期的是第1项“摸清竹林底数”（2027年3月底前），最晚到期的是第3项“建设竹工艺园”"
                "（2028年6月底前）。"
            ),
        ),
        (
            "按完成时限，各时限有几项任务",
            (
                "2027年3月底前：1项（第1项“摸清竹林底数”）。2027年9月底前：2项（第2项“改造低产竹林”、第4项“举办竹文化节”）。"
                "2028年6月底前：1项（第3项“建设竹工艺园”）。长期坚持：1项（第5项“巡护古竹”）。"
            ),
        ),
    ],
)
def test_tasks_are_listed_ranked_and_denied_by_their_deadlines(question, answer, index):
    assert any(one.endswith(answer) for one in told(question, Subject.TASKS, index))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("道路项目里10月底前完工的有哪些", "桥亭竹海公路——完工时间：10月。花桥便道——完工时间：4月。"),
        ("完工最早的是哪条路", "完工时间最早的是花桥便道（4月）。"),
        (
            "道路项目按完工时间从早到晚排一下",
            "完工时间由早到晚：花桥便道（4月）；桥亭竹海公路（10月）；旧镇产业路（2028年5月）。",
        ),
    ],
)
def test_rows_of_any_table_are_chosen_and_ranked_by_their_days(question, answer, index):
    assert answer in told(question, Subject.RECORDS, index)

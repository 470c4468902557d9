"""Lists and counts of tasks: of documents, units, deadlines and columns; orders of tasks, and claims on units."""

from dataclasses import replace

from assistant.facts.tasks import answer_tasks
from assistant.reading.ask import Ask, Fold, Subject, Want, Where
from corpus.task import Role


def _ask(*documents, words="", want=(Want.NAME,), fold=Fold.SHOW, by="", **where):
    return Ask(Subject.TASKS, Where(documents=documents, named=True, words=words, **where), want=want, fold=fold, by=by)


def test_the_tasks_of_a_document_are_the_rows_of_its_table(best, index):
    text = best(answer_tasks, _ask("suzhou"))
    assert text.startswith("苏州的任务清单共17条（第1、2、3、4、5项）：\n第1项“优化楼宇服务流程”")
    assert len(answer_tasks(_ask("suzhou"), index)[0].outcome.tasks) == 17


def test_counts_of_several_documents(best):
    assert best(answer_tasks, _ask("qingpu", "taiyuan", "lucheng", fold=Fold.COUNT)) == (
        "青浦的任务分解表共22项。\n太原的任务分解表共23项。\n鹿城的任务清单共32项。"
    )


def test_what_a_unit_leads_is_told_before_what_it_shares(best):
    assert best(answer_tasks, _ask("qingpu", units=("区房管局",))) == (
        "区房管局牵头的任务只有一项：第4项“存量楼宇高水平改造”：鼓励老旧楼宇对楼宇外立面、停车场、电梯系统、"
        "电力设施等公共部位和共用设施实施升级改造。\n"
        "区房管局作为责任单位的任务只有一项：第11项“提高运营服务水平”：积极培育区属国资背景的高水平物业管理公司，"
        "加强物业管理行业培训，推动楼宇物业服务水平不断提升，以优质物业集聚优质企业。"
    )


def test_how_many_tasks_a_unit_leads(best):
    """Stars in lucheng's list: 5 7 14 15 16 18 22 27 28 29 30 32."""
    ask = _ask("lucheng", units=("区发改局",), role=Role.LEAD, fold=Fold.COUNT)
    assert best(answer_tasks, ask) == "区发改局牵头的任务共12项：第5、7、14、15、16、18、22、27、28、29、30、32项。"


def test_tasks_without_a_unit(index):
    without = answer_tasks(_ask("lucheng", units=("区发改局",), role=Role.LEAD, lacks=True), index)[0].outcome
    assert len(without.tasks) == 20
    assert without.statements[0].text.startswith("鹿城的任务清单中没有所问单位牵头的任务共20项")


def test_a_unit_that_only_takes_part(best):
    text = best(answer_tasks, _ask("qingpu", units=("区规划资源局",), role=Role.RESPONSIBLE))
    assert text.startswith("区规划资源局不牵头、只作为责任单位的任务只有一项：第18项“建立项目评估机制”")


def test_words_narrow_the_tasks_of_a_unit(index):
    narrow, every = answer_tasks(_ask("suzhou", words="优化楼宇服务流程", units=("市住建局",)), index)[:2]
    assert [task.seq for task in narrow.outcome.tasks] == [1]
    assert narrow.features["by_words"] == 1.0
    assert {task.seq for task in every.outcome.tasks} == {1, 2, 4, 5}


def test_tasks_without_a_lead(index):
    first = answer_tasks(_ask("lucheng", role=Role.LEAD, lacks=True), index)[0]
    assert first.outcome.statements[0].text == "鹿城的任务清单中没有牵头单位的任务共5项："
    assert [task.seq for task in first.outcome.tasks] == [2, 4, 12, 26, 31]


def test_tasks_of_a_single_unit_of_a_level(best):
    assert best(answer_tasks, _ask("taiyuan", words="市级部门", alone=True, fold=Fold.COUNT)) == (
        "太原的任务分解表中只有一家市级单位的任务共6项：第6、11、17、18、21、23项。"
    )


def test_tasks_without_a_unit_of_a_level(index):
    first = answer_tasks(_ask("suzhou", words="市级", lacks=True), index)[0]
    assert [task.seq for task in first.outcome.tasks] == [3]


def test_tasks_under_a_heading(index):
    group = answer_tasks(_ask("qingpu", words="高水平推进楼宇载体建设和改造"), index)
    listed = next(one.outcome for one in group if one.features.get("by_words") and len(one.outcome.tasks) > 2)
    assert listed.statements[0].text == "青浦的任务分解表中“高水平推进楼宇载体建设和改造”的任务共6项："


def test_whether_a_unit_is_in_a_task(best):
    def verdict(unit, role):
        where = Where(
            documents=("qingpu",), named=True, words="信息化管理平台 社会化治理信息系统", units=(unit,), role=role
        )
        return best(answer_tasks, Ask(Subject.TASKS, where, claim=True))

    row = "牵头单位为区商务委，责任单位为区委政法委、区政务办、各街镇、区属公司（第21项“推动数字化转型”"
    assert verdict("区商务委", Role.LEAD).startswith(f"是。{row}")
    assert verdict("区委政法委", Role.LEAD).startswith(f"不是，它是责任单位。{row}")
    assert verdict("区房管局", Role.ANY).startswith(f"不是，其中没有该单位。{row}")


def test_an_amount_that_a_task_says_otherwise_is_corrected(best):
    def verdict(claimed):
        where = Where(documents=("qingpu",), named=True, ordinals=(2,), units=("区建设管理委",), role=Role.LEAD)
        ask = Ask(Subject.TASKS, where, claim=True, gist=f"第2项是区建设管理委牵头吧，推进{claimed}项目")
        return best(answer_tasks, ask)

    row = "牵头单位为区建设管理委"
    assert verdict("12个").startswith(f"不完全是。{row}")
    assert verdict("12个").endswith("绿洲智谷等19个重点在建项目建设进度。")
    assert verdict("19个").startswith(f"是。{row}")
    assert "绿洲智谷" not in verdict("19个")


def test_leading_or_taking_part(best):
    ask = _ask("qingpu", words="信息化管理平台 社会化治理信息系统", units=("区委政法委",))
    assert best(answer_tasks, replace(ask, claim=True)).startswith("是，它是责任单位。牵头单位为区商务委")

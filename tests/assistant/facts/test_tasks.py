"""Single tasks: who, by when, what, under which number; what the documents do not say of them."""

from dataclasses import replace

from assistant.answer import RefusalReason
from assistant.facts.tasks import answer_tasks
from assistant.reading.ask import Ask, Subject, Want, Where


def _ask(document, words="", want=(), **where):
    return Ask(Subject.TASKS, Where(documents=(document,), named=True, words=words, **where), want=want)


def test_the_rows_of_one_task_are_told_each_with_its_units(best):
    """Qingpu's rows 21 and 22 are both called 推动数字化转型."""
    assert best(answer_tasks, _ask("qingpu", "推动数字化转型", (Want.LEAD,))) == (
        "牵头单位为区商务委，责任单位为区委政法委、区政务办、各街镇、区属公司（第21项“推动数字化转型”）。\n"
        "牵头单位为区商务委，责任单位为各街镇、区属公司（第22项“推动数字化转型”）。"
    )


def test_rows_alike_are_told_once(best):
    text = best(answer_tasks, _ask("suzhou", "完善楼宇工作机制", (Want.RESPONSIBLE,)))
    assert text.startswith("责任单位为市委组织部、市政府办公室、市发改委、市科技局、市民政局、")
    assert text.endswith("各县级市<区>人民政府、苏州工业园区管委会（第5项“完善楼宇工作机制”）。")
    assert "\n" not in text


def test_each_want_is_filled_or_said_to_be_not_written(best):
    wants = (Want.LEAD, Want.RESPONSIBLE, Want.DEADLINE, Want.NUMBER)
    assert best(answer_tasks, _ask("lucheng", "工业上楼", wants)) == (
        "第19项“科学集聚打造特色产业”：牵头单位为区经信局，责任单位为区发改局、南郊街道，文件未写完成时限。"
    )


def test_a_row_by_its_number_tells_what_is_to_be_done(best):
    assert best(answer_tasks, _ask("taiyuan", want=(Want.WHO,), ordinals=(16,))) == (
        "第16项“完善楼宇配套”：优化城区公交线路，将地铁、公交等公共交通融入周边核心楼宇和核心商圈发展，"
        "责任单位为市交通局、各县(市、区)人民政府。"
    )


def test_deadlines_as_printed(best):
    assert best(answer_tasks, _ask("suzhou", "放大典型示范效应 高产出楼宇", (Want.DEADLINE,))).startswith(
        "完成时限为持续推进（第4项“放大典型示范效应”"
    )


def test_the_same_words_elsewhere_are_offered_beside(index):
    """政务服务进楼宇 is a row of task 1 and one of task 5, with other deadlines."""
    texts = [
        one.outcome.statements[0].text
        for one in answer_tasks(_ask("suzhou", "政务服务进楼宇", (Want.DEADLINE,)), index)
    ]
    assert texts[0].startswith("完成时限为2023年4月底前（第1项")
    assert texts[1].startswith("完成时限为持续推进（第5项")


def test_a_document_that_tells_no_leads(index):
    first = answer_tasks(_ask("taiyuan", "打造一批星级楼宇", (Want.LEAD,)), index)[0]
    assert first.outcome.statements[0].text == (
        "该文件没有区分牵头单位，责任单位为市发展改革委（第11项“打造一批星级楼宇”）。"
    )
    assert (first.features["agree"], first.features["filled"]) == (-1.0, 0.0)


def test_a_column_that_no_table_has(index):
    last = answer_tasks(_ask("qingpu", "履约保障机制", (Want.DEADLINE,)), index)[-1]
    assert last.outcome.reason is RefusalReason.FALSE_PREMISE
    assert last.outcome.message == (
        "青浦的任务分解表没有完成时限一栏，只有序号、行动类别、任务内容、具体举措、牵头单位、责任单位。"
    )
    assert last.features["absent"] == 1.0


def test_a_document_without_tasks(index):
    (only,) = answer_tasks(replace(_ask("jiaxing", want=(Want.WHO,)), heard=frozenset({"who"})), index)
    assert only.outcome.message == "嘉兴的文件没有任务分解表，也没有逐项写明责任单位。"
    assert answer_tasks(Ask(Subject.TASKS, Where(documents=("jiaxing",)), heard=frozenset({"who"})), index) == []


def test_that_there_are_no_tasks_answers_no_question_about_something_else(index):
    asked = replace(_ask("jiaxing", "楼宇", (Want.NAME,)), heard=frozenset({"tasks", "which"}))
    assert answer_tasks(asked, index) == []
    assert len(answer_tasks(replace(asked, where=replace(asked.where, words="")), index)) == 1


def test_many_tasks_of_a_unit_are_told_by_their_numbers(best):
    assert best(answer_tasks, _ask("qingpu", want=(Want.NAME,), units=("区商务委",))) == (
        "区商务委牵头的任务共13项：第1、5、6、7、8、9、10、15、16、18、19、21、22项。\n"
        "区商务委作为责任单位的任务共5项：第12、13、14、17、20项。"
    )

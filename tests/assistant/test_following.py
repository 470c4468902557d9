"""Questions that follow others, as a reader of the turns before would understand them."""

from collections.abc import Sequence

import pytest

from assistant.answer import Answer, AnswerKind, Citation, Refusal, RefusalReason, Status
from assistant.conversation import Ambiguity, standalone
from assistant.following import following
from assistant.reading.normalising import question_to_text
from assistant.views import TaskView
from tests.assistant.making import five_documents
from tests.assistant.test_conversation import turn

ALL = ("qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing")


def told(understood: str) -> str:
    return question_to_text(understood).rstrip("?")


def follow(question: str, *turns: Answer) -> str:
    understood = following(question_to_text(question), turns, five_documents())
    return told(understood)


def listing(understood: str, document: str, numbers: Sequence[int]) -> Answer:
    """A turn that lists the tasks of a document with these numbers."""
    tasks = [task for task in five_documents().tasks([document]) if task.seq in numbers]
    return turn(understood, document).model_copy(update={"tasks": tuple(map(TaskView.of, tasks))})


def refused(understood: str, reason: RefusalReason, *documents: str) -> Answer:
    refusal = Refusal(reason=reason, message="没有找到。", searched=documents)
    return turn(understood, *documents).model_copy(update={"status": Status.REFUSED, "refusal": refusal})


def cited(document: str) -> Citation:
    return Citation(
        n=1, document_id=document, document_title="", doc_number=None, place="", page=None, line=1, quote=""
    )


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("宁波2025年入驻率目标是多少？", "那太原呢？", "太原2025年入驻率目标是多少"),
        ("南京到2025年新增亿元楼宇多少幢？", "苏州呢", "苏州到2025年新增亿元楼宇多少幢"),
        ("杭州的入驻率目标呢？", "那嘉兴的呢", "嘉兴的入驻率目标呢"),
        ("青浦和宁波的入驻率目标是多少？", "那太原呢？", "太原的入驻率目标是多少"),
    ],
)
def test_a_known_place_takes_the_stead_of_an_unknown_one(before, question, expected):
    assert follow(question, refused(question_to_text(before), RefusalReason.NOT_IN_CORPUS, *ALL)) == expected


def test_an_unknown_place_takes_the_stead_of_a_known_one():
    assert follow("宁波呢？", turn("青浦入驻率目标是多少?", "qingpu")) == "宁波入驻率目标是多少"


@pytest.mark.parametrize(
    ("before", "document", "question", "expected"),
    [
        ("苏州昆山市2023年新增亿元楼宇多少幢", "suzhou", "哪个区最多？", "苏州2023年新增亿元楼宇哪个区最多"),
        (
            "苏州2023年新增亿元楼宇哪个区最多",
            "suzhou",
            "这些区加起来是多少？",
            "苏州各区2023年新增亿元楼宇加起来是多少",
        ),
        ("苏州2023年新增亿元楼宇多少幢", "suzhou", "各区分别是多少？", "苏州各区2023年新增亿元楼宇分别是多少"),
        ("青浦2024年新增办公面积哪个镇最多", "qingpu", "第二名呢？", "青浦2024年新增办公面积哪个镇第二多"),
        ("青浦2024年新增办公面积哪个镇最多", "qingpu", "最少的呢？", "青浦2024年新增办公面积哪个镇最少"),
        ("苏州吴江区2023年推介活动几场", "suzhou", "比昆山多几场？", "苏州吴江区2023年推介活动比昆山多几场"),
        ("嘉兴2020年亿元楼宇目标", "jiaxing", "比2015年多多少？", "嘉兴2020年亿元楼宇比2015年多多少"),
        ("嘉兴2020年亿元楼宇比2015年多多少", "jiaxing", "平均每年呢？", "嘉兴2020年亿元楼宇比2015年年均多多少"),
        ("鹿城2025年企业入驻率是多少", "lucheng", "比上一年提高多少？", "鹿城2025年企业入驻率比上一年提高多少"),
        ("鹿城2026年企业入驻率是多少", "lucheng", "三年分别是多少？", "鹿城企业入驻率各年分别是多少"),
        ("青浦2025年新增办公面积", "qingpu", "哪年最多？", "青浦新增办公面积哪年最多"),
        ("嘉兴2015年和2020年入驻率差多少", "jiaxing", "哪年高？", "嘉兴2015年和2020年入驻率哪年高"),
        ("青浦2023到2025年新增办公面积一共多少", "qingpu", "去化面积呢？", "青浦2023到2025年去化面积一共多少"),
        ("鹿城要招引多少家总部企业", "lucheng", "三年新认定特色楼宇多少幢？", "鹿城三年新认定特色楼宇多少幢"),
        ("太原2025年特色楼宇谁负责", "taiyuan", "其他城市呢？", "各地2025年特色楼宇谁负责"),
        ("青浦和嘉兴入驻率目标对比一下", "", "太原呢？", "青浦和嘉兴和太原入驻率目标对比一下"),
        ("太原和青浦谁的入驻率目标高", "", "高多少？", "太原和青浦入驻率目标高多少"),
        ("各地2025年入驻率目标", "", "哪个最高？", "各地2025年入驻率目标哪个最高"),
        ("各地2025年入驻率目标", "", "太原呢？", "太原2025年入驻率目标"),
        ("青浦数字化转型谁牵头", "qingpu", "什么时候完成？", "青浦数字化转型的完成时限是什么时候"),
        ("青浦新增办公面积目标", "qingpu", "什么时候完成？", "青浦新增办公面积目标是到哪一年的"),
        ("青浦入驻率目标", "qingpu", "原文怎么说的？", "青浦入驻率目标"),
        ("鹿城2025年企业入驻率", "lucheng", "都列出来", "鹿城2025年企业入驻率"),
        ("太原特色楼宇谁负责", "taiyuan", "本市的文号是什么？", "太原的文号是什么"),
    ],
)
def test_what_is_asked_on_keeps_what_it_leaves_unsaid(before, document, question, expected):
    assert follow(question, turn(before, *([document] if document else ALL))) == expected


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("青浦方案的文号是什么", "什么时候印发的？", "青浦文件什么时候印发的"),
        ("太原方案什么时候印发的", "文号呢？", "太原的文号是什么"),
        ("青浦和苏州的文号是什么", "印发日期呢？", "青浦和苏州的印发日期是什么"),
    ],
)
def test_what_is_asked_of_a_document_goes_to_the_documents_of_the_last_question(before, question, expected):
    documents = [one for one, label in (("qingpu", "青浦"), ("suzhou", "苏州"), ("taiyuan", "太原")) if label in before]
    assert follow(question, turn(before, *documents)) == expected


@pytest.mark.parametrize(
    ("lasts", "question", "expected"),
    [
        (("青浦入驻率目标", "嘉兴入驻率目标"), "对比一下", "青浦和嘉兴入驻率目标对比一下"),
        (("嘉兴2015年空置率", "嘉兴2020年空置率"), "降了多少？", "嘉兴2015年和2020年空置率降了多少"),
        (("嘉兴2020年亿元楼宇", "嘉兴市本级2020年亿元楼宇"), "差多少？", "嘉兴市本级和全市2020年亿元楼宇差多少"),
        (
            ("青浦赵巷镇2025年去化面积", "青浦徐泾镇2025年去化面积"),
            "两个镇合计？",
            "赵巷镇和徐泾镇2025年去化面积合计",
        ),
    ],
)
def test_two_turns_are_set_side_by_side(lasts, question, expected):
    document = "jiaxing" if "嘉兴" in lasts[1] else "qingpu"
    assert follow(question, *(turn(last, document) for last in lasts)) == expected


TASKS_OF_UNIT = ("青浦区国资委牵头哪几项任务", "qingpu", (3, 11, 13))
"""区国资委 leads the tasks 3, 11 and 13 of the table (附件1)."""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("分别什么时候完成？", "青浦区国资委牵头的任务的完成时限是什么时候"),
        ("第一项的责任单位有谁？", "青浦第3项任务的责任单位有谁"),
        ("第2项是什么？", "青浦第11项任务是什么"),
        ("把最后一项展开说说", "青浦第13项任务是什么"),
        ("第11项谁牵头？", "青浦第11项任务谁牵头"),
        ("有几项？", "青浦区国资委牵头的任务有几项"),
        ("参与的呢？", "青浦区国资委参与哪些任务"),
        ("它还参与哪些任务？", "青浦区国资委还参与哪些任务"),
        ("区商务委呢？", "青浦区商务委牵头哪几项任务"),
    ],
)
def test_what_is_asked_of_the_tasks_listed(question, expected):
    assert follow(question, listing(*TASKS_OF_UNIT)) == expected


def test_a_refused_turn_does_not_hide_the_list_before_it():
    between = refused("青浦区国资委牵头的任务什么时候完成", RefusalReason.NOT_IN_CORPUS, "qingpu")
    assert follow("第一项的责任单位有谁？", listing(*TASKS_OF_UNIT), between) == "青浦第3项任务的责任单位有谁"


def test_the_next_of_the_listed_tasks_is_asked_the_same():
    asked = listing("青浦第3项任务的责任单位有谁", "qingpu", (3,))
    assert follow("第二项呢？", listing(*TASKS_OF_UNIT), asked) == "青浦第11项任务的责任单位有谁"


def test_the_things_an_answer_counts_up_are_asked_for_by_their_place():
    counted = turn("苏州有哪些任务", "suzhou").model_copy(
        update={"answer": "共2项：优化楼宇服务流程；加强楼宇动态监测[1][2]。", "citations": (cited("suzhou"),)}
    )
    assert follow("第二项谁负责？", counted) == "苏州“加强楼宇动态监测”谁负责"


def test_the_unit_that_alone_leads_the_task_is_meant_by_it():
    """区商务委 leads task 21 of Qingpu's table."""
    assert follow("它还牵头哪些任务？", listing("青浦数字化转型谁牵头", "qingpu", (21,))).endswith(
        "区商务委还牵头哪些任务"
    )


def test_the_place_that_the_last_answer_names_first_is_meant_by_it():
    most = turn("青浦2024年新增办公面积哪个镇最多", "qingpu").model_copy(update={"answer": "赵巷镇最多[1]。"})
    assert follow("它占全区多少？", most) == "青浦2024年新增办公面积赵巷镇占全区多少"


def test_the_only_document_that_an_answer_cites_is_the_one_talked_about():
    answered = turn("赵巷镇去化面积怎么考核", *ALL).model_copy(update={"citations": (cited("qingpu"),)})
    assert follow("谁负责考核？", answered).startswith("青浦")


@pytest.mark.parametrize(
    "question",
    [
        "苏州政务服务进楼宇这项工作什么时候完成?",
        "太原任务表和正文里招商那一项的名称一样吗?",
        "照警戒线算,嘉兴的商业面积最多该有多少?",
    ],
)
@pytest.mark.parametrize("before", ["青浦2025年新增办公面积目标是多少", "青浦区国资委牵头哪几项任务"])
def test_a_question_that_says_all_takes_nothing_along(question, before):
    assert follow(question, turn(before, "qingpu")) == told(question)


def test_a_question_about_something_only_another_document_holds_leaves_the_last_one():
    """领导小组办公室 and 楼宇专班 stand in Lucheng's plan only (its chapter on organisation)."""
    question = "楼宇经济专班参与全区商用地块出让条件设置吗?"
    assert follow(question, turn("嘉兴规划期限", "jiaxing")) == told(question)


@pytest.mark.parametrize("courtesy", ["谢谢", "好的，明白了", "您好！"])
def test_thanks_and_greetings_are_no_questions(courtesy):
    history = [turn("青浦有什么目标", "qingpu")]
    assert standalone(courtesy, history, five_documents()) == courtesy
    polite = refused(courtesy, RefusalReason.OUT_OF_SCOPE, *ALL)
    assert standalone("那太原呢?", [*history, polite], five_documents()) == "太原有什么目标"


def test_a_list_of_all_documents_is_not_asked_on_about():
    held = turn("有哪些文件?", *ALL).model_copy(update={"kind": AnswerKind.LIST, "citations": tuple(map(cited, ALL))})
    alone = standalone("太原呢", [held], five_documents())
    assert isinstance(alone, Ambiguity)
    assert alone.refusal.closest == ("太原的主要目标是什么？",)
    history = [turn("青浦的文号是什么?", "qingpu"), held]
    assert standalone("太原呢", history, five_documents()) == "太原的文号是什么?"


def test_the_place_asked_back_for_is_filled_in():
    asked = refused("我市的文号是什么?", RefusalReason.AMBIGUOUS, *ALL)
    assert standalone("青浦", [asked], five_documents()) == "青浦的文号是什么?"

"""Several questions in one breath are taken apart; each keeps what it leaves unsaid."""

import pytest

from assistant.reading.ask import Subject, Want
from assistant.reading.grammar import asks_of
from assistant.reading.parts import parts_of
from assistant.reading.reading import read
from tests.assistant.making import five_documents


def taken(question):
    return parts_of(read(question, five_documents()), five_documents())


def parts(question):
    return [part.reading for part in taken(question)]


def seen(reading):
    """A reading as it is looked at, what is blank left out."""
    return "".join(reading.text.split())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "青浦招商服务队伍谁来组建，多久碰一次头？",
            ["青浦招商服务队伍谁来组建,", "青浦招商服务队伍组建多久碰一次头?"],
        ),
        ("苏州蓝皮书由谁编？什么叫超高层？", ["苏州蓝皮书由谁编?", "什么叫超高层?"]),
        ("鹿城重点项目有哪些？由哪个部门牵头？", ["鹿城重点项目有哪些?", "鹿城重点项目些由哪个部门牵头?"]),
        (
            "青浦徐泾镇2024年新增办公面积多少，去化面积多少？",
            ["青浦徐泾镇2024年新增办公面积多少,", "青浦徐泾镇2024年去化面积多少?"],
        ),
    ],
)
def test_each_part_asks_something_of_its_own_and_keeps_what_it_leaves_unsaid(question, expected):
    assert [seen(part) for part in parts(question)] == expected


@pytest.mark.parametrize(
    "question",
    [
        "青浦哪个镇去化面积最多，是多少？",
        "我们公司有栋楼6200平，按鹿城的方案算不算？",
        "按2023年的目标，昆山要改造几幢？",
        "华峰总部大楼的面积、进度、位置",
        "苏州任务清单上，最后一项谁负责？",
        "太原和嘉兴的入驻率目标分别是多少？",
        "苏州市发改委负责的任务有几项，分别是啥？",
    ],
)
def test_one_question_stays_whole(question):
    assert taken(question) == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("青浦数字化转型谁牵头、什么时候完成？", ["青浦数字化转型谁牵头、", "什么时候完成?"]),
        ("太原方案的文号是多少，管到哪年？", ["太原方案的文号是多少,", "管到哪年?"]),
        ("苏州2023年新增亿元楼宇多少幢？相城区呢", ["苏州2023年新增亿元楼宇多少幢?", "相城区呢"]),
    ],
)
def test_a_part_tells_what_it_says_itself(question, expected):
    assert [seen(part.own) for part in taken(question)] == expected


def test_a_part_that_names_another_document_is_about_that_one():
    first, second = parts("太原的入驻率目标是多少？嘉兴的领导小组由谁牵头？")
    assert (first.documents, second.documents) == (("taiyuan",), ("jiaxing",))


def test_a_part_keeps_the_documents_of_the_part_before():
    assert [part.documents for part in parts("苏州蓝皮书由谁编？什么叫超高层？")] == [("suzhou",), ("suzhou",)]


def test_a_part_with_a_subject_of_its_own_is_read_by_itself():
    second = parts("万洋总部大楼在哪个街道，容积率多少？")[1]
    words = {ask.where.words for ask in asks_of(second, five_documents()) if ask.subject is Subject.RECORDS}
    assert words == {"容积率 ?"}


def test_wants_of_one_thing_are_one_ask_of_the_whole():
    whole = read("青浦数字化转型谁牵头，什么时候完成？", five_documents())
    wants = [ask.want for ask in asks_of(whole, five_documents()) if ask.subject is Subject.TASKS]
    assert (Want.LEAD, Want.DEADLINE) in wants

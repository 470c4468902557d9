"""Who does what the words name in each place, over documents made by hand and the five."""

from types import SimpleNamespace

from assistant.comparing.people import compared_people
from assistant.reading.ask import Ask, Subject, Want, Where
from tests.assistant.lexical import lexical_index
from tests.assistant.making import library, task

TASKS = (
    task("a", 1, lead=("区水务局",), responsible=("各镇",), measure="改造泵站，更换水表。"),
    task("a", 2, lead=("区城管局",), measure="清理河面。"),
    task("b", 1, responsible=("市水利局", "市财政局"), measure="推进泵站改造。"),
    task("c", 1, lead=("县教育局",), measure="修缮校舍。"),
)


def _told(words, *want, documents=("a", "b", "c")):
    ask = Ask(Subject.TASKS, Where(documents=documents, words=words), want, per_document=True)
    index = SimpleNamespace(library=library(tasks=TASKS), pending=True)
    return [[statement.text for statement in one.outcome.statements] for one in compared_people(ask, index)]


def test_each_place_tells_who_leads_what_the_words_name():
    assert _told("泵站改造", Want.LEAD) == [
        [
            "《a方案》：第1项“楼宇招商”由区水务局牵头。",
            "《b方案》：第1项“楼宇招商”责任单位为市水利局、市财政局（没有区分牵头单位）。",
            "《c方案》：文件未提及由谁负责。",
        ]
    ]


def test_who_is_responsible_is_told_with_who_leads():
    assert _told("泵站改造", Want.WHO)[0][:2] == [
        "《a方案》：第1项“楼宇招商”由区水务局牵头，责任单位为各镇。",
        "《b方案》：第1项“楼宇招商”责任单位为市水利局、市财政局。",
    ]


def test_nothing_is_told_where_units_are_not_asked_for_or_no_task_speaks_of_it():
    assert _told("泵站改造", Want.WORK) == _told("光伏", Want.LEAD) == _told("", Want.LEAD) == []


def test_the_task_of_each_of_the_five_is_that_which_holds_most_of_the_words():
    where = Where(documents=("taiyuan", "lucheng", "jiaxing"), words="楼宇党建")
    (found,) = compared_people(Ask(Subject.TASKS, where, (Want.LEAD,), per_document=True), lexical_index())
    taiyuan, lucheng, jiaxing = (one.text for one in found.outcome.statements)
    assert "责任单位为市委组织部（没有区分牵头单位）" in taiyuan
    assert "由区委组织部牵头" in lucheng
    assert jiaxing == "嘉兴：文件未提及由谁负责。"


def test_rows_of_one_task_that_name_others_are_both_told():
    where = Where(documents=("lucheng", "taiyuan"), words="楼宇党建")
    (found,) = compared_people(Ask(Subject.TASKS, where, (Want.LEAD,), per_document=True), lexical_index())
    lucheng = next(one.text for one in found.outcome.statements if one.text.startswith("鹿城"))
    assert "第21项“发挥楼宇党建引领作用”由区委组织部牵头" in lucheng
    assert "第22项“发挥楼宇党建引领作用”由区发改局牵头" in lucheng

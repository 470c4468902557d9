"""Task lists by unit, role, day, category and origin."""

from datetime import date

import pytest

from assistant.task_list import select_tasks
from corpus.errors import UnknownDocument
from corpus.facts import Definition
from corpus.task import Role, TaskOrigin
from tests.assistant.making import five_documents, library, place, task


def rows(**filters):
    return [one.seq for one in select_tasks(five_documents(), **filters)]


def test_all_tasks_come_in_document_and_printed_order():
    """94 rows of tables; of the 29 clauses of the text each says what rows of its document's table say."""
    found = select_tasks(five_documents())
    assert len([one for one in found if one.origin is TaskOrigin.TABLE]) == 94
    assert len(found) == 94
    assert len(select_tasks(five_documents(), origin=TaskOrigin.CLAUSE)) == 29
    assert list(dict.fromkeys(one.document_id for one in found)) == ["qingpu", "suzhou", "taiyuan", "lucheng"]


def test_a_unit_leads_what_its_cell_says():
    """青浦 annex 1: 区国资委 leads rows 3 (with 区规划资源局), 11 and 13."""
    assert rows(documents=["qingpu"], unit="区国资委", role=Role.LEAD) == [3, 11, 13]


def test_a_unit_answers_where_the_responsible_cell_names_it():
    """青浦: 区商务委 is in the responsible cells of rows 9, 12, 13, 14, 17 and 20."""
    assert rows(documents=["qingpu"], unit="区商务委", role=Role.RESPONSIBLE) == [9, 12, 13, 14, 17, 20]


def test_a_shorter_printed_name_is_the_same_unit():
    """青浦 prints 区建设管理委 in row 2 and 区建管委 in row 6."""
    assert rows(documents=["qingpu"], unit="区建设管理委") == [2, 6]
    assert rows(documents=["qingpu"], unit="区建管委") == [2, 6]


def test_two_stars_are_two_leads():
    """鹿城 row 14: *区发改局、*区市场监管局."""
    assert rows(documents=["lucheng"], unit="区市场监管局", role=Role.LEAD) == [14]


def test_what_is_due_by_a_day():
    """苏州: seven sub-rows end with 2023年4月; nothing else in the five documents has a day in a table."""
    due = select_tasks(five_documents(), due_before=date(2023, 4, 30), origin=TaskOrigin.TABLE)
    assert {one.document_id for one in due} == {"suzhou"}
    assert len(due) == 7
    assert select_tasks(five_documents(), due_before=date(2023, 4, 29), origin=TaskOrigin.TABLE) == []


def test_a_category_is_found_by_a_part_of_it():
    """青浦: four rows of 高标准建立楼宇综合评价和治理体系 are 18 to 22."""
    assert rows(documents=["qingpu"], category="综合评价和治理") == [18, 19, 20, 21, 22]


def test_a_role_without_a_unit_asks_for_anyone_in_it():
    """苏州 and 太原 name no lead in their tables."""
    led = select_tasks(five_documents(), role=Role.LEAD)
    assert {one.document_id for one in led} == {"qingpu", "lucheng"}


def test_the_order_of_documents_named_plays_no_part():
    assert rows(documents=["lucheng", "qingpu"]) == rows(documents=["qingpu", "lucheng"])


def test_a_unit_is_found_through_its_group_when_asked_for():
    definition = Definition(
        term="行业主管部门",
        meaning="区经信局、区商务局",
        members=("区经信局", "区商务局"),
        place=place("a"),
        quote="区经信局",
    )
    made = library(
        tasks=(task("a", 1, responsible=("各行业主管部门",)), task("a", 2, responsible=("区经信局",))),
        definitions=(definition,),
    )
    assert [one.seq for one in select_tasks(made, unit="区经信局")] == [2]
    assert [one.seq for one in select_tasks(made, unit="区经信局", through_groups=True)] == [1, 2]


def test_a_unit_nobody_has_has_no_tasks():
    assert select_tasks(five_documents(), unit="市水利局") == []


def test_an_unknown_document_is_refused():
    with pytest.raises(UnknownDocument):
        select_tasks(five_documents(), documents=["nanjing"])

import pytest

from assistant.fact_answers.record_search import named_rows, rows_by_number
from assistant.fact_answers.record_tables import record_tables


@pytest.fixture
def projects(library):
    """The 45 projects of lucheng."""
    return next(one for one in record_tables(library) if one.document == "lucheng")


def names(rows, table):
    return [table.text(row, table.name) for row in rows]


def test_a_telling_part_of_a_name_is_enough(library, projects):
    assert names(named_rows("利尔达项目建筑面积是多少", projects, library), projects) == [
        "利尔达科技集团数字信息产业园项目"
    ]


def test_a_part_that_is_common_elsewhere_names_nothing(library, projects):
    assert named_rows("鹿城总部企业目标面积多大", projects, library) == []


def test_records_by_their_number(projects):
    """No. 3, 14 and 45 of lucheng's third annex have more than 300000 square metres."""
    rows = rows_by_number("面积超过30万平方米的项目有哪些", projects.rows, projects)
    assert [projects.number(row) for row in rows] == [3, 14, 45]


def test_a_question_without_a_number_filters_nothing(projects):
    assert rows_by_number("面积最大的项目是哪个", projects.rows, projects) is None

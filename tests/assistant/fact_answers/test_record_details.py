import pytest

from assistant.fact_answers.record_details import each_named, measured_clauses, rows_with_words
from assistant.fact_answers.record_search import named_rows
from assistant.fact_answers.record_tables import record_tables


@pytest.fixture
def projects(library):
    """The 45 projects of lucheng."""
    return next(one for one in record_tables(library) if one.document == "lucheng")


def test_an_enumeration_is_spelled_out():
    assert each_named("孵化器A、B、C三个区的面积") == ["孵化器A区的面积", "孵化器B区的面积", "孵化器C区的面积"]
    assert each_named("一、二期的面积") == ["一期的面积", "二期的面积"]
    assert each_named("孵化器的面积") == []


def test_all_records_of_an_enumeration_are_named_and_added_up(library, projects, told):
    """Nos. 38 to 40: 130500, 202000 and 193400 square metres."""
    text = "西部新城大孵化器A、B、C三个区的建筑面积合起来多少？"
    assert [projects.number(row) for row in named_rows(text, projects, library)] == [38, 39, 40]
    assert "130500+202000+193400=525900平方米" in told(text)


def test_records_by_what_their_long_cells_say(projects, told):
    """双屿街道 stands in the descriptions of 31, 32, 33, 36 and 37."""
    rows, words = rows_with_words("写明位于双屿街道的有几个", projects.rows, projects)
    assert [projects.number(row) for row in rows] == [31, 32, 33, 36, 37]
    assert words == "双屿街道"
    assert "共5个" in told("鹿城重大项目清单里，写明位于双屿街道的有几个？")


def test_words_that_no_cell_holds_choose_nothing(projects):
    assert rows_with_words("位于外滩街道的有几个", projects.rows, projects) == ([], "")


def test_the_clauses_that_count_what_is_asked(library, projects, told):
    row = named_rows("数发大厦要盖多少层", projects, library)[0]
    assert measured_clauses("数发大厦要盖多少层", row, projects) == "地上37层，地下3层"
    assert measured_clauses("数发大厦的进展", row, projects) == ""
    assert "160米" in told("数发大厦要盖多少层、多高？")


@pytest.mark.timeout(5)
def test_a_hostile_enumeration_ends():
    assert each_named("A、" * 20000) == []


def test_a_condition_that_no_record_meets_does_not_count_them_all(answer):
    assert answer("鹿城重大项目清单里，位于外滩街道的有几个？") is None

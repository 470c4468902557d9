from types import SimpleNamespace

import pytest

from assistant.fact_answers.task_search import found_tasks
from assistant.understanding.understanding import question_to_query


@pytest.fixture
def search(library):
    """An index whose search returns the given rows of Taiyuan's task table with the given scores."""

    def index(*scored):
        tasks = {task.seq: task for task in library.tasks(["taiyuan"]) if task.place.row is not None}
        hits = [SimpleNamespace(score=score, chunk=SimpleNamespace(place=tasks[seq].place)) for seq, score in scored]
        return SimpleNamespace(library=library, search=lambda *_, **__: hits)

    return index


def test_the_task_that_stands_out_is_meant(library, search):
    query = question_to_query("太原谁来制定评楼宇星级的标准？", library)
    assert [task.seq for task in found_tasks(query, search((11, 0.9), (15, 0.4)))] == [11]


def test_none_is_meant_where_two_are_nearly_alike(library, search):
    query = question_to_query("太原谁来制定评楼宇星级的标准？", library)
    assert found_tasks(query, search((11, 0.9), (15, 0.85))) == []


def test_none_is_meant_where_no_word_is_shared(library, search):
    query = question_to_query("太原谁负责垃圾分类？", library)
    assert found_tasks(query, search((3, 0.95))) == []


def test_few_shared_words_are_enough_where_the_table_is_asked_and_one_task_stands_alone(library, search):
    query = question_to_query("住不满一半的楼要先摸个底，太原任务表派给了谁？", library)
    assert [task.seq for task in found_tasks(query, search((1, 0.99)))] == [1]
    assert found_tasks(query, search((1, 0.99), (2, 0.6))) == []
    untold = question_to_query("住不满一半的楼要先摸个底，太原由谁负责？", library)
    assert found_tasks(untold, search((1, 0.99))) == []

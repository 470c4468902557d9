"""Documents named by the number of their 文号 alone, tasks by theirs, and what such words leave of a question."""

import pytest

from assistant.reading.ask import Fold, Subject
from assistant.reading.grammar import asks_of
from assistant.reading.reading import read
from corpus.facts import Library


@pytest.mark.parametrize("question", ["78号文有几个附件", "温鹿政办78号的附件有几个", "说说78号文件"])
def test_a_number_without_its_year_names_a_document(question: str, library: Library) -> None:
    reading = read(question, library)
    numbers = [library.document(one).metadata.doc_number for one in reading.documents]
    assert numbers == ["温鹿政办〔2023〕78号"]


def test_a_number_of_no_document_names_none(library: Library) -> None:
    assert not read("6月26号要完成哪些任务", library).named


def test_a_unit_that_is_to_stand_alone_or_first_narrows_its_tasks(library: Library) -> None:
    asks = asks_of(read("青浦区经委单独牵头的任务有几条", library), library)
    of_unit = [ask for ask in asks if ask.subject is Subject.TASKS and ask.where.units]
    assert {(ask.fold, ask.where.alone) for ask in of_unit} == {(Fold.SHOW, True), (Fold.COUNT, True)}
    asks = asks_of(read("青浦只有区经委牵头的任务有几条", library), library)
    assert {ask.where.alone for ask in asks if ask.subject is Subject.TASKS and ask.where.units} == {False, True}


def test_the_letters_before_such_a_number_belong_to_it(library: Library) -> None:
    assert read("温鹿政办78号的附件有几个", library).words() == "的附件有"


@pytest.mark.parametrize(
    ("question", "numbers"),
    [("青浦第14项任务由谁牵头？", {(14,)}), ("苏州第（3）项任务什么时候完成", {(3,)}), ("青浦的任务由谁牵头？", {()})],
)
def test_a_task_by_its_number_is_looked_for_in_no_list_of_all(
    question: str, numbers: set[tuple[int, ...]], library: Library
) -> None:
    found = (ask for ask in asks_of(read(question, library), library) if ask.subject is Subject.TASKS)
    assert {ask.where.ordinals for ask in found} == numbers

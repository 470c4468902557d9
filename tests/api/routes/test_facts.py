"""Lists over HTTP: complete, in three forms, the same as on the command line."""

import io

import openpyxl
import pytest

from assistant.task_list import listed_once
from assistant.views import TargetView, TaskView


def test_every_task_is_listed_once(client, library):
    """94 of 123: what clauses and rows of a table both state is there once."""
    listed = client.get("/api/tasks").json()
    assert listed == [TaskView.of(task).model_dump(mode="json") for task in listed_once(library.tasks())]


def test_filters_narrow_the_list(client):
    tasks = client.get("/api/tasks", params={"doc": "qingpu", "unit": "区商务委", "role": "lead"}).json()
    assert tasks
    assert all(task["document_id"] == "qingpu" and "区商务委" in task["lead_units"] for task in tasks)


def test_an_empty_filter_means_no_filter(client):
    assert client.get("/api/tasks", params={"unit": ""}).json() == client.get("/api/tasks").json()


def test_due_before_keeps_what_is_due(client):
    due = client.get("/api/tasks", params={"due_before": "2023-12-31"}).json()
    assert due
    assert all(task["deadline"]["date"] <= "2023-12-31" for task in due)


def test_values_of_targets_are_decimals_as_strings(client, library):
    targets = client.get("/api/targets", params={"doc": "lucheng"}).json()
    assert targets == [TargetView.of(one).model_dump(mode="json") for one in library.targets(["lucheng"])]
    assert all(isinstance(target["value"], str) for target in targets)


def test_there_is_a_matrix_for_each_document_with_tasks(client):
    matrices = client.get("/api/matrix").json()
    assert [matrix["documents"] for matrix in matrices] == [["qingpu"], ["suzhou"], ["taiyuan"], ["lucheng"]]
    assert all(matrix["units"] for matrix in matrices)


def test_a_comparison_has_cells_for_every_document(client):
    view = client.get("/api/compare", params={"indicator": "入驻率"}).json()
    assert view["documents"] == ["qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"]
    assert all(set(indicator["cells"]) == set(view["documents"]) for indicator in view["indicators"])
    assert view["indicators"]


@pytest.mark.parametrize("path", ["tasks", "matrix", "targets", "compare"])
def test_lists_are_files_too(client, path):
    csv = client.get(f"/api/{path}", params={"format": "csv"})
    assert csv.headers["content-type"].startswith("text/csv")
    assert csv.content.startswith(b"\xef\xbb\xbf")
    xlsx = client.get(f"/api/{path}", params={"format": "xlsx"})
    assert "filename*=UTF-8''" in xlsx.headers["content-disposition"]
    assert openpyxl.load_workbook(io.BytesIO(xlsx.content)).sheetnames[-1] == "来源"


def test_the_task_list_is_a_word_file_and_a_calendar_too(client):
    word = client.get("/api/tasks", params={"doc": "qingpu", "format": "docx"})
    assert word.content.startswith(b"PK")
    assert word.headers["content-type"].endswith("wordprocessingml.document")
    calendar = client.get("/api/tasks", params={"doc": "suzhou", "format": "ics"})
    assert b"BEGIN:VEVENT" in calendar.content


def test_a_comparison_is_a_drawing_with_or_without_its_table(client):
    drawn = client.get("/api/compare", params={"indicator": "入驻率", "format": "svg"})
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert "原文数值" in drawn.text
    bare = client.get("/api/compare", params={"indicator": "入驻率", "format": "svg", "tables": "false"})
    assert "原文数值" not in bare.text


def test_a_drawing_of_nothing_is_an_error_that_says_so(client):
    response = client.get("/api/compare", params={"indicator": "火星移民", "format": "svg"})
    assert response.status_code == 422
    assert "没有这个指标" in response.json()["error"]["message"]


def test_a_form_that_a_list_does_not_have_is_refused(client):
    assert client.get("/api/targets", params={"format": "docx"}).status_code == 422

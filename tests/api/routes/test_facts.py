"""Lists over HTTP: complete, in three forms, the same as on the command line."""

import io

import openpyxl
import pytest

from assistant.views import TargetView, TaskView


def test_every_task_is_listed(client, library):
    assert client.get("/api/tasks").json() == [TaskView.of(task).model_dump(mode="json") for task in library.tasks()]


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

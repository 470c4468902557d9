"""What surrounds every route: ids, headers, problems, limits."""

import pytest
from fastapi.testclient import TestClient

from api.logs import configure_logs
from api.problems import DEFECT
from tests.api.conftest import app_over


def test_every_response_has_an_id_and_protective_headers(client):
    for path in ("/", "/healthz", "/api/documents", "/api/nothing", "/web/main.js"):
        headers = client.get(path).headers
        assert len(headers["x-request-id"]) == 16
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/nothing", 404, "not_found"),
        ("DELETE", "/api/tasks", 405, "method_not_allowed"),
        ("GET", "/api/documents/nope", 404, "unknown_document"),
        ("GET", "/api/tasks?doc=nope", 404, "unknown_document"),
        ("GET", "/api/tasks?due_before=tomorrow", 422, "bad_request"),
        ("GET", "/api/tasks?role=boss", 422, "bad_request"),
        ("GET", "/api/targets?year=20255", 422, "bad_request"),
        ("GET", "/api/tasks?format=pdf", 422, "bad_request"),
        ("GET", "/api/documents/qingpu/view?line=99999", 422, "bad_request"),
        ("GET", "/api/search", 422, "bad_request"),
    ],
)
def test_errors_are_problems_with_real_status_codes(client, method, path, status, code):
    response = client.request(method, path)
    assert response.status_code == status
    error = response.json()["error"]
    assert error["code"] == code
    assert error["request_id"] == response.headers["x-request-id"]
    assert error["message"].endswith("。")


def test_a_body_that_is_no_json_is_a_bad_request(client):
    response = client.post("/api/ask", content=b"{", headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "bad_request")


def test_a_body_that_is_too_large_is_refused(client, settings):
    body = b'{"question": "' + b"x" * settings.max_body_bytes + b'"}'
    response = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert (response.status_code, response.json()["error"]["code"]) == (413, "body_too_large")


def test_changes_from_other_sites_are_refused(client):
    response = client.delete("/api/documents/qingpu", headers={"sec-fetch-site": "cross-site"})
    assert (response.status_code, response.json()["error"]["code"]) == (403, "cross_site")
    assert client.get("/api/documents/qingpu").status_code == 200


def test_a_defect_is_a_500_without_its_details(settings):
    app = app_over(settings)
    app.add_api_route("/defect", lambda: {}["secret"])
    with TestClient(app) as client:
        response = client.get("/defect")
    assert response.status_code == 500
    assert response.json()["error"]["message"] == DEFECT
    assert "secret" not in response.text


def test_a_server_without_an_index_listens_and_says_what_to_do(tmp_path, settings):
    with TestClient(app_over(settings.model_copy(update={"data_dir": tmp_path}))) as client:
        assert client.get("/healthz").json() == {"status": "ok"}
        assert client.get("/readyz").status_code == 503
        response = client.get("/api/tasks")
        assert response.status_code == 503
        assert int(response.headers["retry-after"]) > 0


def test_the_description_of_the_api_has_every_route_and_its_errors(client):
    paths = client.get("/openapi.json").json()["paths"]
    assert {
        "/api/ask",
        "/api/ask/stream",
        "/api/search",
        "/api/tasks",
        "/api/matrix",
        "/api/targets",
        "/api/compare",
        "/api/documents",
        "/api/documents/{document_id}",
        "/api/documents/{document_id}/view",
        "/healthz",
        "/readyz",
        "/metrics",
    } <= set(paths)
    for path, operations in paths.items():
        for operation in operations.values():
            assert operation["summary"], path
            assert not path.startswith("/api/tasks") or {"200", "404", "422", "503"} <= set(operation["responses"])


def test_a_status_is_logged_as_its_number(client, capsys):
    configure_logs("info", "text")
    client.get("/api/documents/nope")
    logged = capsys.readouterr().err
    configure_logs("error", "text")
    assert "status=404" in logged


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/api/tasks?docs=qingpu", ["没有“docs”这个参数", "是不是“doc”？"]),
        ("/api/targets?indicators=入驻率", ["没有“indicators”这个参数", "是不是“indicator”？"]),
        ("/api/deadlines?withing=30", ["是不是“within”？"]),
        ("/api/search?q=楼宇&top=3", ["没有“top”这个参数。", "可以用的参数：q"]),
        ("/api/documents/qingpu?colour=red", ["没有“colour”这个参数。这个地址没有参数。"]),
        ("/api/me?user=me", ["没有“user”这个参数"]),
    ],
)
def test_a_parameter_that_no_route_knows_is_named_with_what_is_near(client, path, told):
    response = client.get(path)
    assert response.status_code == 422
    for words in told:
        assert words in response.json()["error"]["message"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/api/tasks?role=boss", "“role”不能是“boss”。可以是：lead、responsible、"),
        ("/api/tasks?limit=abc", "“limit”不能是“abc”。可以是：1—10000 的整数。"),
        ("/api/tasks?limit=0", "“limit”不能是“0”。可以是：1—10000 的整数。"),
        ("/api/tasks?due_before=tomorrow", "可以是：写成 2025-12-31 的样子的日期。"),
        ("/api/tasks?columns=task&columns=colour", "“columns.1”不能是“colour”。可以是：document、"),
        ("/api/matrix?format=pdf", "可以是：json、csv、xlsx、docx。"),
        ("/api/compare?tables=perhaps", "可以是：true 或 false。"),
        ("/api/search", "“q”没有填。"),
        ("/api/documents/qingpu/pages/0.png", "“number”不能是“0”。可以是：1—100000 的整数。"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_with_what_can(client, path, told):
    response = client.get(path)
    assert response.status_code == 422
    assert told in response.json()["error"]["message"]


def test_what_a_body_may_hold_is_told_too(client):
    response = client.post("/api/ask", json={"question": "楼宇？", "explain": "perhaps"})
    assert "“explain”不能是“perhaps”。可以是：true 或 false。" in response.json()["error"]["message"]


def test_every_parameter_that_the_page_sends_is_known(client):
    """What the browser asks for beside what routes need: a picture's address names its file's version."""
    assert "参数" not in client.get("/api/documents/qingpu/pages/1.png?v=0123").json()["error"]["message"]

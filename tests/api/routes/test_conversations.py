"""Conversations over HTTP: kept on the server, gone on with, taken away, and there again after a restart."""

import json

import pytest
from fastapi.testclient import TestClient

from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
MARKET = "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n"
QUESTION = "到2026年新建生态护岸多少公里？"


@pytest.fixture
def settings(tmp_path):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    made = Settings(data_dir=tmp_path / "data", corpus=tmp_path / "corpus")
    build(made, encoder=FakeEncoder())
    return made


def running(settings):
    client = TestClient(app_over(settings))
    client.__enter__()
    wait_until(lambda: client.get("/readyz").json()["assistant"])
    return client


@pytest.fixture
def client(settings):
    made = running(settings)
    yield made
    made.__exit__(None, None, None)


def begun(client, **said):
    return client.post("/api/conversations", json=said).json()["id"]


def ask(client, conversation, question=QUESTION):
    return client.post("/api/ask", json={"question": question, "conversation_id": conversation}).json()


def test_a_conversation_is_begun_renamed_and_deleted(client):
    made = client.post("/api/conversations", json={"documents": ["river"]})
    assert made.status_code == 201
    assert (made.json()["title"], made.json()["turns"]) == ("新会话", 0)
    path = f"/api/conversations/{made.json()['id']}"
    assert client.patch(path, json={"title": "护岸"}).json()["title"] == "护岸"
    assert client.get(path).json()["documents"] == ["river"]
    assert client.delete(path).status_code == 204
    assert client.get(path).status_code == 404
    assert client.delete(path).status_code == 404


def test_answers_are_kept_as_they_were_given_streamed_or_not(client):
    conversation = begun(client)
    plain = ask(client, conversation)
    body = {"question": QUESTION, "conversation_id": conversation}
    with client.stream("POST", "/api/ask/stream", json=body) as response:
        streamed = json.loads(response.read().decode().strip().split("\n\n")[-1].split("data: ")[1])
    kept = client.get(f"/api/conversations/{conversation}").json()
    assert [turn["answer"] for turn in kept["turns"]] == [plain, streamed]
    assert [turn["ref"] for turn in kept["turns"]] == [plain["ref"], streamed["ref"]]
    assert kept["title"] == QUESTION


def test_a_question_is_understood_from_those_before_it_in_the_conversation(client):
    client.post("/api/documents", files={"file": ("m.txt", MARKET.encode())}, data={"id": "market", "region": "集市"})
    conversation = begun(client)
    ask(client, conversation, "农贸市场新建多少家？")
    follow_up = ask(client, conversation, "那牵头单位是谁？")
    assert follow_up["understood"] != follow_up["question"]
    assert begun(client) != conversation


def test_a_conversation_goes_on_after_its_document_is_gone(client):
    client.post("/api/documents", files={"file": ("m.txt", MARKET.encode())}, data={"id": "market"})
    conversation = begun(client)
    body = {"question": "新建农贸市场多少家？", "conversation_id": conversation, "documents": ["market"]}
    assert client.post("/api/ask", json=body).json()["scope"]["documents"] == ["market"]
    client.delete("/api/documents/market")
    response = client.post("/api/ask", json={"question": "那2026年呢？", "conversation_id": conversation})
    assert response.status_code == 200


def test_history_comes_from_one_place(client):
    answer = client.post("/api/ask", json={"question": QUESTION}).json()
    body = {"question": QUESTION, "conversation_id": begun(client), "history": [answer]}
    assert client.post("/api/ask", json=body).status_code == 422


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_a_conversation_that_is_none_is_not_found(client, path):
    response = client.post(path, json={"question": QUESTION, "conversation_id": "none"})
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")


def test_a_question_that_is_none_leaves_no_turn(client):
    conversation = begun(client)
    assert client.post("/api/ask", json={"question": " ", "conversation_id": conversation}).status_code == 422
    assert client.get(f"/api/conversations/{conversation}").json()["turns"] == []


def test_the_list_comes_in_pages(client):
    ids = [begun(client, title=f"第{number}个") for number in range(5)]
    first = client.get("/api/conversations", params={"limit": 3}).json()
    rest = client.get("/api/conversations", params={"limit": 3, "after": first["next"]}).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == ids[::-1]
    assert rest["next"] is None
    assert client.get("/api/conversations", params={"after": "x"}).status_code == 422


@pytest.mark.parametrize("change", [{"title": ""}, {"title": "  "}, {"title": "x" * 201}, {"documents": ["x"] * 201}])
def test_a_change_that_cannot_be_is_refused(client, change):
    assert client.patch(f"/api/conversations/{begun(client)}", json=change).status_code == 422


def test_a_conversation_is_taken_away_as_a_file(client):
    conversation = begun(client, title="护岸")
    answer = ask(client, conversation)
    path = f"/api/conversations/{conversation}/export"
    text = client.get(path)
    assert text.headers["content-disposition"].startswith("attachment")
    assert QUESTION in text.text
    assert answer["citations"][0]["quote"] in text.text
    assert client.get(path, params={"format": "json"}).json() == client.get(path.removesuffix("/export")).json()


def test_everything_is_there_again_after_a_restart(settings):
    client = running(settings)
    conversation = begun(client)
    answer = ask(client, conversation)
    client.post("/api/feedback", json={"ref": answer["ref"], "verdict": "up"})
    client.__exit__(None, None, None)
    again = running(settings)
    [turn] = again.get(f"/api/conversations/{conversation}").json()["turns"]
    again.__exit__(None, None, None)
    assert turn["answer"] == answer
    assert turn["feedback"]["verdict"] == "up"


def test_feedback_is_given_replaced_and_withdrawn(client):
    ref = ask(client, begun(client))["ref"]
    given = client.post("/api/feedback", json={"ref": ref, "verdict": "down", "reasons": ["incomplete"]})
    assert (given.status_code, given.json()["reasons"]) == (201, ["incomplete"])
    client.post("/api/feedback", json={"ref": ref, "verdict": "up"})
    [item] = client.get("/api/feedback").json()["items"]
    assert (item["verdict"], item["reasons"], item["question"]) == ("up", [], QUESTION)
    assert client.delete(f"/api/feedback/{ref}").status_code == 204
    assert client.delete(f"/api/feedback/{ref}").status_code == 404


@pytest.mark.parametrize("change", [{"verdict": "maybe"}, {"reasons": ["x"]}, {"comment": "x" * 2001}, {"ref": "none"}])
def test_feedback_that_cannot_be_is_refused(client, change):
    ref = ask(client, begun(client))["ref"]
    response = client.post("/api/feedback", json={"ref": ref, "verdict": "up", **change})
    assert response.status_code == (404 if "ref" in change else 422)
    assert client.get("/api/feedback").json()["items"] == []


def test_where_nothing_can_be_kept_lists_are_served_and_answers_are_not(settings):
    """An answer without its line in the trail is not given. A folder in the file's place is a bad disk."""
    (settings.data_dir / "keeping.sqlite3").unlink()
    (settings.data_dir / "keeping.sqlite3").mkdir()
    client = running(settings)
    assert client.get("/api/tasks").status_code == 200
    response = client.post("/api/ask", json={"question": QUESTION})
    assert (response.status_code, response.json()["error"]["code"]) == (503, "data_dir_unusable")
    (settings.data_dir / "keeping.sqlite3").rmdir()
    assert client.post("/api/ask", json={"question": QUESTION}).status_code == 200
    client.__exit__(None, None, None)


def test_where_nothing_is_to_be_kept_answers_are_given_without_a_place_to_keep_it(settings):
    (settings.data_dir / "keeping.sqlite3").unlink()
    (settings.data_dir / "keeping.sqlite3").mkdir()
    client = running(settings.model_copy(update={"audit": "off"}))
    assert client.post("/api/ask", json={"question": QUESTION}).json()["ref"] is None
    client.__exit__(None, None, None)

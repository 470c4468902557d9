"""Who may do what: every route there is, with every verb, for nobody, for a reader, and for somebody else's things.

The routes are taken from the application, so that one that is added later is tried too.
"""

import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from assistant.keeping.identity import KeyScope
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"
SECRET = "新建生态护岸多少公里？甲的秘密"
VERBS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
OPEN_TO_ALL = {
    ("GET", "/"),
    ("GET", "/web"),
    ("GET", "/healthz"),
    ("GET", "/readyz"),
    ("GET", "/api/status"),
    ("GET", "/api/me"),
    ("POST", "/api/login"),
    ("POST", "/api/logout"),
    ("GET", "/openapi.json"),
    ("HEAD", "/openapi.json"),
}
USERS = {"甲": KeyScope.ADMIN, "乙": KeyScope.ADMIN, "读者": KeyScope.READ, "作者": KeyScope.WRITE}
FOR_WRITERS = {
    ("POST", "/api/documents"),
    ("PUT", "/api/documents/{document_id}"),
    ("DELETE", "/api/documents/{document_id}"),
}
FOR_ADMINS = {("GET", "/api/feedback")}


def every_route(app):
    """(verb, path) of everything that is answered, in included routers too."""
    for route in app.routes:
        for one in getattr(getattr(route, "original_router", None), "routes", [route]):
            for method in getattr(one, "methods", None) or {"GET"}:
                yield method, one.path


class World:
    """A server that asks for keys, one key a user, and a conversation of the first user's with an answer."""

    def __init__(self, client, keeping):
        self.client = client
        self.keys = {user: keeping.keys.create(user, user, scope).secret for user, scope in USERS.items()}
        self.conversation = self.ask("甲", "POST", "/api/conversations", json={}).json()["id"]
        asked = {"question": SECRET, "conversation_id": self.conversation}
        self.ref = self.ask("甲", "POST", "/api/ask", json=asked).json()["ref"]
        given = {"ref": self.ref, "verdict": "down", "comment": "甲的话"}
        assert self.ask("甲", "POST", "/api/feedback", json=given).status_code == 201

    def ask(self, user, method, path, **sent):
        headers = {"authorization": f"Bearer {self.keys[user]}"} if user else {}
        return self.client.request(method, path, headers={**headers, **sent.pop("headers", {})}, **sent)

    def at(self, path):
        """The path with the first user's things in it."""
        known = {"conversation_id": self.conversation, "ref": self.ref, "document_id": "river"}
        return re.sub(r"\{(\w+)(?::\w+)?\}", lambda match: quote(known.get(match[1], "x")), path)

    def body(self):
        """Whatever a route may want to have said, about the first user's things."""
        return {
            "question": "生态护岸多少公里？",
            "conversation_id": self.conversation,
            "ref": self.ref,
            "verdict": "up",
            "title": "乙的",
            "documents": [],
            "messages": [{"role": "user", "content": "生态护岸多少公里？"}],
            "model": "policy-assistant",
        }

    def whole(self):
        """Everything of the first user's."""
        return self.ask("甲", "GET", f"/api/conversations/{self.conversation}").json()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(data_dir=folder / "data", corpus=folder / "corpus", auth="on", rate_per_minute=0)
    build(settings, encoder=FakeEncoder())
    keeping = open_keeping(settings)
    with TestClient(app_over(settings)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        made = World(client, keeping)
        made.routes = sorted(set(every_route(client.app)))
        yield made
    keeping.close()


def test_nothing_but_what_is_listed_is_open_to_nobody(world):
    for method, path in world.routes:
        if (method, path) in OPEN_TO_ALL:
            continue
        response = world.ask(None, method, world.at(path), json=world.body())
        assert response.status_code == 401, (method, path)
        assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("credential", ["Bearer x", "Bearer pa_" + "0" * 12 + "_" + "a" * 43, "Basic eDp5", "Bearer"])
def test_a_wrong_key_is_as_good_as_none(world, credential):
    for path in ("/api/tasks", "/api/conversations", "/v1/models", "/metrics"):
        assert world.client.get(path, headers={"authorization": credential}).status_code == 401


def test_every_path_with_every_verb_shows_nothing_of_somebody_elses(world):
    """Neither told nor changed: what belongs to the first user stays as it was, and no answer holds a word of it."""
    before, answered = world.whole(), set()
    for path in sorted({path for _, path in world.routes}):
        for method in VERBS:
            if (method, path) in FOR_WRITERS | FOR_ADMINS | {("POST", "/api/logout")}:
                continue
            response = world.ask("乙", method, world.at(path), json=world.body())
            assert response.status_code < 500, (method, path)
            assert "甲" not in response.text, (method, path)
            assert response.status_code == 404 or world.conversation not in response.text, (method, path)
            answered.add((method, path, response.status_code))
    assert world.whole() == before
    for _, path, status in answered:
        if "{conversation_id}" in path or "{ref}" in path:
            assert status in {404, 405, 422}, path


def test_the_same_requests_by_their_owner_are_answered(world):
    """Otherwise the test above would show nothing."""
    for method, path in world.routes:
        if "{conversation_id}" in path and method in {"GET", "PATCH"}:
            assert world.ask("甲", method, world.at(path), json={"title": "甲的"}).status_code == 200, path


@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_a_question_cannot_be_put_into_somebody_elses_conversation(world, path):
    before = world.whole()
    response = world.ask("乙", "POST", path, json={"question": "护岸？", "conversation_id": world.conversation})
    assert (response.status_code, response.json()["error"]["code"]) == (404, "not_found")
    assert world.whole() == before


def test_readers_change_no_documents_and_writers_do(world):
    for method, path in FOR_WRITERS:
        response = world.ask("读者", method, world.at(path), files={"file": ("a.txt", b"x")})
        assert (response.status_code, response.json()["error"]["code"]) == (403, "not_allowed"), path
    text = RIVER.replace("河道", "市场").encode()
    added = world.ask("作者", "POST", "/api/documents", files={"file": ("a.txt", text)}, data={"id": "market"})
    assert added.status_code == 201
    assert world.ask("作者", "DELETE", "/api/documents/market").status_code == 204


def test_only_admins_read_everybodys_feedback(world):
    for user in ("读者", "作者"):
        assert world.ask(user, "GET", "/api/feedback").status_code == 403
    [item] = world.ask("乙", "GET", "/api/feedback").json()["items"]
    assert (item["user"], item["comment"], item["question"]) == ("甲", "甲的话", SECRET)


def test_routes_for_some_are_routes_there_are(world):
    assert set(world.routes) >= OPEN_TO_ALL | FOR_WRITERS | FOR_ADMINS


def test_questions_of_programs_are_in_the_trail_with_their_user(world):
    said = {"model": "policy-assistant", "messages": [{"role": "user", "content": "新建生态护岸多少公里？"}]}
    assert world.ask("读者", "POST", "/v1/chat/completions", json=said).status_code == 200
    called = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "ask", "arguments": {"question": "生态护岸多少？"}},
    }
    headers = {"accept": "application/json, text/event-stream", "host": "127.0.0.1"}
    assert world.ask("作者", "POST", "/mcp", json=called, headers=headers).status_code == 200
    entries = [e for e in world.client.app.state.desk.keeping.audit.entries() if e.action == "ask"]
    assert [(entry.who, entry.body["question"]) for entry in entries[-2:]] == [
        ("读者", "新建生态护岸多少公里？"),
        ("作者", "生态护岸多少？"),
    ]


def test_who_asks_too_often_waits_and_others_do_not(tmp_path):
    settings = Settings(data_dir=tmp_path, auth="on", rate_per_minute=5)
    keeping = open_keeping(settings)
    keys = [keeping.keys.create(user, user, KeyScope.READ).secret for user in ("甲", "乙")]
    keeping.close()
    with TestClient(app_over(settings)) as client:

        def ask(key):
            return client.get("/api/conversations", headers={"authorization": f"Bearer {key}"})

        assert [ask(keys[0]).status_code for _ in range(6)] == [200] * 5 + [429]
        refused = ask(keys[0])
        assert refused.json()["error"]["code"] == "too_many_requests"
        assert 1 <= int(refused.headers["retry-after"]) <= 12
        assert ask(keys[1]).status_code == 200

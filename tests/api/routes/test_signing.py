"""Signing in with a key: a cookie that holds as long as the session, and no longer than the key."""

import pytest
from fastapi.testclient import TestClient

from assistant.keeping.identity import KeyScope
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from tests.api.conftest import app_over


@pytest.fixture
def settings(tmp_path):
    return Settings(data_dir=tmp_path, auth="on")


@pytest.fixture
def keeping(settings):
    made = open_keeping(settings)
    yield made
    made.close()


@pytest.fixture
def key(keeping):
    return keeping.keys.create("甲", "办公室", KeyScope.WRITE)


@pytest.fixture
def client(settings):
    with TestClient(app_over(settings)) as made:
        yield made


ME = {"auth": "on", "user": "甲", "key": "办公室", "scopes": ["read", "write"]}
NOBODY = {"auth": "on", "user": None, "key": None, "scopes": []}


def test_a_key_signs_in_and_out(client, key):
    assert client.get("/api/me").json() == NOBODY
    response = client.post("/api/login", json={"key": key.secret})
    assert (response.status_code, response.json()) == (200, ME)
    assert client.get("/api/me").json() == ME
    assert client.get("/api/conversations").status_code == 200
    cookies = dict(client.cookies)
    assert client.post("/api/logout").status_code == 204
    assert client.get("/api/me").json() == NOBODY
    client.cookies.update(cookies)
    assert client.get("/api/conversations").status_code == 401


def test_the_cookie_is_for_this_site_and_not_for_scripts(client, key):
    cookie = client.post("/api/login", json={"key": key.secret}).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "max-age=43200" in cookie
    assert "; secure" not in cookie
    assert key.secret.lower() not in cookie


def test_over_https_the_cookie_is_for_https_only(settings, key):
    with TestClient(app_over(settings), base_url="https://testserver") as client:
        assert "; secure" in client.post("/api/login", json={"key": key.secret}).headers["set-cookie"].lower()


def test_a_revoked_key_signs_everybody_out(client, key, keeping):
    client.post("/api/login", json={"key": key.secret})
    keeping.keys.revoke(key.view.id)
    assert client.get("/api/me").json() == NOBODY
    response = client.post("/api/login", json={"key": key.secret})
    assert (response.status_code, response.json()["error"]["code"]) == (401, "wrong_key")


def test_trying_keys_is_slow(client):
    codes = [client.post("/api/login", json={"key": f"pa_{number}"}).status_code for number in range(12)]
    assert codes == [401] * 10 + [429] * 2


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
def test_another_site_cannot_make_a_browser_change_anything(client, key, headers):
    client.post("/api/login", json={"key": key.secret})
    for method, path in (("POST", "/api/conversations"), ("POST", "/api/logout"), ("POST", "/api/login")):
        response = client.request(method, path, json={}, headers=headers)
        assert (response.status_code, response.json()["error"]["code"]) == (403, "cross_site")
    assert client.get("/api/conversations").json()["items"] == []


def test_our_own_page_can(client, key):
    client.post("/api/login", json={"key": key.secret})
    for headers in ({"sec-fetch-site": "same-origin"}, {"origin": "http://testserver"}):
        assert client.post("/api/conversations", json={}, headers=headers).status_code == 201


def test_signing_in_is_in_the_trail_without_the_key(client, key, keeping):
    client.post("/api/login", json={"key": key.secret})
    [entry] = keeping.audit.entries()
    assert (entry.who, entry.action, entry.body) == ("甲", "login", {"key": key.view.id})


def test_where_nobody_has_to_sign_in_everybody_is_local(tmp_path):
    with TestClient(app_over(Settings(data_dir=tmp_path))) as client:
        everything = {"auth": "off", "user": "local", "key": None, "scopes": ["read", "write", "admin"]}
        assert client.get("/api/me").json() == everything
        assert client.post("/api/login", json={"key": "x"}).json() == everything
        assert client.get("/api/conversations", headers={"authorization": "Bearer any"}).status_code == 200


def test_neither_keys_nor_questions_are_logged(client, key, capsys):
    from api.logs import configure_logs

    configure_logs("debug", "json")
    client.post("/api/login", json={"key": key.secret})
    client.post("/api/login", json={"key": "pa_wrong"})
    client.post("/api/ask", json={"question": "机密的问题"}, headers={"authorization": f"Bearer {key.secret}"})
    logged = capsys.readouterr().err
    configure_logs("error", "text")
    assert "/api/login" in logged
    for secret in (key.secret, "pa_wrong", "机密", client.cookies.get("assistant_session")):
        assert secret not in logged

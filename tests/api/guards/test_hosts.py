"""Requests are answered for names of ours only."""

import pytest

from api.guards.hosts import host_names
from assistant.settings import Settings


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "10.1.2.3", "localhost."])
def test_addresses_and_this_machine_pass(client, host):
    assert client.get("/healthz", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "evil:8000", "127.0.0.1:80@evil"),
        *("[127.0.0.1", "[::1]evil", "127.0.0.1:port", "127.0.0.1/evil", "[::1", "localhost:80:80"),
    ],
)
def test_a_foreign_name_that_points_here_is_refused(client, host):
    response = client.get("/api/documents", headers={"host": host})
    assert (response.status_code, response.json()["error"]["code"]) == (400, "unknown_host")
    assert "x-request-id" in response.headers


def test_names_can_be_listed():
    names = host_names(Settings(allowed_hosts="zhengce.example.cn, A.b ,", host="0.0.0.0"))
    assert {"zhengce.example.cn", "a.b", "localhost", "0.0.0.0"} == names

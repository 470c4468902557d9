"""Long lists can be had in parts; the parts together are the whole, and headers say how long it is."""

import re

import pytest


def pages(client, path, **params):
    """The items of a list, fetched as its Link headers say."""
    response, items = client.get(path, params=params), []
    while True:
        items += response.json()
        following = re.search(r'<([^>]+)>; rel="next"', response.headers.get("link", ""))
        if not following:
            return items
        response = client.get(following[1])


@pytest.mark.parametrize("path", ["tasks", "targets", "findings", "derivations", "documents"])
def test_the_parts_of_a_list_are_the_whole(client, path):
    whole = client.get(f"/api/{path}")
    assert whole.headers["x-total-count"] == str(len(whole.json()))
    assert "link" not in whole.headers
    size = max(1, len(whole.json()) // 3)
    assert pages(client, f"/api/{path}", limit=size) == whole.json()


def test_filters_go_along_from_part_to_part(client):
    whole = client.get("/api/tasks", params={"doc": "lucheng", "role": "lead"}).json()
    assert pages(client, "/api/tasks", doc="lucheng", role="lead", limit=7) == whole


def test_there_is_a_way_back(client):
    response = client.get("/api/tasks", params={"limit": 10, "offset": 15})
    previous = re.search(r'<([^>]+)>; rel="prev"', response.headers["link"])
    assert client.get(previous[1]).json() == client.get("/api/tasks", params={"limit": 10, "offset": 5}).json()


def test_behind_the_end_there_is_nothing(client):
    response = client.get("/api/documents", params={"offset": 100, "limit": 5})
    assert (response.json(), response.headers["x-total-count"]) == ([], "5")


def test_files_are_always_whole(client):
    csv = client.get("/api/tasks", params={"format": "csv"}).content
    assert client.get("/api/tasks", params={"format": "csv", "limit": 1}).content == csv


@pytest.mark.parametrize("params", [{"limit": 0}, {"limit": -1}, {"offset": -1}, {"limit": "all"}])
def test_impossible_parts_are_refused(client, params):
    assert client.get("/api/tasks", params=params).status_code == 422

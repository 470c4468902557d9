"""What a caller has already is not sent again."""

import pytest

PATHS = ["/api/documents", "/api/documents/qingpu", "/api/documents/qingpu/view?line=20&around=3"]


@pytest.mark.parametrize("path", PATHS)
def test_who_has_it_already_is_told_so(client, path):
    first = client.get(path)
    tag = first.headers["etag"]
    for condition in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(path, headers={"if-none-match": condition})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert "content-length" not in again.headers


@pytest.mark.parametrize("path", PATHS)
def test_who_has_something_else_gets_it(client, path):
    first = client.get(path)
    again = client.get(path, headers={"if-none-match": '"other"'})
    assert (again.status_code, again.content) == (200, first.content)


def test_different_things_have_different_tags(client):
    assert len({client.get(path).headers["etag"] for path in PATHS}) == len(PATHS)


def test_problems_have_no_tag(client):
    assert "etag" not in client.get("/api/documents/nope").headers

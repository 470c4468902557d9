"""What changed, over HTTP."""

from urllib.parse import unquote


def test_a_document_and_itself_differ_in_nothing(client):
    found = client.get("/api/diff", params={"old": "qingpu", "new": "qingpu"}).json()
    assert (found["summary"], found["changes"], found["clauses"]) == ("没有变化。", [], [])
    everything = client.get("/api/diff", params={"old": "qingpu", "new": "qingpu", "everything": True}).json()
    assert {one["kind"] for one in everything["clauses"]} == {"same"}
    assert everything["old"]["document_id"] == "qingpu"


def test_two_documents_as_a_table_for_word(client):
    made = client.get("/api/diff", params={"old": "qingpu", "new": "suzhou", "format": "docx"})
    assert made.content.startswith(b"PK")
    assert "新旧条文对照表" in unquote(made.headers["content-disposition"])


def test_a_document_or_a_revision_that_is_not_there(client):
    assert client.get("/api/diff", params={"old": "qingpu", "new": "nowhere"}).status_code == 404
    gone = client.get("/api/diff", params={"old": "qingpu", "new": "qingpu", "old_revision": "0" * 16})
    assert gone.status_code == 404
    assert "版本" in gone.json()["error"]["message"]

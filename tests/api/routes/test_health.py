"""Health, readiness and counters."""


def test_a_server_that_can_answer_is_ready(client):
    ready = client.get("/readyz").json()
    assert ready["ready"]
    assert ready["missing"] == []
    assert ready == client.get("/api/status").json()


def test_counters_name_routes_but_never_what_was_asked(client):
    client.get("/api/documents/qingpu/view", params={"quote": "从未写过的秘密"})
    text = client.get("/metrics").text
    assert 'route="/api/documents/{document_id}/view"' in text
    assert "秘密" not in text
    assert "ready 1" in text

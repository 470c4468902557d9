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


def test_metrics_tell_of_requests_answers_index_and_memory(client):
    client.post("/api/ask", json={"question": "青浦到2025年累计去化面积是多少？"})
    lines = client.get("/metrics").text.splitlines()
    assert any(line.startswith('answers_total{kind="fact",status="answered"}') for line in lines)
    assert any(line.startswith('http_request_duration_seconds_bucket{route="/api/ask",le="0.15"}') for line in lines)
    index = client.get("/readyz").json()["index"]
    assert f'index_info{{generation="{index}"}} 1' in lines
    assert "documents 5" in lines
    assert "work_waiting 0" in lines
    [memory] = [line for line in lines if line.startswith("resident_memory_bytes ")]
    assert int(memory.split()[1]) > 10**7

"""Health, readiness and counters."""

import pytest
from fastapi.testclient import TestClient

from assistant.keeping.keeping import DATABASE
from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.indexing.fakes import FakeEncoder


def test_a_server_that_can_answer_is_ready(client):
    ready = client.get("/readyz").json()
    assert ready["ready"]
    assert ready["missing"] == []
    assert ready == client.get("/api/status").json()


RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


@pytest.fixture
def nowhere_to_keep(tmp_path):
    """A data directory with an index, in which a folder stands where the database should be."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(data_dir=tmp_path / "data", corpus=tmp_path / "corpus")
    build(settings, encoder=FakeEncoder())
    (settings.data_dir / DATABASE).unlink()
    (settings.data_dir / DATABASE).mkdir()
    return settings


@pytest.mark.parametrize(("chosen", "status"), [({}, 503), ({"audit": "off"}, 200)])
def test_where_nothing_can_be_kept_who_must_record_is_not_ready(nowhere_to_keep, chosen, status):
    with TestClient(app_over(nowhere_to_keep.model_copy(update=chosen))) as client:
        wait_until(lambda: client.get("/readyz").json()["assistant"])
        response = client.get("/readyz")
        assert response.status_code == status
        assert not response.json()["keeping"]
        assert DATABASE in response.json()["missing"][0]
        assert client.post("/api/ask", json={"question": "到2026年新建生态护岸多少公里？"}).status_code == status
        (nowhere_to_keep.data_dir / DATABASE).rmdir()
        assert client.get("/readyz").json()["missing"] == []


def test_counters_name_routes_but_never_what_was_asked(client):
    client.get("/api/documents/qingpu/view", params={"quote": "从未写过的秘密"})
    text = client.get("/metrics").text
    assert 'route="/api/documents/{document_id}/view"' in text
    assert "秘密" not in text
    assert "ready 1" in text


def test_metrics_tell_of_requests_answers_index_and_memory(client):
    client.post("/api/ask", json={"question": "苏州2023年新增亿元楼宇多少幢？"})
    lines = client.get("/metrics").text.splitlines()
    assert any(line.startswith('answers_total{kind="fact",status="answered"}') for line in lines)
    assert any(line.startswith('http_request_duration_seconds_bucket{route="/api/ask",le="0.15"}') for line in lines)
    index = client.get("/readyz").json()["index"]
    assert f'index_info{{generation="{index}"}} 1' in lines
    assert "documents 5" in lines
    assert "work_waiting 0" in lines
    [memory] = [line for line in lines if line.startswith("resident_memory_bytes ")]
    assert int(memory.split()[1]) > 10**7

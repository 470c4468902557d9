"""Documents over HTTP: list, detail, source, adding and removing."""

import pytest
from fastapi.testclient import TestClient

from assistant.settings import Settings
from assistant.updating import build
from tests.api.conftest import app_over, wait_until
from tests.indexing.fakes import FakeEncoder

RIVER = "临江市河道治理方案\n一、总体目标\n到2026年，新建生态护岸30公里。\n"


@pytest.fixture
def small(tmp_path):
    """A server over a corpus of one small document, which may be changed."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(data_dir=tmp_path / "data", corpus=folder, max_upload_bytes=4096)
    build(settings, encoder=FakeEncoder())
    with TestClient(app_over(settings)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        yield client


def upload(client, text, name="市场.txt", **form):
    return client.post("/api/documents", files={"file": (name, text.encode(), "text/plain")}, data=form)


def ids(client):
    return [item["id"] for item in client.get("/api/documents").json()]


def test_the_list_is_in_the_order_of_the_corpus(client):
    assert ids(client) == ["qingpu", "suzhou", "taiyuan", "lucheng", "jiaxing"]


def test_a_document_has_metadata_with_quotes_and_an_outline(client):
    document = client.get("/api/documents/qingpu").json()
    assert document["doc_number"] == "青府办发〔2023〕30号"
    assert document["metadata"]["quotes"]["doc_number"]
    assert document["outline"]
    assert document["tables_read"][0]["rows"] == 22


def test_every_citation_is_found_again_in_the_source(client):
    answer = client.post("/api/ask", json={"question": "青浦到2025年累计去化面积是多少？"}).json()
    for citation in answer["citations"]:
        view = client.get(
            f"/api/documents/{citation['document_id']}/view",
            params={"quote": citation["quote"], "line": citation["line"]},
        ).json()
        assert view["found"]
        assert any(block["mark"] or any(row["marked"] for row in block["rows"]) for block in view["blocks"])


def test_an_added_document_is_reported_and_can_be_asked_about(small):
    response = upload(small, "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n", id="market", region="临江")
    assert response.status_code == 201
    [added] = response.json()["documents"]
    assert (added["id"], added["regions"], added["coverage"]["characters"] > 0) == ("market", ["临江"], True)
    assert ids(small) == ["river", "market"]
    assert small.get("/api/search", params={"q": "农贸市场"}).json()[0]["document_id"] == "market"


def test_a_removed_document_is_gone(small):
    upload(small, "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n", id="market")
    assert small.delete("/api/documents/market").status_code == 204
    assert ids(small) == ["river"]
    assert small.delete("/api/documents/market").status_code == 404


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("", 422, "unreadable_document"),
        ("\x00\x01\x02\x03" * 20, 422, "unreadable_document"),
        (RIVER, 422, "bad_request"),
        ("长" * 40_000, 413, "body_too_large"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_and_nothing_changes(small, text, status, code):
    response = upload(small, text)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert ids(small) == ["river"]


def test_the_name_of_an_upload_is_only_a_name(small, tmp_path):
    text = "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n"
    assert upload(small, text, name="../../../evil.txt").status_code == 201
    assert not list(tmp_path.parent.glob("**/evil*"))

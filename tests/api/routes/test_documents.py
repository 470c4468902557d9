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
    """Prose, rows and cells are marked too; a header is shown above its rows."""
    answer = client.post("/api/ask", json={"question": "青浦到2025年累计去化面积是多少？"}).json()
    headers = [one for one in answer["citations"] if one["table"] and one["table"]["row"] is None]
    assert (len(headers), len(answer["citations"])) == (1, 4)
    for citation in answer["citations"]:
        view = client.get(
            f"/api/documents/{citation['document_id']}/view",
            params={"quote": citation["quote"], "line": citation["line"]},
        ).json()
        assert view["found"]
        marked = any(block["mark"] or any(row["marked"] for row in block["rows"]) for block in view["blocks"])
        assert marked is (citation not in headers)


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
    assert not list(tmp_path.parent.glob("**/evil.txt"))


CHANGED = RIVER.replace("30公里", "45公里")


def asked(client):
    """The citation of an answer."""
    return client.post("/api/ask", json={"question": "到2026年新建生态护岸多少公里？"}).json()["citations"][0]


def shown(client, citation, **other):
    parameters = {"revision": citation["revision"], "quote": citation["quote"], "line": citation["line"], **other}
    return client.get("/api/documents/river/view", params=parameters)


def test_a_citation_names_the_text_it_was_taken_from(small):
    citation = asked(small)
    view = shown(small, citation).json()
    assert (view["revision"], view["current"], view["found"]) == (citation["revision"], True, True)


def replace(client, text, document_id="river"):
    return client.put(f"/api/documents/{document_id}", files={"file": ("新版.txt", text.encode(), "text/plain")})


def test_what_a_replacement_changes_is_told_before_and_kept_behind(small):
    files = {"file": ("新版.txt", CHANGED.encode(), "text/plain")}
    before = small.get("/api/documents/river").json()["sha256"]
    told = small.post("/api/documents/river/preview", files=files).json()
    assert "45公里" in str(told["changes"])
    assert small.get("/api/documents/river").json()["sha256"] == before
    assert small.get("/api/documents/river/replacements").json() == []
    assert replace(small, CHANGED).status_code == 200
    (kept,) = small.get("/api/documents/river/replacements").json()
    assert kept["difference"]["changes"] == told["changes"]
    assert kept["difference"]["old"]["revision"] != kept["difference"]["new"]["revision"]


def test_a_document_is_replaced_in_one_step_and_the_change_is_in_the_trail(small):
    response = replace(small, CHANGED)
    assert (response.status_code, [one["id"] for one in response.json()["documents"]]) == (200, ["river"])
    assert ids(small) == ["river"]
    assert "45公里" in asked(small)["quote"]
    assert "replace_document" in [entry.action for entry in small.app.state.desk.keeping.audit.entries()]


@pytest.mark.parametrize(
    ("document_id", "text", "status", "code"),
    [("river", "", 422, "unreadable_document"), ("nope", CHANGED, 404, "unknown_document")],
)
def test_a_successor_that_cannot_be_taken_leaves_the_document_as_it_was(small, document_id, text, status, code):
    response = replace(small, text, document_id)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)
    assert "30公里" in asked(small)["quote"]


def test_a_citation_is_still_readable_when_its_document_was_replaced(small):
    before = asked(small)
    assert replace(small, CHANGED).status_code == 200
    after = asked(small)
    assert ("45公里" in after["quote"], after["revision"] != before["revision"]) == (True, True)
    view = shown(small, before).json()
    assert (view["current"], view["found"]) == (False, True)
    assert any(before["quote"] in block["text"] for block in view["blocks"])
    assert shown(small, after).json()["current"]


def test_a_citation_is_still_readable_when_its_document_was_removed(small):
    upload(small, "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n", id="market")
    citation = asked(small)
    small.delete("/api/documents/river")
    assert small.get("/api/documents/river/view").status_code == 404
    assert shown(small, citation).json()["found"]
    answer = small.post("/api/ask", json={"question": "农贸市场多少家？"}).json()
    assert small.post("/api/ask/docx", json={**answer, "citations": [citation]}).status_code == 200


def test_a_place_that_is_not_there_says_so_and_so_does_a_text_that_was_not_kept(small):
    citation = asked(small)
    assert not shown(small, citation, quote="没有的话").json()["found"]
    response = shown(small, {**citation, "revision": "0" * 16})
    assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_revision")


def test_a_file_can_be_had_again_but_is_never_shown(small):
    page = "<html><body><h1>方案</h1><p>到2026年，新建农贸市场12家。</p><script>alert(1)</script></body></html>"
    assert upload(small, page, name='逃"x.html', id="page").status_code == 201
    response = small.get("/api/documents/page/file")
    assert response.content == page.encode()
    assert response.headers["content-type"] == "application/octet-stream"
    assert response.headers["content-disposition"].startswith("attachment")
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "sandbox" in response.headers["content-security-policy"]
    assert small.get("/api/documents/nope/file").status_code == 404


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 64, "方案.pdf"),
        (b"PK\x03\x04" + b"\x00" * 64, "方案.docx"),
        (b"\x7fELF" + b"\x00" * 64, "方案.txt"),
        (b"MZ" + bytes(range(256)), "方案.html"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 64, "方案.docx"),
    ],
)
def test_what_counts_is_what_a_file_is_and_not_what_it_is_called(small, tmp_path, data, name):
    response = small.post("/api/documents", files={"file": (name, data, "text/plain")})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "unreadable_document")
    assert ids(small) == ["river"]
    kept = {path.name for path in (tmp_path / "data" / "documents").iterdir()}
    assert kept <= {"lock", "catalogue.json"}


def test_files_are_stored_under_names_of_ours(small, tmp_path):
    text = "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n"
    upload(small, text, name="x.exe", id="market")
    [path] = (tmp_path / "data" / "documents").glob("*.txt")
    assert len(path.stem) == 32
    assert not list((tmp_path / "data" / "incoming").iterdir())


@pytest.mark.parametrize("limit", [{"max_documents": 1}, {"max_documents_bytes": 1024}])
def test_there_is_only_so_much_room(tmp_path, limit):
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "river.txt").write_text(RIVER, encoding="utf-8")
    settings = Settings(data_dir=tmp_path / "data", corpus=tmp_path / "corpus", **limit)
    build(settings, encoder=FakeEncoder())
    with TestClient(app_over(settings)) as client:
        wait_until(lambda: client.get("/readyz").status_code == 200)
        text = "临江市{}建设方案\n一、目标\n到2026年，新建农贸市场12家。\n" + "为民服务。\n" * 30
        assert upload(client, text.format("市场"), id="a").status_code == 201
        response = upload(client, text.format("桥梁"), id="b")
        assert (response.status_code, response.json()["error"]["code"]) == (409, "quota_exceeded")
        assert ids(client) == ["river", "a"]
        assert len(list((tmp_path / "data" / "documents").glob("*.txt"))) == 1
        client.delete("/api/documents/a")
        assert upload(client, text.format("桥梁"), id="b").status_code == 201


def test_changes_are_in_the_trail(small):
    upload(small, "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n", id="market")
    small.delete("/api/documents/market")
    entries = list(small.app.state.desk.keeping.audit.entries())
    assert [(entry.who, entry.action) for entry in entries] == [
        ("local", "add_documents"),
        ("local", "remove_document"),
    ]
    assert entries[0].body["documents"] == ["market"]


def test_an_empty_name_of_a_place_is_no_name(small):
    text = "临江市市场建设方案\n一、目标\n到2026年，新建农贸市场12家。\n"
    [added] = upload(small, text, id="market", region=["", " ", "临江"]).json()["documents"]
    assert added["regions"] == ["临江"]
    assert small.get("/api/tasks", params={"unit": "市商务局"}).status_code == 200

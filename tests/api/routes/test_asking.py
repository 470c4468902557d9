"""Questions over HTTP, on the real documents."""

import io
import json
import zipfile

import pytest

QUESTION = "青浦到2025年累计去化面积是多少？"


def stream(client, **body):
    with client.stream("POST", "/api/ask/stream", json=body) as response:
        response.read()
    return response


def test_an_answer_has_its_citations(client):
    answer = client.post("/api/ask", json={"question": QUESTION}).json()
    assert answer["status"] == "answered"
    assert "40万平方米" in answer["answer"]
    assert answer["citations"][0]["document_id"] == "qingpu"
    assert answer["schema_version"] == 1


def test_the_documents_named_are_a_hard_filter(client):
    answer = client.post("/api/ask", json={"question": "牵头单位是谁？", "documents": ["lucheng"]}).json()
    assert answer["scope"]["documents"] == ["lucheng"]
    assert {citation["document_id"] for citation in answer["citations"]} <= {"lucheng"}


def test_an_earlier_answer_is_understood_as_history(client):
    first = client.post("/api/ask", json={"question": QUESTION}).json()
    response = client.post("/api/ask", json={"question": "那2024年呢？", "history": [first]})
    assert response.status_code == 200
    assert response.json()["scope"]["documents"] == ["qingpu"]


@pytest.mark.parametrize("question", ["", "   ", "？！", "x" * 10_000, "a\x00b"])
@pytest.mark.parametrize("path", ["/api/ask", "/api/ask/stream"])
def test_a_question_that_is_none_is_refused_with_a_reason(client, path, question):
    response = client.post(path, json={"question": question})
    assert response.status_code == 422
    assert response.json()["error"]["code"] == "bad_question"


def test_an_unknown_document_is_not_found(client):
    response = client.post("/api/ask", json={"question": QUESTION, "documents": ["nope"]})
    assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_document")
    assert "qingpu" in response.json()["error"]["message"]


def test_the_stream_ends_with_the_same_answer(client):
    response = stream(client, question=QUESTION)
    assert response.headers["content-type"].startswith("text/event-stream")
    events = [event.split("\n") for event in response.text.strip().split("\n\n")]
    assert [event[1] for event in events[:2]] == ["data: 理解", "data: 检索"]
    assert events[-1][0] == "event: answer"
    streamed = json.loads(events[-1][1].removeprefix("data: "))
    plain = client.post("/api/ask", json={"question": QUESTION}).json()
    assert {**streamed, "elapsed_ms": 0, "ref": ""} == {**plain, "elapsed_ms": 0, "ref": ""}


def test_an_answer_is_explained_where_that_is_asked_for(client):
    asked = {"question": "青浦的文号是什么？"}
    plain = client.post("/api/ask", json=asked).json()
    explained = client.post("/api/ask", json=asked | {"explain": True}).json()
    explanation = explained.pop("explanation")
    assert {**explained, "elapsed_ms": 0, "ref": ""} == {**plain, "elapsed_ms": 0, "ref": ""}
    assert (explanation["text"], explanation["documents"]) == ("青浦的文号是什么?", ["qingpu"])
    assert explanation["spans"][:2] == [
        {"words": "青浦", "kind": "document", "value": "qingpu"},
        {"words": "文号", "kind": "sense", "value": "doc_number"},
    ]
    first = explanation["choices"][0]
    assert (first["subject"], first["understood"]) == ("metadata", plain["understood"])
    assert explanation["chance"] == first["chance"]


def test_an_explained_answer_can_be_gone_on_from(client):
    first = client.post("/api/ask", json={"question": "青浦的文号是什么？", "explain": True}).json()
    then = client.post("/api/ask", json={"question": "那苏州的呢？", "history": [first]}).json()
    assert "苏府办〔2023〕48号" in then["answer"]


def test_search_gives_passages_with_the_score_of_each_signal(client):
    hits = client.get("/api/search", params={"q": "停车场改造", "doc": "qingpu", "limit": 3}).json()
    assert len(hits) == 3
    assert {hit["document_id"] for hit in hits} == {"qingpu"}
    assert {"words", "characters"} <= set(hits[0]["signals"])
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_starters_name_every_document(client):
    starters = " ".join(client.get("/api/starters").json())
    assert all(name in starters for name in ("青浦", "苏州", "太原", "鹿城", "嘉兴"))


def test_an_answer_is_kept_as_a_word_file_with_its_sources_as_footnotes(client):
    answer = client.post("/api/ask", json={"question": QUESTION}).json()
    response = client.post("/api/ask/docx", json=answer)
    assert response.headers["content-type"].endswith("wordprocessingml.document")
    with zipfile.ZipFile(io.BytesIO(response.content)) as parts:
        assert "40万平方米" in parts.read("word/document.xml").decode()
        assert "青府办发〔2023〕30号" in parts.read("word/footnotes.xml").decode()


def test_an_answer_whose_quote_is_in_no_document_becomes_no_word_file(client):
    answer = client.post("/api/ask", json={"question": QUESTION}).json()
    answer["citations"][0]["quote"] = "到2025年累计去化面积99万平方米"
    response = client.post("/api/ask/docx", json=answer)
    assert response.status_code == 422
    assert "引文" in response.json()["error"]["message"]


def test_each_errand_has_an_example_from_the_documents(client):
    assert client.get("/api/examples").json() == {
        "lead": "青浦“综合配套高水平构建”由谁牵头？",
        "comparison": "各地的特色楼宇目标有什么不同？",
        "unit": "区商务委",
    }

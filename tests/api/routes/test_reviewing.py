"""Deadlines, findings and derived numbers over HTTP."""

import io

import openpyxl
import pytest

from assistant.task_list import select_tasks


def test_every_task_is_in_one_list(client, library):
    found = client.get("/api/deadlines", params={"on": "2023-04-01", "within": 29}).json()
    assert (found["day"], found["days"]) == ("2023-04-01", 29)
    states = ("overdue", "due", "later", "ongoing", "period", "unstated")
    assert sum(len(found[state]) for state in states) == len(select_tasks(library))
    assert all("2023-04-01" <= task["deadline"]["date"] <= "2023-04-30" for task in found["due"])


def test_a_deadline_view_without_a_day_is_seen_from_today(client):
    assert client.get("/api/deadlines", params={"unit": "区商务委"}).status_code == 200


def test_what_is_due_goes_into_a_calendar(client):
    made = client.get("/api/deadlines", params={"on": "2023-04-01", "within": 29, "format": "ics"})
    assert made.headers["content-type"].startswith("text/calendar")
    assert made.content.startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_calendar_without_events_is_an_error_that_says_so(client):
    response = client.get("/api/deadlines", params={"on": "2099-01-01", "format": "ics"})
    assert response.status_code == 422
    assert "最后一天" in response.json()["error"]["message"]


def test_days_that_cannot_be_are_refused(client):
    assert client.get("/api/deadlines", params={"within": -1}).status_code == 422
    assert client.get("/api/deadlines", params={"within": 10**9}).status_code == 422


def test_findings_have_quotes_that_stand_in_their_documents(client, library):
    found = client.get("/api/findings").json()
    assert {finding["topic"] for finding in found} >= {"inside", "wording", "difference"}
    for finding in found:
        assert finding["evidence"]
        for evidence in finding["evidence"]:
            text = "".join(library.document(evidence["document_id"]).text.split())
            assert "".join(evidence["quote"].split()) in text


def test_findings_can_be_asked_of_one_document(client):
    assert {tuple(one["documents"]) for one in client.get("/api/findings?doc=suzhou").json()} == {("suzhou",)}


def test_a_derived_number_spells_its_arithmetic_out(client):
    found = client.get("/api/derivations", params={"indicator": "楼宇面积"}).json()
    assert found
    assert all(one["formula"] and one["quotes"] for one in found)


@pytest.mark.parametrize("path", ["deadlines", "findings", "derivations"])
def test_they_are_files_too(client, path):
    assert client.get(f"/api/{path}?format=csv").content.startswith(b"\xef\xbb\xbf")
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/api/{path}?format=xlsx").content))
    assert book.sheetnames[-1] == "来源"

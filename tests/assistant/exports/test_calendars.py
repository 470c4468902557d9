"""Calendars that calendar programs read (RFC 5545)."""

from datetime import UTC, date, datetime

from assistant.exports.calendars import tasks_to_ics
from tests.assistant.making import five_documents, library, task

STAMP = datetime(2023, 4, 1, 8, tzinfo=UTC)


def lines(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_a_task_with_a_day_is_an_event_on_it():
    made = library(tasks=(task("a", 1, due=date(2023, 4, 30), lead=("甲局",)), task("a", 2)))
    found = lines(tasks_to_ics(made.tasks(), made, stamp=STAMP))
    assert found.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20230430" in found
    assert "DTEND;VALUE=DATE:20230501" in found
    assert "SUMMARY:【截止】楼宇招商" in found


def test_lines_are_folded_at_75_octets_and_never_inside_a_character():
    data = tasks_to_ics(five_documents().tasks(), five_documents(), stamp=STAMP)
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 and line.decode() for line in data.removesuffix(b"\r\n").split(b"\r\n"))


def test_signs_with_a_meaning_are_escaped():
    made = library(tasks=(task("a", 1, due=date(2023, 4, 30), measure="甲;乙,丙\\丁\n戊"),))
    assert "甲\\;乙\\,丙\\\\丁\\n戊" in "".join(lines(tasks_to_ics(made.tasks(), made, stamp=STAMP)))


def test_the_same_tasks_give_the_same_calendar():
    five = five_documents()
    assert tasks_to_ics(five.tasks(), five, stamp=STAMP) == tasks_to_ics(five.tasks(), five, stamp=STAMP)


def test_an_empty_calendar_is_one():
    assert lines(tasks_to_ics([], five_documents(), stamp=STAMP))[-2] == "END:VCALENDAR"

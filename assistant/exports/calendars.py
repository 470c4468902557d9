"""Deadlines as a calendar (.ics, RFC 5545): one all-day event on the last day of each task that has one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from corpus.facts import Library
from corpus.task import Task

_FOLD = 74
"""Octets per line; RFC 5545 allows 75."""


def tasks_to_ics(tasks: Sequence[Task], library: Library, *, stamp: datetime | None = None) -> bytes:
    """The tasks with a last day as calendar events; a calendar has no place for tasks without one.

    `stamp` is when the calendar was made (now where it is not given); the same tasks and stamp give the same bytes.
    """
    made = (stamp or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//policy-assistant//tasks//ZH", "CALSCALE:GREGORIAN"]
    lines += [line for task in tasks for line in _event(task, library, made)]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(task: Task, library: Library, made: str) -> Iterator[str]:
    if task.deadline is None or task.deadline.date is None:
        return
    day = task.deadline.date
    yield "BEGIN:VEVENT"
    yield f"UID:{task.id}@policy-assistant"
    yield f"DTSTAMP:{made}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(f'【截止】{task.task}')}"
    yield f"DESCRIPTION:{_escaped(_description(task, library))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_escaped(task.task)}"
    yield "TRIGGER:-P7D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _description(task: Task, library: Library) -> str:
    parts = [
        task.measure,
        f"牵头单位：{'、'.join(task.lead_units) or '文件未列明'}",
        f"责任单位：{'、'.join(task.responsible_units) or '文件未列明'}",
        f"完成时限：{task.deadline.raw if task.deadline else ''}",
        f"出处：{task.place}",
    ]
    return "\n".join((library.document(task.document_id).name, *parts))


def _escaped(text: str) -> str:
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return text


def _folded(line: str) -> Iterable[str]:
    """The line in pieces of at most 75 octets, never inside a character; continuations begin with a space."""
    piece, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _FOLD:
            yield piece
            piece, size = " ", 1
        piece += character
        size += width
    yield piece

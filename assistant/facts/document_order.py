"""Which of two documents came first, by the day that is asked of: when they were issued, took or lose effect."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from assistant.draft import Statement
from assistant.facts.document_rows import field_evidence, row_label
from assistant.facts.evidence import distinct
from assistant.facts.rows import Row
from assistant.reading.ask import Ask, Want
from corpus.facts import Evidence, Library
from corpus.folding.dates import day_to_text

_TWO = 2
_ISSUED, _PRINTED = ("written_on", "printed_on"), ("printed_on", "written_on")
_BEGINS, _ENDS = ("effective_on",), ("expires_on",)
"""Fields of the head that tell a day, of which the first counts that is printed; …"""
_DONE: Mapping[str, str] = {
    "written_on": "成文",
    "printed_on": "印发",
    "effective_on": "起施行",
    "expires_on": "到期",
}
"""… and what is done on it."""


def order_statement(ask: Ask, rows: Sequence[Row], library: Library) -> Statement | None:
    """Two documents, the earlier first; None where that is not asked, or not both print such a day."""
    if len(rows) != _TWO or "in_time" not in ask.hints:
        return None
    told = sorted(one for row in rows for one in _day(row, _fields(ask), rows, library))
    if len(told) != _TWO:
        return None
    evidence = distinct(item for _, _, items in told for item in items)
    (first, earlier, _), (second, later, _) = told
    said = f"从先到后：{earlier}，{later}" if first < second else f"{earlier}，{later}，为同一天"
    return Statement(f"{said}。", evidence)


def _fields(ask: Ask) -> tuple[str, ...]:
    if "void" in ask.heard:
        return _ENDS
    if ask.heard & {"effective", "valid"}:
        return _BEGINS
    return _PRINTED if Want.PRINTED_ON in ask.want else _ISSUED


def _day(
    row: Row, fields: Sequence[str], rows: Sequence[Row], library: Library
) -> Iterator[tuple[date, str, tuple[Evidence, ...]]]:
    """The day of a document, what is said of it, and the words that print it; nothing where none is printed."""
    document = library.document(row.document)
    for field in fields:
        day, evidence = getattr(document.metadata, field), field_evidence(document, field)
        if day and evidence:
            yield day, f"{row_label(row, rows, library)}（{day_to_text(day)}{_DONE[field]}）", evidence
            return

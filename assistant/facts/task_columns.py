"""The columns of task tables: whether there is one, and the different values of one (几个行动类别). Selects no rows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import header_evidence, row_evidence, table_of
from assistant.facts.rows import Row
from assistant.facts.task_found import Found, candidate
from assistant.facts.task_gaps import COLUMNS, unwritten_statement
from assistant.facts.task_rows import are_marked, task_of
from assistant.labels import document_label
from assistant.reading.ask import Ask, Want
from assistant.reading.words import pairs, terms_of
from corpus.facts import Library
from corpus.table import Table

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["column_claims", "column_lists"]


def column_claims(rows: Sequence[Row], ask: Ask, library: Library) -> list[Draft]:
    """Whether the tasks of each document tell their leads or deadlines, where that is asked."""
    wanted = [want for want in COLUMNS if want in ask.want]
    firsts = list({row.document: row for row in reversed(rows)}.values())[::-1]
    found = []
    for want in wanted:
        statements = tuple(_claim(want, row, rows, library) for row in firsts)
        found.append(Draft(AnswerKind.YES_NO, statements))
    return found


def _claim(want: Want, first: Row, rows: Sequence[Row], library: Library) -> Statement:
    own = [row for row in rows if row.document == first.document]
    filled = next((row for row in own if want in row.values), None)
    if filled is None or (want is Want.LEAD and not are_marked(first.document, library)):
        missing = unwritten_statement(want, task_of(first), library)
        return Statement(f"没有。{missing.text}", missing.evidence)
    table = table_of(task_of(filled).place, library)
    header = (header_evidence(table),) if table else ()
    label = document_label(library, first.document)
    return Statement(f"有。{label}写明{COLUMNS[want]}。", (*header, *filled.evidence))


def column_lists(rows: Sequence[Row], ask: Ask, index: "Index") -> list[Candidate]:
    """The different values of the column that the words name best."""
    terms = terms_of(ask.where.words, index.library)
    named = [
        (terms.coverage(pairs(table.columns[at].name)), table, at)
        for table in _tables(rows, index.library)
        for at in range(len(table.columns))
        if _repeats(table, at)
    ]
    share, table, at = max(named, key=lambda one: one[0], default=(0.0, None, 0))
    if table is None or not share:
        return []
    found = Found((), share, share, 0.0, 0.0)
    return [candidate(ask, Draft(AnswerKind.LIST, (_values(table, at),)), found, columns=1.0)]


def _tables(rows: Sequence[Row], library: Library) -> Iterator[Table]:
    firsts = {(row.document, task_of(row).place.table): row for row in reversed(rows)}
    for row in firsts.values():
        table = table_of(task_of(row).place, library)
        if table is not None:
            yield table


def _repeats(table: Table, at: int) -> bool:
    """Whether a column puts rows together: not every row has a value of its own."""
    return len({row.cells[at].text for row in table.rows}) < len(table.rows)


def _values(table: Table, at: int) -> Statement:
    own = [row for row in table.rows if len({cell.text for cell in row.cells}) > 1]  # else a heading over all columns
    rows = {row.cells[at].text: row for row in reversed(own)}
    values = [text for text in dict.fromkeys(row.cells[at].text for row in own) if text]
    evidence = (*(row_evidence(rows[value]) for value in values), header_evidence(table))
    return Statement(f"{table.columns[at].path[-1]}共{len(values)}个：{'；'.join(values)}。", evidence)

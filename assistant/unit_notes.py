"""The line above a table that says in how large a unit it counts, quoted where a number is told so."""

from dataclasses import replace

from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct, table_of
from corpus.facts import Evidence, Library
from corpus.folding.units import units_in_note
from corpus.quoting import source_text
from corpus.table import Table

_HEADS = ("单位：", "单位:", "")
"""How the line begins; a note that stands behind other words is quoted alone."""


def with_unit_notes(candidate: Candidate, library: Library) -> Candidate:
    """The candidate with the units quoted that its tables print above themselves alone."""
    outcome = candidate.outcome
    if not isinstance(outcome, Draft):
        return candidate
    told = tuple(_told(statement, library) for statement in outcome.statements)
    return replace(candidate, outcome=replace(outcome, statements=told)) if told != outcome.statements else candidate


def _told(statement: Statement, library: Library) -> Statement:
    places = [item.place for item in statement.evidence if item.place.table_no]
    found = {(one.document_id, one.table_no): table_of(one, library) for one in places}
    quoted = "".join(item.quote for item in statement.evidence)
    notes = [_note(table, library) for table in found.values() if table and _is_wanted(table, statement, quoted)]
    return replace(statement, evidence=distinct((*statement.evidence, *notes))) if notes else statement


def _is_wanted(table: Table, statement: Statement, quoted: str) -> bool:
    """Whether a number is told as larger than its cell prints it: 9.8亿元 of a cell 9.8."""
    said = [unit for unit in units_in_note(table.unit_note or "") if unit in statement.text]
    return any(times in unit and times not in quoted for unit in said for times in "万亿")


def _note(table: Table, library: Library) -> Evidence:
    text, note = source_text(library.document(table.place.document_id).text), table.unit_note or ""
    return Evidence(quote=next(head + note for head in _HEADS if head + note in text or not head), place=table.place)

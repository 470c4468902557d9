"""The words that facts rest on: a row with its header, a clause, a field of the document's head. Knows no questions."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from assistant.sentences import sentence_to_clauses
from corpus.document import Heading, Paragraph
from corpus.facts import Evidence, Library
from corpus.place import Place
from corpus.quoting import compact
from corpus.table import Cell, Row, Table
from corpus.target import Target
from corpus.task import Task


def target_evidence(target: Target, library: Library) -> tuple[Evidence, ...]:
    """The target's quote; for a cell also its own row, where the number is printed in another, and the header; the
    caption or the clause before, where only these tell the year.
    """
    own = Evidence(quote=target.quote, place=target.place)
    table = table_of(target.place, library)
    at = _row_at(target.place, table) if table else None
    if table is None or at is None:
        return (own, *_clause_with_year(target, library))
    found = (own, row_evidence(table.rows[at]), header_evidence(table))
    if target.year is None or any(str(target.year) in item.quote for item in found):
        return distinct(found)
    captioned = [Evidence(quote=table.caption, place=table.place)] if str(target.year) in table.caption else []
    return distinct((*found, *(captioned or _clause_with_year(target, library))))


def targets_evidence(targets: Iterable[Target], library: Library) -> tuple[Evidence, ...]:
    """What several targets rest on, each quote once."""
    return distinct(item for one in targets for item in target_evidence(one, library))


def task_evidence(task: Task, library: Library, *, header: bool = False) -> tuple[Evidence, ...]:
    """The task's row or clause, the rows that print its merged cells (its category, which no answer repeats, aside),
    with `header` also the table's header and its note on who leads.
    """
    own = Evidence(quote=task.quote, place=task.place)
    table = table_of(task.place, library)
    at = _row_at(task.place, table) if table else None
    if table is None or at is None:
        return (own,)
    aside = {compact(task.category or "")} - {compact(task.task)}
    merged = [row_evidence(table.rows[at]) for at in _printed_at(table, at, aside)]
    notes = [Evidence(quote=note, place=table.place) for note in table.notes if "牵头" in note]
    return distinct((own, *merged, header_evidence(table), *notes) if header else (own, *merged))


def row_evidence(row: Row) -> Evidence:
    """A row as printed."""
    return Evidence(quote=row.quote, place=row.place)


def header_evidence(table: Table) -> Evidence:
    """The header of a table as printed."""
    return Evidence(quote=table.header_quote, place=table.place)


def table_of(place: Place, library: Library) -> Table | None:
    """The table a place is in; None for running text."""
    return _tables(library).get((place.document_id, place.table_no or 0))


@lru_cache(maxsize=4)
def _tables(library: Library) -> Mapping[tuple[str, int], Table]:
    """By document and number."""
    tables = [(name, table) for name, document in library.documents.items() for table in document.tables]
    return {(name, table.place.table_no): table for name, table in reversed(tables) if table.place.table_no}


def _row_at(place: Place, table: Table) -> int | None:
    """Which row of its table a place is in, from 0; None where it is in no one row."""
    return place.row - 1 if place.row is not None and 0 < place.row <= len(table.rows) else None


def _printed_at(table: Table, at: int, aside: Collection[str]) -> list[int]:
    """The rows that print the cells which row `at` shares with them, above where possible; not those `aside`."""
    others = [*range(at - 1, -1, -1), *range(at + 1, len(table.rows))]
    found = []
    for column, cell in enumerate(table.rows[at].cells):
        if cell.carried and compact(cell.text) not in aside:
            shared = (row for row in others if table.rows[row].cells[column] == Cell(text=cell.text))
            found.append(next(shared, at))
    return [row for row in dict.fromkeys(found) if row != at]


def _clause_with_year(target: Target, library: Library) -> list[Evidence]:
    """The last clause up to a target's paragraph that prints its year, of its section or else of all that stands above
    (its title too); none where its own words do.
    """
    if target.year is None or str(target.year) in target.quote:
        return []
    above = [
        block
        for block in library.document(target.document_id).blocks
        if not isinstance(block, Table) and block.place.line <= target.place.line
    ]
    own = [block for block in above if isinstance(block, Paragraph) and block.place.path == target.place.path]
    return _told_year(target.year, own) or _told_year(target.year, above)


def _told_year(year: int, blocks: Iterable[Heading | Paragraph]) -> list[Evidence]:
    told = [(block, clause) for block in blocks for clause, dated in _dated(block.text) if f"{year}年" in dated]
    return [Evidence(quote=clause, place=block.place) for block, clause in told[-1:]]


@lru_cache(maxsize=16384)
def _dated(text: str) -> tuple[tuple[str, str], ...]:
    """The clauses that may name a year, of most texts none, each also without white space."""
    clauses = ((clause, compact(clause)) for clause in sentence_to_clauses(text)) if "年" in text else ()
    return tuple((clause, dated) for clause, dated in clauses if "年" in dated)


def distinct(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence in its order, each quote of a document once."""
    found = {(item.place.document_id, item.quote): item for item in reversed(list(evidence))}
    return tuple(reversed(found.values()))

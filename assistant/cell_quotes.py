"""Table cells quoted on their own where a row quoted whole does not show their numbers.

Quotes count white space aside, and then the numbers of a row run together: “工业园区 91 2 40” shows neither 91 nor 40.
"""

import re
from collections.abc import Iterator, Sequence

from assistant.draft import Statement
from corpus.facts import Evidence, Library
from corpus.place import Place
from corpus.quoting import compact

__all__ = ["with_cell_quotes"]

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHORTEST = 2
"""A single digit is no quote: it would be found anywhere."""


def with_cell_quotes(statement: Statement, library: Library) -> Statement:
    """The statement with, behind each quoted row, the cells that print its numbers and that the row does not show."""
    shown = _numbers(item.quote for item in statement.evidence)
    wanted = {number for number in _numbers([statement.text]) if len(number) >= _SHORTEST} - shown
    evidence: list[Evidence] = []
    for item in statement.evidence:
        cells = list(_cells(item.place, wanted, library))
        wanted -= _numbers(cell.quote for cell in cells)
        evidence += [item, *cells]
    return Statement(statement.text, tuple(evidence))


def _numbers(texts: Iterator[str] | Sequence[str]) -> set[str]:
    return {number for text in texts for number in _NUMBER.findall(compact(text).replace(",", ""))}


def _cells(place: Place, wanted: set[str], library: Library) -> Iterator[Evidence]:
    """The cells of the row at `place` that print a wanted number; the place's own column first."""
    document = library.document(place.document_id)
    table, row = document.table(place), document.row(place)
    if table is None or row is None or not wanted:
        return
    left = set(wanted)
    for column in sorted(range(len(row.cells)), key=lambda at: table.columns[at].name != place.column):
        cell = row.cells[column]
        if not cell.carried and left & _numbers([cell.text]):
            left -= _numbers([cell.text])
            at = row.place.model_copy(update={"column": table.columns[column].name})
            yield Evidence(quote=cell.text, place=at)

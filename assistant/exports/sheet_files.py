"""Task lists, targets, comparisons and matrices as xlsx files with a sheet of their sources, and as csv."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from assistant.exports.sheet import Sheet, sources_sheet
from assistant.exports.target_sheets import comparison_to_sheets, derived_sheet, targets_to_sheet
from assistant.exports.task_sheets import matrix_to_sheets, tasks_to_sheet
from assistant.exports.workbook import sheets_to_xlsx
from assistant.matrix import MatrixView
from assistant.task_layout import AS_PRINTED, TaskLayout
from assistant.views import ComparisonView
from corpus.facts import Library
from corpus.target import Target
from corpus.task import Task

__all__ = [
    "comparison_to_csv",
    "comparison_to_xlsx",
    "harmless",
    "matrix_to_csv",
    "matrix_to_xlsx",
    "sheet_to_csv",
    "sheet_to_xlsx",
    "targets_to_csv",
    "targets_to_xlsx",
    "tasks_to_csv",
    "tasks_to_xlsx",
]

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?")


def tasks_to_xlsx(tasks: Sequence[Task], library: Library, layout: TaskLayout = AS_PRINTED) -> bytes:
    """The task list and its sources."""
    return _with_sources([tasks_to_sheet(tasks, library, layout)], library, (task.document_id for task in tasks))


def targets_to_xlsx(targets: Sequence[Target], library: Library) -> bytes:
    """The targets and their sources."""
    return _with_sources([targets_to_sheet(targets, library)], library, (target.document_id for target in targets))


def comparison_to_xlsx(view: ComparisonView, library: Library) -> bytes:
    """The comparison at a glance, every cell with its quote, what can be derived from them, and the sources."""
    derived = derived_sheet(view, library)
    sheets = comparison_to_sheets(view, library) + ([derived] if derived else [])
    return _with_sources(sheets, library, view.documents)


def matrix_to_xlsx(view: MatrixView, library: Library) -> bytes:
    """A matrix per document, the totals of the units, and the sources."""
    return _with_sources(matrix_to_sheets(view, library), library, view.documents)


def sheet_to_xlsx(sheet: Sheet, library: Library, documents: Iterable[str]) -> bytes:
    """Any sheet, and the sources it rests on."""
    return _with_sources([sheet], library, documents)


def _with_sources(sheets: list[Sheet], library: Library, documents: Iterable[str]) -> bytes:
    return sheets_to_xlsx([*sheets, sources_sheet(library, documents)])


def tasks_to_csv(tasks: Sequence[Task], library: Library, layout: TaskLayout = AS_PRINTED) -> bytes:
    """The task list, one header line and one line per task."""
    return sheet_to_csv(tasks_to_sheet(tasks, library, layout))


def targets_to_csv(targets: Sequence[Target], library: Library) -> bytes:
    """The targets, one header line and one line per target."""
    return sheet_to_csv(targets_to_sheet(targets, library))


def comparison_to_csv(view: ComparisonView, library: Library) -> bytes:
    """Every cell of the comparison on a line of its own, with its state, reason, quote and place."""
    return sheet_to_csv(comparison_to_sheets(view, library)[-1])


def matrix_to_csv(view: MatrixView, library: Library) -> bytes:
    """The matrix of each document with its totals, documents one below the other, parted by an empty line."""
    return "\r\n".join(_text(sheet) for sheet in matrix_to_sheets(view, library)[:-1]).encode("utf-8-sig")


def sheet_to_csv(sheet: Sheet) -> bytes:
    """Any sheet: its header and its rows, without title and notes."""
    return _text(sheet).encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that no program takes for a formula: an apostrophe before = + - @ and tabs, save before plain numbers."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) and not _NUMBER.fullmatch(cell) else cell


def _text(sheet: Sheet) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([harmless(column.name) for column in sheet.columns])
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return written.getvalue()

"""Sheets as csv, and as an xlsx file with a sheet of their sources."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from assistant.exports.sheet import Sheet, sources_sheet
from assistant.exports.workbook import sheets_to_xlsx
from corpus.facts import Library

__all__ = ["harmless", "sheets_to_csv", "sourced_xlsx"]

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"-?\d{1,30}(?:\.\d{1,30})?")


def sourced_xlsx(sheets: Sequence[Sheet], library: Library, documents: Iterable[str]) -> bytes:
    """The sheets, and the documents that they rest on."""
    return sheets_to_xlsx([*sheets, sources_sheet(library, documents)])


def sheets_to_csv(sheets: Iterable[Sheet]) -> bytes:
    """Headers and rows, without titles and notes; several sheets one below the other, parted by an empty line."""
    return "\r\n".join(map(_text, sheets)).encode("utf-8-sig")


def harmless(cell: str) -> str:
    """A cell that no program takes for a formula: an apostrophe before = + - @ and tabs, save before plain numbers."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) and not _NUMBER.fullmatch(cell) else cell


def _text(sheet: Sheet) -> str:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([harmless(column.name) for column in sheet.columns])
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return written.getvalue()

"""Edits of tables: a row put in."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.quoting import compact
from corpus.table import Cell
from eval.editing.parts import Part
from eval.editing.sheet import Edit, EditKind, Sheet, gap
from eval.editing.wording import count_of, new_words, replaced

__all__ = ["row_edits"]

_LEADING_NUMBER = re.compile(r"^((?:<tr><td>)?\s{0,4})(\d{1,3})(?=\D)")
_KEPT_COLUMN = re.compile(r"单位|部门|时限|时间|责任|牵头|配合|序号|年|推广范围")


def row_edits(sheet: Sheet) -> Iterator[Edit]:
    """A row like another with new words, the numbers of those behind it one higher."""
    for part in sheet.shuffled([one for one in sheet.parts if one.row]):
        at = sheet.at(part)
        following = sheet.parts[at + 1].row
        cells = [cell.text for cell in _new_cells(part)]
        if part.touched or not cells or _merged(part) or (following and any(cell.carried for cell in following.cells)):
            continue
        words = part.words
        for cell in cells:
            words = replaced(words, cell, new_words(sheet.inserted, cell)) or words
        words = words if words[-1:].isspace() else words + gap(sheet.parts[at - 1].words)
        if not part.words[-1:].isspace():
            part.words += gap(sheet.parts[at - 1].words)
        added = replace(part, words=words, original="", reshaped=True, row=None, line=None)
        sheet.parts.insert(at + 1, added)
        _count_on(sheet, at + 1, part)
        named = new_words(sheet.inserted, max(cells, key=len))
        sheet.inserted += 1
        part.reshaped = True
        yield Edit(EditKind.ROW, "", named, added)


def _merged(part: Part) -> bool:
    cells = part.row.cells if part.row else ()
    return any(cell.carried for cell in cells) or any("计" in cell.text[-2:] for cell in cells[:2])


def _new_cells(part: Part) -> list[Cell]:
    """The cells of a row that say what it is about."""
    if part.row is None or part.table is None:
        return []
    named = zip(part.table.columns, part.row.cells, strict=True)
    return [
        cell
        for column, cell in named
        if len(compact(cell.text)) > 1
        and not any(character.isdigit() for character in cell.text[:1])
        and not _KEPT_COLUMN.search(column.path[-1])
        and count_of(cell.text, part.words) == 1
    ]


def _count_on(sheet: Sheet, at: int, like: Part) -> None:
    """Raise the printed numbers of the rows from `at` on, as far as the table goes."""
    for part in sheet.parts[at:]:
        if part.table is not like.table:
            return
        part.words = _LEADING_NUMBER.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", part.words, count=1)

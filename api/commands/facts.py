"""The commands that list facts. They read the index on the disk and load no model."""

import sys
from typing import TYPE_CHECKING

from api.commands.options import (
    DocOption,
    DueBeforeOption,
    Format,
    FormatOption,
    IndicatorOption,
    OutputOption,
    RoleOption,
    ScopeOption,
    UnitOption,
    YearOption,
    day,
)
from corpus.errors import BadRequest
from corpus.task import Role

if TYPE_CHECKING:
    from pathlib import Path

    from api.listing import Listing
    from assistant.exports.sheet import Sheet
    from corpus.facts import Library

__all__ = ["compare", "matrix", "targets", "tasks"]

_WIDE = frozenset({"引文", "出处", "归并依据与疑点", "原文指标", "成员（文件有定义的）"})
"""Columns that a terminal has no room for; every other form has them."""


def tasks(
    doc: DocOption = None,
    unit: UnitOption = None,
    role: RoleOption = Role.ANY,
    due_before: DueBeforeOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print the tasks that pass the filters."""
    from api.listing import TaskFilters, task_listing

    _emit(task_listing(_library(), TaskFilters(tuple(doc or ()), unit, role, day(due_before))), form, output)


def matrix(
    doc: DocOption = None,
    unit: UnitOption = None,
    role: RoleOption = Role.ANY,
    due_before: DueBeforeOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print the matrix of the tasks that pass the filters: as a table its totals, else all of it."""
    from api.listing import TaskFilters, matrix_listing

    _emit(matrix_listing(_library(), TaskFilters(tuple(doc or ()), unit, role, day(due_before))), form, output)


def targets(
    doc: DocOption = None,
    indicator: IndicatorOption = None,
    scope: ScopeOption = None,
    year: YearOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print the targets that pass the filters."""
    from api.listing import target_listing

    _emit(target_listing(_library(), tuple(doc or ()), indicator, scope, year), form, output)


def compare(
    doc: DocOption = None,
    indicator: IndicatorOption = None,
    year: YearOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Print indicators by documents."""
    from api.listing import compare_listing

    _emit(compare_listing(_library(), tuple(doc or ()), indicator, year)[1], form, output)


def _library() -> "Library":
    from assistant.settings import Settings
    from assistant.wiring import open_library

    return open_library(Settings())


def _emit(listing: "Listing", form: Format, output: "Path | None") -> None:
    if form is Format.TABLE and output is None:
        _print_table(listing.sheet())
        return
    if form is Format.TABLE:
        raise BadRequest("表格形式只能显示在屏幕上。", "写到文件请加 --format csv、xlsx 或 json。")
    makers = {Format.JSON: listing.json, Format.CSV: listing.csv, Format.XLSX: listing.xlsx}
    _write(makers[form](), form, output)


def _write(data: bytes, form: Format, output: "Path | None") -> None:
    if output is not None:
        try:
            output.write_bytes(data)
        except OSError as error:
            raise BadRequest(f"写不到“{output}”：{error.strerror or error}。", "请检查路径和权限。") from error
    elif form is Format.XLSX and sys.stdout.isatty():
        raise BadRequest("xlsx 是二进制文件，不能显示在屏幕上。", "请用 -o 指定要写的文件。")
    else:
        sys.stdout.buffer.write(data)


def _print_table(sheet: "Sheet") -> None:
    from rich.table import Table
    from rich.text import Text

    from api.commands.screen import results

    shown = [at for at, column in enumerate(sheet.columns) if column.name not in _WIDE]
    table = Table(title=sheet.title, caption="；".join(sheet.notes), show_lines=True)
    for at in shown:
        table.add_column(sheet.columns[at].name, overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(row[at]) for at in shown))
    results().print(table)

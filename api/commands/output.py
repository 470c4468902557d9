"""Where lists go: onto the screen as a table, onto stdout or into a file as data."""

import json
import sys
from typing import TYPE_CHECKING

from api.commands.options import Format
from corpus.errors import BadRequest

if TYPE_CHECKING:
    from pathlib import Path

    from api.lists.listing import Listing
    from assistant.exports.sheet import Sheet
    from corpus.facts import Library

_WIDE = frozenset(
    {"引文", "出处", "原文", "新文", "原文出处", "新文出处", "归并依据与疑点", "原文指标", "成员（文件有定义的）"}
)
"""Columns that a terminal has no room for; every other form has them."""
_BINARY = frozenset({Format.XLSX, Format.DOCX, Format.PNG})


def shared_library() -> "Library":
    """The library of the index on the disk; loads no model."""
    from assistant.settings import Settings
    from assistant.wiring import open_library

    return open_library(Settings())


def emit(listing: "Listing", form: Format, output: "Path | None") -> None:
    """Hand the list out. Raises BadRequest where form and place do not go together."""
    if form is Format.TABLE and output is None:
        _print_table(listing.sheet())
        return
    if form is Format.TABLE:
        forms = "、".join(("json", *listing.files))
        raise BadRequest("表格形式只能显示在屏幕上。", f"写到文件请用 --format 指定格式：{forms}。")
    data = listing.file(form)
    if output is not None:
        write_file(output, data)
    elif form in _BINARY and sys.stdout.isatty():
        raise BadRequest(f"{form} 是二进制文件，不能显示在屏幕上。", "请用 -o 指定要写的文件。")
    else:
        sys.stdout.buffer.write(data)


def write_file(path: "Path", data: bytes) -> None:
    """Write a file of the user's and say so on stderr. Raises BadRequest where that is not possible."""
    try:
        path.write_bytes(data)
    except OSError as error:
        raise BadRequest(f"写不到“{path}”：{error.strerror or error}。", "请检查路径和权限。") from error
    sys.stderr.write(f"已写到 {path}（{len(data)} 字节）。\n")


def write_json(value: object) -> None:
    """One JSON value on stdout, for people and programs alike."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


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

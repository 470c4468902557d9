"""The commands about documents: the list, one of them, adding and removing."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from assistant.document_view import DocumentDetail, DocumentView
    from assistant.validity import Validity


def documents(
    document_id: Annotated[str | None, typer.Argument(metavar="编号", help="只看这一份文件。")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="列出读出了什么、哪里没读清楚。")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """Print the list of documents, or what reading one (or, with --explain, each) yielded."""
    from api.commands.output import shared_library, write_json
    from assistant.document_view import DocumentDetail, DocumentView

    library = shared_library()
    if document_id is None and not explain:
        views = DocumentView.all_of(library)
        write_json([view.model_dump(mode="json") for view in views]) if as_json else _print_list(views)
        return
    ids = [document_id] if document_id else list(library.documents)
    details = [DocumentDetail.in_library(library, one) for one in ids]
    if as_json:
        write_json([detail.model_dump(mode="json") for detail in details])
        return
    for detail in details:
        sys.stdout.write(_detail_text(detail, explain) + "\n")


def add(
    files: Annotated[list[Path], typer.Argument(metavar="文件...", help="要添加的文件：txt、html、pdf、docx、xlsx。")],
    document_id: Annotated[str | None, typer.Option("--id", help="编号；只在添加一份文件时可用。")] = None,
    replace: Annotated[str | None, typer.Option("--replace", metavar="编号", help="换下这份文件，编号不变。")] = None,
    region: Annotated[list[str] | None, typer.Option("--region", help="人们怎样称呼这个地方；可以重复。")] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="换下之前不再询问。")] = False,
) -> None:
    """Add files, all of them or none, or put one in the place of another; print what reading yielded to stderr.

    Before a replacement the changes are shown, and where somebody sits at the terminal it is asked for.
    """
    from api.commands.screen import notices, progress_bar
    from assistant.document_view import DocumentDetail
    from assistant.incoming import Incoming
    from assistant.settings import Settings
    from assistant.updating import add_documents, replace_document
    from corpus.errors import BadRequest

    if (document_id or replace) and len(files) > 1:
        raise BadRequest("--id 和 --replace 只能用于一份文件。", "请一份一份添加。")
    if document_id and replace:
        raise BadRequest("--id 和 --replace 不能同时使用。", "换下的文件编号不变，请去掉 --id。")
    regions = tuple(region or ())
    if replace and not _confirmed(replace, files[0], regions, yes=yes):
        return
    incoming = [Incoming(path=file, name=file.name, id=document_id, regions=regions) for file in files]
    with progress_bar() as progress:
        if replace:
            built, ids = replace_document(Settings(), replace, incoming[0], progress=progress), [replace]
        else:
            built, ids = add_documents(Settings(), incoming, progress=progress)
    for one in ids:
        detail = DocumentDetail.in_library(built.library, one)
        notices().print(_detail_text(detail, explain=True), markup=False)


def remove(
    document_id: Annotated[str, typer.Argument(metavar="编号", help="要移除的文件。")],
    forget: Annotated[
        bool, typer.Option("--forget", help="连同为旧出处保留的各版本原文一起删除；旧出处从此打不开。")
    ] = False,
) -> None:
    """Remove a document; its text stays readable for citations unless it is to be forgotten."""
    from api.commands.screen import notices, progress_bar
    from assistant.settings import Settings
    from assistant.updating import forget_revisions, remove_document

    with progress_bar() as progress:
        built = remove_document(Settings(), document_id, progress=progress)
    if forget:
        forget_revisions(Settings(), document_id)
    notices().print(f"已移除“{document_id}”，还有{len(built.library.documents)}份文件。", markup=False)


def _confirmed(document_id: str, file: Path, regions: tuple[str, ...], *, yes: bool) -> bool:
    """Whether a replacement is to be made, once what it changes was shown."""
    from api.commands.output import shared_library
    from api.commands.screen import notices
    from assistant.incoming import Incoming
    from assistant.updating import replacement_difference

    incoming = Incoming(path=file, name=file.name, id=document_id, regions=regions)
    found = replacement_difference(shared_library(), document_id, incoming)
    for change in found.changes:
        notices().print(f"  {change.title}：{change.note}", markup=False)
    notices().print(found.summary, markup=False)
    return yes or not sys.stdin.isatty() or typer.confirm("换成这一版？")


def _print_list(views: "list[DocumentView]") -> None:
    from rich.table import Table

    from api.commands.screen import results

    table = Table("编号", "文件", "发文机关", "成文日期", "任务", "指标值")
    for view in views:
        written = str(view.written_on or "")
        name = f"{view.name}（{view.standing}）" if view.standing else view.name
        table.add_row(view.id, name, view.issuer or "", written, str(view.tasks), str(view.targets))
    results().print(table)


def _detail_text(detail: "DocumentDetail", explain: bool) -> str:
    lines = [
        f"{detail.id}  {detail.name}",
        f"  发文机关：{detail.issuer or '未写明'}",
        f"  成文日期：{detail.written_on or '未写明'}；印发日期：{detail.printed_on or '未写明'}",
        *(_standing(detail.validity) if detail.validity else ()),
        f"  任务{detail.tasks}项，指标值{detail.targets}个",
        *(f"  表：{table.caption or '无题'}，{table.rows}行，{len(table.columns)}列" for table in detail.tables_read),
    ]
    return "\n".join([*lines, *(_explanation(detail) if explain else ())])


def _standing(validity: "Validity") -> list[str]:
    from assistant.validity import RELATION_NAMES

    return [f"  效力：{validity.reason}", *(f"  {RELATION_NAMES[one.kind]}：{one.name}" for one in validity.relations)]


def _explanation(detail: "DocumentDetail") -> list[str]:
    coverage = detail.coverage
    return [
        *(f"  注意：{warning}" for warning in coverage.warnings),
        f"  读出{coverage.characters}字，页数：{coverage.pages or '未知'}",
        f"  合并单元格{coverage.carried_cells}个，空单元格{coverage.empty_cells}个",
        *(
            f"  第{page}页有{count}个可疑字符" if page else f"  有{count}个可疑字符"
            for page, count in coverage.suspicious_characters.items()
        ),
        *(f"  发现：{finding.message}" for finding in detail.findings),
        *(f"  {'  ' * item.level}{item.text}" for item in detail.outline),
    ]

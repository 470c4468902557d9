"""The commands about what is kept: API keys, the audit trail, backups."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from corpus.errors import BadRequest

if TYPE_CHECKING:
    from assistant.keeping.keeping import Keeping

keys = typer.Typer(name="keys", help="接口和网页登录用的密钥：建立、列出、撤销。", no_args_is_help=True)
audit = typer.Typer(name="audit", help="审计记录：核对、导出。", no_args_is_help=True)

_HEAD = "事先记下的摘要；记录里必须有它，否则就是被截断或重写过。"


@keys.command("create", help="建立密钥；只显示这一次，请立即保存。")
def create_key(
    label: Annotated[str, typer.Argument(metavar="标签", help="这个密钥用在哪里，如“办公室电脑”。")],
    user: Annotated[str, typer.Option("--user", metavar="用户", help="谁的密钥；会话和反馈归这个用户。")],
    scope: Annotated[
        Literal["read", "write", "admin"],
        typer.Option("--scope", help="read 提问和查看；write 还可以增删文件；admin 还可以看全部反馈。"),
    ] = "read",
) -> None:
    """Make a key: the secret to stdout, what it is to stderr."""
    from api.commands.screen import notices
    from assistant.keeping.identity import KeyScope

    keeping = _keeping()
    made = keeping.keys.create(user, label, KeyScope(scope))
    keeping.audit.note("cli", "create_key", {"key": made.view.id, "user": user, "scopes": made.view.scopes})
    keeping.close()
    notices().print(
        f"密钥 {made.view.id}，用户 {user}，权限 {'、'.join(made.view.scopes)}。只显示这一次：", markup=False
    )
    sys.stdout.write(made.secret + "\n")


@keys.command("list", help="列出密钥，不含密钥本身。")
def list_keys(as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False) -> None:
    """Print every key, revoked ones too."""
    keeping = _keeping()
    views = keeping.keys.all()
    keeping.close()
    if as_json:
        from api.commands.output import write_json

        write_json([view.model_dump(mode="json") for view in views])
        return
    from rich.table import Table

    from api.commands.screen import results

    table = Table("编号", "用户", "标签", "权限", "建立", "撤销")
    for view in views:
        table.add_row(view.id, view.user, view.label, "、".join(view.scopes), view.created_at, view.revoked_at or "")
    results().print(table)


@keys.command("revoke", help="撤销密钥，立即生效；用它登录的网页也随之退出。")
def revoke_key(key_id: Annotated[str, typer.Argument(metavar="编号", help="keys list 列出的编号。")]) -> None:
    """End a key."""
    from api.commands.screen import notices

    keeping = _keeping()
    keeping.keys.revoke(key_id)
    keeping.audit.note("cli", "revoke_key", {"key": key_id})
    keeping.close()
    notices().print(f"已撤销密钥 {key_id}。", markup=False)


@audit.command("verify", help="核对审计记录有没有被改动；请另行记下显示的摘要。")
def verify_audit(head: Annotated[str | None, typer.Option("--head", metavar="摘要", help=_HEAD)] = None) -> None:
    """Check the chain. Raises BadRequest where it is broken."""
    keeping = _keeping()
    found = keeping.audit.verify(head)
    keeping.close()
    if found.broken is not None:
        raise BadRequest(f"审计记录从第{found.broken}条起不可信：{found.reason}", "请保留现场，与备份比对。")
    note = f"；有{found.backwards}处时间早于上一条（系统时钟被调回过）" if found.backwards else ""
    sys.stdout.write(f"审计记录完整：{found.entries}条{note}。\n摘要 {found.head}\n")


@audit.command("export", help="导出审计记录，每行一个 JSON，含摘要，可以在别处核对。")
def export_audit(
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="文件", help="写到文件，而不是屏幕。")
    ] = None,
) -> None:
    """Write every line of the trail."""
    from api.commands.output import write_file

    keeping = _keeping()
    lines = [entry.model_dump_json() + "\n" for entry in keeping.audit.entries()]
    keeping.close()
    if output is None:
        sys.stdout.writelines(lines)
    else:
        write_file(output, "".join(lines).encode())


def backup(
    file: Annotated[Path, typer.Argument(metavar="文件", help="写到这里（zip）；不覆盖已有文件。")],
) -> None:
    """Write a backup; the server may go on running."""
    from api.commands.screen import notices
    from assistant.keeping.backup import back_up
    from assistant.settings import Settings

    count = back_up(Settings(), file)
    notices().print(f"已备份到 {file}：会话、反馈、密钥、审计记录，和{count}个文件。", markup=False)


def restore(file: Annotated[Path, typer.Argument(metavar="文件", help="backup 写成的文件。")]) -> None:
    """Put a backup into an empty data directory."""
    from api.commands.screen import notices
    from assistant.keeping.backup import restore as put_back
    from assistant.settings import Settings

    put_back(Settings(), file)
    notices().print("已恢复。请运行 policy-assistant index 建立索引。")


def _keeping() -> "Keeping":
    from assistant.keeping.keeping import open_keeping
    from assistant.settings import Settings

    return open_keeping(Settings())

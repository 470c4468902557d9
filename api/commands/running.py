"""The commands that build the index, serve the page and the API, and look whether everything is in place."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import IndexDamaged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.doctor import Check

_MARKS = {"ok": "✓", "warning": "!", "broken": "✗"}


def index(
    rebuild: Annotated[bool, typer.Option("--rebuild", help="即使没有变化也重新建立。")] = False,
    corpus: Annotated[
        Path | None, typer.Option("--corpus", metavar="目录", help="改用这个目录里的文件；以后也一直用它。")
    ] = None,
) -> None:
    """Build the index where something has changed, showing progress."""
    from api.commands.screen import notices, progress_bar
    from assistant.settings import Settings
    from assistant.updating import build
    from assistant.wiring import current_generation

    settings, before = Settings(), None
    with suppress(IndexDamaged):  # this command is what mends it
        before = current_generation(settings)
    with progress_bar() as progress:
        built = build(settings, corpus=corpus, rebuild=rebuild, progress=progress)
    state = "没有变化" if built.generation == before else "已建立"
    library = built.library
    notices().print(
        f"索引{state}（{built.generation}）：{len(library.documents)}份文件，"
        f"{len(library.once(library.tasks()))}项任务，{len(library.once(library.targets()))}个指标值。"
    )


def serve(
    host: Annotated[str | None, typer.Option("--host", help="监听的地址。")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="监听的端口；0 为任选。")] = None,
) -> None:
    """Serve until interrupted."""
    from api.logs import configure_logs
    from api.server import serve_on
    from assistant.settings import Settings

    settings = Settings()
    chosen = {"host": host or settings.host, "port": settings.port if port is None else port}
    settings = settings.model_copy(update=chosen)
    configure_logs(settings.log_level, settings.log_format)
    serve_on(settings)


def doctor(as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False) -> None:
    """Print what was looked at; exit status 2 where something keeps the server from running."""
    from api.doctor import examine

    checks = []
    for check in examine():
        checks.append(check)
        if not as_json:
            sys.stdout.write(f"{_MARKS[check.state]} {check.name}：{check.message}{check.hint}\n")
            sys.stdout.flush()
    if as_json:
        sys.stdout.write(json.dumps([check.model_dump() for check in checks], ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(f"\n下一步：{_next_step(checks)}\n")
    if any(check.state == "broken" for check in checks):
        raise typer.Exit(2)


def _next_step(checks: "Sequence[Check]") -> str:
    """What to do first: about what is broken, else about what is not as it should be, else use it."""
    wanting = [check for state in ("broken", "warning") for check in checks if check.state == state]
    hints = (check.hint or f"看“{check.name}”一项。" for check in wanting)
    return next(hints, "运行 policy-assistant serve，然后在浏览器打开它给出的地址。")

"""The command that builds the index."""

from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import IndexDamaged

__all__ = ["index"]


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

"""Progress on a terminal: a bar a stage. Apart from `indexing.progress`, so that only who shows bars loads rich."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from indexing.progress import Progress


@contextmanager
def progress_bars(console: Console) -> Iterator[Progress]:
    """A listener that draws on the console, from the first word of each stage on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=console) as bars:
        stages: dict[str, TaskID] = {}

        def listen(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)

        yield listen

"""What commands show a person on stderr: progress, notices, tables for the terminal. Results go to stdout elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from indexing.progress import Progress as Listener

__all__ = ["notices", "progress_bar", "results"]

_WIDE = 200


def notices() -> Console:
    """The console for people."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def results() -> Console:
    """The console for results meant for the eye; wide where nobody says how wide."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDE)


@contextmanager
def progress_bar() -> Iterator[Listener]:
    """A bar a stage, from the first word of the stage on."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=notices()) as bars:
        stages: dict[str, TaskID] = {}

        def listen(stage: str, done: int, total: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total)
            bars.update(stages[stage], completed=done, total=total)

        yield listen

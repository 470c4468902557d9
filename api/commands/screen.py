"""What commands show a person on stderr: progress, notices, tables for the terminal. Results go to stdout elsewhere."""

from contextlib import AbstractContextManager

from rich.console import Console

from indexing.progress import Progress
from indexing.progress_bars import progress_bars

_WIDE = 200


def notices() -> Console:
    """The console for people."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def results() -> Console:
    """The console for results meant for the eye; wide where nobody says how wide."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDE)


def progress_bar() -> AbstractContextManager[Progress]:
    """A bar a stage, on the console for people."""
    return progress_bars(notices())

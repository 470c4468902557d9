"""How `python -m eval…` runs a command: what its user can mend is told in a line, not in a traceback."""

import sys
from collections.abc import Callable

import typer
from rich.console import Console

from corpus.errors import UserError


def run_command(command: Callable[..., None]) -> None:
    """Run it on the process's arguments; exits with 2 where the user has to mend something."""
    try:
        typer.run(command)
    except UserError as error:
        Console(stderr=True, highlight=False, soft_wrap=True).print(str(error), style="red", markup=False)
        sys.exit(2)

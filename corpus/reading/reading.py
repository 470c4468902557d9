"""What a reader makes of a file, whatever its kind: text, lines, grids, pages, warnings."""

from collections.abc import Callable
from dataclasses import dataclass

from corpus.grid import Grid
from corpus.line import Line


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a file and the tables found in them. Offsets of lines and grids refer to `text`."""

    text: str
    lines: tuple[Line, ...]
    grids: tuple[Grid, ...] = ()
    """Tables, in any order; their `first` and `last` are indexes into `lines`."""
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    """Sentences for a person, in Chinese."""
    title: str | None = None
    """What the file itself calls its title (HTML); the text's own title goes before it."""


Reader = Callable[[bytes, str], Reading]
"""Takes the bytes of a file and its name (for messages only); raises UnreadableDocument."""

"""A character as a printed page shows it. Knows single characters, nothing of lines or documents."""

from dataclasses import dataclass

__all__ = ["Glyph"]


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character. Points from the upper left corner of the page as it is seen; `y` is the baseline.

    `spaced` says that the file has white space before it.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    spaced: bool = False

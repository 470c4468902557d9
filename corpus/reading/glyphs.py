"""A printed page and its characters, and the way from the coordinates of a PDF page to those of the page as it is read.

Knows what a page shows and where, nothing of words or documents. A page may be turned by the file (/Rotate) or by
whoever set a wide table on its side: both are undone.
"""

from collections.abc import Iterable
from dataclasses import dataclass

_STRAIGHT = 0.99


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character. Points from the upper left corner of the page as it is read; `y` is the baseline.

    `spaced` says that the file has white space before it; `shade` how light it is, from 0 (black) to 255 (white).
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    spaced: bool = False
    shade: int = 0


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What is on a page, turned so that most of its words run from left to right (by `turned` degrees).

    `slanted` counts characters that run askew (watermarks), `sideways` those that run another straight way; they are
    left out. `cut` holds the baselines of words that run over the right edge of what is printed, `strokes` the thin
    lines across (left, top, right, bottom). `boxless` says that single characters may have been lost.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    slanted: int
    ruled: bool
    pictured: bool
    cut: frozenset[int]
    sideways: int = 0
    turned: int = 0
    strokes: tuple[tuple[float, float, float, float], ...] = ()
    boxless: bool = False


def baselines(glyphs: Iterable[Glyph], apart: float) -> list[list[Glyph]]:
    """The characters by line from top to bottom, each line from left to right: a character further than `apart` of its
    size below the first of a line begins the next.
    """
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: each.y):
        if not lines or glyph.y - lines[-1][0].y > apart * glyph.size:
            lines.append([])
        lines[-1].append(glyph)
    return [sorted(line, key=lambda each: each.x) for line in lines]


@dataclass(frozen=True, slots=True)
class Turn:
    """`rotation` is by how many degrees, clockwise, the page must be turned to be read."""

    x0: float
    y0: float
    x1: float
    y1: float
    rotation: int

    @property
    def width(self) -> float:
        """The width of the page as it is read."""
        return self.y1 - self.y0 if self.rotation in {90, 270} else self.x1 - self.x0

    @property
    def height(self) -> float:
        """The height of the page as it is read."""
        return self.x1 - self.x0 if self.rotation in {90, 270} else self.y1 - self.y0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point from the upper left corner."""
        match self.rotation:
            case 90:
                return y - self.y0, x - self.x0
            case 180:
                return self.x1 - x, y - self.y0
            case 270:
                return self.y1 - y, self.x1 - x
            case _:
                return x - self.x0, self.y1 - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)

    def turned(self, rotation: int) -> "Turn":
        """The same page turned further."""
        return Turn(self.x0, self.y0, self.x1, self.y1, (self.rotation + rotation) % 360)

    def direction(self, a: float, b: float) -> int | None:
        """By how much text whose matrix begins with a, b must still be turned to run from left to right; None where
        it runs askew.
        """
        length = (a * a + b * b) ** 0.5 * _STRAIGHT
        runs = {0: a, 90: b, 180: -a, 270: -b}
        return next(((way - self.rotation) % 360 for way, along in runs.items() if along > 0 and along >= length), None)

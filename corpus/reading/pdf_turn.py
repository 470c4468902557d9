"""From the coordinates of a PDF page to those of the page as it is read. Knows no library.

A page may be turned by the file (/Rotate) or by whoever set a wide table on its side: both are undone.
"""

from dataclasses import dataclass

__all__ = ["Turn"]

_STRAIGHT = 0.99


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

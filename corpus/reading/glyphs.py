"""A printed page and its characters. Knows what a page shows and where, nothing of words or documents."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Glyph", "PrintedPage", "baselines"]


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

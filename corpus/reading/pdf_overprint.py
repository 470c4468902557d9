"""What is printed over the words of a page and is none of them: watermarks, and the lines that strike words out.

A watermark is light or large, lies over other words and stands at one place of most pages.
Knows characters with places, no lines and no tables.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.reading.glyphs import Glyph

_LIGHT = 0x70
_WHITE = 0xF8
_LARGE = 1.6
_ASCENT = 0.8
_TOUCHING = 0.25
_SHARE = 0.6
_MOST = 0.5
_ROW = 12
_STEP = 3
_HIGHEST, _LOWEST = 0.55, 0.15
_INSIDE = 0.6

Stroke = tuple[float, float, float, float]
Place = tuple[str, int, int]


def find_watermarks(pages: Sequence[Sequence[Glyph]]) -> frozenset[Place]:
    """The characters of watermarks, by what they are and where they stand."""
    odd = [_odd(page) for page in pages if page]
    over = {look for found, page in zip(odd, filter(None, pages), strict=True) for look in _looks_over(found, page)}
    counts = Counter(place for found in odd for place in {_place(glyph) for glyph in found if _look(glyph) in over})
    often = max(2, len(odd) * _SHARE) if len(odd) > 1 else 1
    return frozenset(place for place, count in counts.items() if count >= often)


def is_watermark(glyph: Glyph, marks: frozenset[Place]) -> bool:
    """Whether a character belongs to a watermark; it may be shifted a little from page to page."""
    text, x, y = _place(glyph)
    return bool(marks) and any((text, x + dx, y + dy) in marks for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def split_struck(glyphs: Iterable[Glyph], strokes: Sequence[Stroke]) -> tuple[list[Glyph], str]:
    """The characters that no line strikes out, and those that one does as words."""
    kept: list[Glyph] = []
    struck: list[str] = []
    for glyph in glyphs:
        if any(_strikes(stroke, glyph) for stroke in strokes):
            struck.append(glyph.text)
        else:
            kept.append(glyph)
    return kept, "".join(struck)


def _odd(page: Sequence[Glyph]) -> list[Glyph]:
    """The characters that do not look like the text of the page: the light ones, and the very large ones."""
    sizes = Counter(round(glyph.size, 1) for glyph in page)
    large = sizes.most_common(1)[0][0] * _LARGE
    odd = [glyph for glyph in page if _LIGHT <= glyph.shade < _WHITE or glyph.size > large]
    return odd if len(odd) < len(page) * _MOST else []


def _looks_over(odd: Sequence[Glyph], page: Sequence[Glyph]) -> set[tuple[int, int]]:
    """The looks of those that lie over characters of another look: all that look so are taken for a watermark, which
    also runs through white space.
    """
    rows: dict[int, list[Glyph]] = {}
    for glyph in page if odd else ():
        rows.setdefault(round(glyph.y / _ROW), []).append(glyph)
    looks: set[tuple[int, int]] = set()
    for glyph in odd:
        if _look(glyph) not in looks:
            near = range(round((glyph.y - glyph.size) / _ROW) - 1, round((glyph.y + glyph.size) / _ROW) + 2)
            others = (other for row in near for other in rows.get(row, ()) if _look(other) != _look(glyph))
            looks |= {_look(glyph)} if any(_overlap(glyph, other) for other in others) else set()
    return looks


def _look(glyph: Glyph) -> tuple[int, int]:
    return round(glyph.size), glyph.shade


def _overlap(one: Glyph, other: Glyph) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.y, other.y) - max(one.y - _ASCENT * one.size, other.y - _ASCENT * other.size)
    return across > _TOUCHING * min(one.size, other.size) and down > _TOUCHING * min(one.size, other.size)


def _place(glyph: Glyph) -> Place:
    return glyph.text, round(glyph.x / _STEP), round(glyph.y / _STEP)


def _strikes(stroke: Stroke, glyph: Glyph) -> bool:
    """Whether a line runs through the middle of a character, over most of its width."""
    left, top, right, bottom = stroke
    height = glyph.y - (top + bottom) / 2
    covered = min(right, glyph.right) - max(left, glyph.x)
    across = covered >= _INSIDE * max(glyph.right - glyph.x, 1.0)
    return across and _LOWEST * glyph.size < height < _HIGHEST * glyph.size

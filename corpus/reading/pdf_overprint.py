"""What is printed over the words of a page and is none of them: watermarks, and the lines that strike words out.

A watermark is light or large and stands at one place of most pages; on a single page it must lie over other words.
Knows characters with places, no lines and no tables.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from corpus.reading.glyphs import Glyph

__all__ = ["find_watermarks", "is_watermark", "split_struck"]

_LIGHT = 0x70
_WHITE = 0xF8
_LARGE = 1.6
_LARGER = 1.25
_SHARE = 0.6
_STEP = 3
_HIGHEST, _LOWEST = 0.55, 0.15
_INSIDE = 0.6

Stroke = tuple[float, float, float, float]
Place = tuple[str, int, int]


def find_watermarks(pages: Sequence[Sequence[Glyph]]) -> frozenset[Place]:
    """The characters of watermarks, by what they are and where they stand."""
    pages = [page for page in pages if page]
    counts = Counter(place for page in pages for place in {_place(glyph) for glyph in _odd(page)})
    often = max(2, len(pages) * _SHARE)
    if len(pages) > 1:
        return frozenset(place for place, count in counts.items() if count >= often)
    return frozenset(_place(glyph) for page in pages for glyph in _odd(page) if _is_over_others(glyph, page))


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
    """The characters that do not look like the text of the page: light ones larger than it, and very large ones."""
    sizes = Counter(round(glyph.size, 1) for glyph in page)
    body = sizes.most_common(1)[0][0]
    return [
        glyph
        for glyph in page
        if (_LIGHT <= glyph.shade < _WHITE and glyph.size > body * _LARGER)
        or (glyph.size > body * _LARGE and _is_over_others(glyph, page))
    ]


def _is_over_others(glyph: Glyph, page: Sequence[Glyph]) -> bool:
    """Whether a character lies over smaller ones."""
    top, bottom = glyph.y - 0.8 * glyph.size, glyph.y
    return any(
        other.size < glyph.size / _LARGER
        and top < other.y - other.size / 3 < bottom
        and glyph.x < other.x < glyph.right
        for other in page
    )


def _place(glyph: Glyph) -> Place:
    return glyph.text, round(glyph.x / _STEP), round(glyph.y / _STEP)


def _strikes(stroke: Stroke, glyph: Glyph) -> bool:
    """Whether a line runs through the middle of a character, over most of its width."""
    left, top, right, bottom = stroke
    height = glyph.y - (top + bottom) / 2
    covered = min(right, glyph.right) - max(left, glyph.x)
    across = covered >= _INSIDE * max(glyph.right - glyph.x, 1.0)
    return across and _LOWEST * glyph.size < height < _HIGHEST * glyph.size

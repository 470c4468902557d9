"""Characters with places to printed lines. Knows points and gaps, nothing of tables or of what lines say."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median

from corpus.reading.characters import mend, raised
from corpus.reading.glyphs import Glyph

_SAME_LINE = 0.45
_TWICE = 0.25
_SMALL = 0.75
_RISE = 0.2
_LATIN_GAP = 0.18
_GAP = 0.5
_DEEPEST_INDENT = 20
_FULL = 0.6
_NEARLY_ALL = 0.9
_WIDE_GAP = 1.7
_LARGE = 1.15
_SAME_SIZE = 0.12
_TITLE_PITCH = 2.0
_LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line as printed; `y` is its baseline, `size` that of its largest character, all in points."""

    text: str
    x: float
    right: float
    y: float
    size: float


def glyphs_to_lines(glyphs: Sequence[Glyph]) -> list[PrintedLine]:
    """The lines from top to bottom; gaps within them become one space."""
    return [_to_line(row) for row in _rows(glyphs)]


def joined_title(above: PrintedLine, line: PrintedLine, body: float) -> PrintedLine | None:
    """Both lines as one, where they are a title set in one size larger than that of the `body`; else None."""
    large = line.size > body * _LARGE and abs(above.size - line.size) < line.size * _SAME_SIZE
    near = 0 < line.y - above.y < line.size * _TITLE_PITCH and len(above.text) + len(line.text) <= _LONGEST_TITLE
    if not large or not near or above.text.startswith("附件") or above.text.endswith(("。", "：", "；")):
        return None
    return replace(line, text=above.text + line.text, x=min(above.x, line.x), right=max(above.right, line.right))


def body_size(lines: Sequence[PrintedLine]) -> float:
    """The size that most characters are set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def left_margin(lines: Sequence[PrintedLine]) -> float:
    """Where most of the long lines begin; 0 where there are no lines."""
    widths = sorted(line.right - line.x for line in lines)
    wide = widths[int(len(widths) * _NEARLY_ALL)] if widths else 0.0
    long = [round(line.x) for line in lines if line.right - line.x >= wide * _FULL]
    common = Counter(long).most_common()
    return float(min((x for x, count in common if count * 2 >= common[0][1]), default=0))


def indents(line: PrintedLine, margin: float) -> int:
    """By how many characters a line begins right of the margin."""
    return max(0, min(_DEEPEST_INDENT, round((line.x - margin) / line.size))) if line.size else 0


def line_gap(lines: Sequence[PrintedLine]) -> float:
    """The distance of baselines from which on lines are set apart."""
    steps = [below.y - above.y for above, below in pairwise(lines)]
    return median(steps) * _WIDE_GAP if steps else 0.0


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda each: each.y):
        if row and glyph.y - row[0].y > _SAME_LINE * max(row[0].size, glyph.size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _to_line(row: Sequence[Glyph]) -> PrintedLine:
    glyphs = _lowered(_once(sorted(row, key=lambda each: each.x)))
    text = glyphs[0].text + "".join(_space(*pair) + pair[1].text for pair in pairwise(glyphs))
    y = Counter(round(glyph.y, 1) for glyph in glyphs).most_common(1)[0][0]
    size = max(glyph.size for glyph in glyphs)
    return PrintedLine(mend(text), glyphs[0].x, max(glyph.right for glyph in glyphs), y, size)


def _lowered(row: Sequence[Glyph]) -> list[Glyph]:
    """Small raised figures and marks as what they are in plain text, which may be nothing."""
    size = max(glyph.size for glyph in row)
    base = max(glyph.y for glyph in row if glyph.size == size)
    lowered: list[Glyph] = []
    for up, group in groupby(row, key=lambda one: one.size < _SMALL * size and one.y < base - _RISE * size):
        run = list(group)
        words = raised("".join(glyph.text for glyph in run)) if up and lowered else ""
        plain = [replace(run[0], text=words, right=run[-1].right)] if words else []
        lowered += plain if up and lowered else run
    return lowered


def _once(row: Sequence[Glyph]) -> list[Glyph]:
    """Characters printed twice, a little apart, to look bold, count once."""
    kept: list[Glyph] = []
    for glyph in row:
        if not any(seen.text == glyph.text and glyph.x - seen.x < _TWICE * glyph.size for seen in kept[-2:]):
            kept.append(glyph)
    return kept


def _space(left: Glyph, right: Glyph) -> str:
    """A space where two neighbours stand apart; the narrow ink of Chinese punctuation leaves no gap by itself."""
    latin = left.text.isascii() and right.text.isascii()
    advance = left.size if _is_wide(left.text) else left.right - left.x
    gap = right.x - left.x - advance
    wide = gap > (_LATIN_GAP if latin else _GAP) * max(left.size, right.size)
    beside_latin = left.text.isascii() or right.text.isascii()
    return " " if wide or (right.spaced and beside_latin) else ""


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character[0]) in "WFA"

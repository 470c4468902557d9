"""How a document is set: are lines wrapped at a margin, paragraphs indented, lines set apart by empty ones.

Measured from the document's own lines. Knows widths, nothing of what the lines say.
"""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.line import Line

_PROSE = 24
_NARROW = 0.6
_NARROWEST = 14
_LONG = 20
_BASE_SHARE = 3
_WIDEST_MARGIN = 160
_MARGIN_QUANTILE = 0.9
_SLACK = 7
_FULL_SHARE = 0.45
_FEWEST = 3
_INDENT = 4
_INDENT_SHARE = 0.1
_SPACED_SHARE = 0.5
_EM = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """Widths are in half-width columns. `margin` is the width of a full line; None where lines are not wrapped. `base`
    is how far even lines that go on are set in, as beside a menu.
    """

    margin: int | None
    indented: bool
    spaced: bool
    base: int = 0

    def is_full(self, line: Line) -> bool:
        """Whether the line runs to the margin, so that its paragraph may go on."""
        return self.margin is not None and text_to_width(line.lead + line.text) >= self.margin - _SLACK

    def is_indented(self, line: Line) -> bool:
        """Whether the line begins behind an indent."""
        return text_to_width(line.lead) - self.base >= _INDENT - (_EM if self.base else 0)

    def is_first(self, line: Line) -> bool:
        """Whether a full line is short by an indent of two characters that extraction dropped."""
        missing = 0 if self.margin is None else self.margin - self.base - text_to_width(line.text)
        return 2 * _EM <= missing <= _SLACK


def text_to_width(text: str) -> int:
    """The width of `text` in half-width columns, Chinese punctuation (“—”…) counted wide."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def lines_to_layout(lines: Sequence[Line]) -> Layout:
    """The layout of the running text in `lines` (pass lines outside tables only)."""
    written = [line for line in lines if line.text]
    widths = sorted(text_to_width(line.lead + line.text) for line in written)
    margin = _margin([width for width in widths if width >= _least(widths)])
    base = _base(written, margin)
    indents = sum(text_to_width(line.lead) - base >= _INDENT - (_EM if base else 0) for line in written)
    gaps = sum(not line.text for line in lines)
    return Layout(
        margin=margin,
        indented=bool(written) and indents >= len(written) * _INDENT_SHARE and indents < len(written),
        spaced=gaps >= len(written) * _SPACED_SHARE,
        base=base,
    )


def _base(written: Sequence[Line], margin: int | None) -> int:
    """How far most of the full lines are set in."""
    full = [line for line in written if margin and text_to_width(line.lead + line.text) >= margin - _SLACK]
    leads = Counter(text_to_width(line.lead) for line in full)
    most = max(leads.values(), default=0)
    return min((lead for lead, count in leads.items() if count * _BASE_SHARE >= most), default=0)


def _least(widths: Sequence[int]) -> float:
    """The width from which on a line is prose; less in a long text set in narrow columns."""
    return max(_NARROWEST, min(_PROSE, _NARROW * _widest(widths))) if len(widths) >= _LONG else _PROSE


def _widest(widths: Sequence[int]) -> int:
    """The width that nine of ten lines do not exceed."""
    return widths[min(len(widths) - 1, int(len(widths) * _MARGIN_QUANTILE))] if widths else 0


def _margin(prose: Sequence[int]) -> int | None:
    """Lines are wrapped where many are nearly as wide as the widest, and none is very wide."""
    if not prose:
        return None
    wide = _widest(prose)
    full = [width for width in prose if abs(width - wide) <= _SLACK]
    wrapped = wide <= _WIDEST_MARGIN and len(full) >= len(prose) * _FULL_SHARE and len(prose) > _FEWEST
    return Counter(full).most_common(1)[0][0] if wrapped else None

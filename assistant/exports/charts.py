"""A comparison as an SVG chart with its table; bars that a grey printer keeps apart. Knows no page."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from assistant.comparing.groups import short_name
from assistant.exports.target_sheets import STATE_NAMES, own_words, part_of
from assistant.views import CellState, CellView, IndicatorView
from corpus.facts import Library

__all__ = ["Bar", "comparison_to_bars", "comparison_to_svg"]

_WIDTH, _LABEL, _PLOT = 960, 190, 480
_BAR, _HEAD, _LINE, _LETTERS = 28, 64, 22, 46
_FONT = "font-family='Songti SC, SimSun, Noto Serif CJK SC, serif'"
_FILLS = {
    CellState.STATED: "fill='#4d4d4d'",
    CellState.NEEDS_REVIEW: "fill='url(#hatch)' stroke='#000'",
    CellState.NOT_COMPARABLE: "fill='#fff' stroke='#000' stroke-dasharray='4 3'",
}
_HATCH = (
    "<defs><pattern id='hatch' width='6' height='6' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'>"
    "<rect width='6' height='6' fill='#fff'/><line x1='0' y1='0' x2='0' y2='6' stroke='#000' stroke-width='2'/>"
    "</pattern></defs>"
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose it is, how long (None: no number, or one in another unit), and what is written beside it."""

    label: str
    value: Decimal | None
    text: str
    state: CellState
    reason: str


def comparison_to_bars(indicator: IndicatorView, library: Library) -> list[Bar]:
    """One bar per cell, documents in their order: numbers that cannot be compared must not look like a ranking."""
    return [
        _bar(cell, short_name(library.document(document_id)), indicator)
        for document_id, cells in indicator.cells.items()
        for cell in sorted(cells, key=lambda cell: (cell.year or 0, cell.period is not None))
    ]


def comparison_to_svg(indicator: IndicatorView, library: Library) -> str:
    """The chart as a standalone SVG file: full bars can be compared, hatched ones need a look, dashed ones cannot."""
    bars = comparison_to_bars(indicator, library)
    table_top = _HEAD + len(bars) * (_BAR + 8) + 46
    height = table_top + (len(bars) + 1) * _LINE + 24
    title = f"{indicator.indicator}（{indicator.unit}）" if indicator.unit else indicator.indicator
    summary = "；".join(f"{bar.label} {bar.text}" for bar in bars)
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-labelledby='title desc' lang='zh-CN' "
        f"viewBox='0 0 {_WIDTH} {height}' width='{_WIDTH}' height='{height}' {_FONT} font-size='14'>"
        f"<title id='title'>{escape(title)}</title><desc id='desc'>{escape(summary)}</desc>{_HATCH}"
        f"<rect width='{_WIDTH}' height='{height}' fill='#fff'/>"
        f"{_words(20, 34, title, size=20, bold=True)}{_bars(bars)}{_legend(table_top - 24)}{_table(bars, table_top)}"
        "</svg>"
    )


def _bar(cell: CellView, name: str, indicator: IndicatorView) -> Bar:
    if cell.state is CellState.NOT_STATED:
        return Bar(name, None, STATE_NAMES[cell.state], cell.state, cell.reason or "")
    label = (
        f"{name} {cell.period[0]}—{cell.period[1]}年" if cell.period else f"{name} {cell.year}年" if cell.year else name
    )
    value = Decimal(cell.value) if cell.value is not None and cell.unit == indicator.unit else None
    text = f"{own_words(cell, indicator)}{cell.original}{part_of(cell, '（{}）')}"
    return Bar(label, value, text, cell.state, cell.reason or "")


def _bars(bars: Sequence[Bar]) -> str:
    longest = max((bar.value for bar in bars if bar.value is not None), default=Decimal(0)) or Decimal(1)
    drawn = []
    for at, bar in enumerate(bars):
        top = _HEAD + at * (_BAR + 8)
        length = int(bar.value / longest * _PLOT) if bar.value is not None else 0
        drawn.append(_words(_LABEL - 8, top + 19, bar.label, anchor="end"))
        if bar.value is not None:
            drawn.append(f"<rect x='{_LABEL}' y='{top}' width='{max(length, 1)}' height='{_BAR}' {_FILLS[bar.state]}/>")
        drawn.append(_words(_LABEL + length + 8, top + 19, bar.text))
    end = _HEAD + len(bars) * (_BAR + 8)
    axis = f"<line x1='{_LABEL}' y1='{_HEAD - 6}' x2='{_LABEL}' y2='{end}' stroke='#000'/>"
    return "".join(drawn) + axis


def _legend(top: int) -> str:
    entries = (CellState.STATED, CellState.NEEDS_REVIEW, CellState.NOT_COMPARABLE)
    return "".join(
        f"<rect x='{_LABEL + 110 * at}' y='{top - 12}' width='18' height='14' {_FILLS[state]}/>"
        + _words(_LABEL + 110 * at + 26, top, STATE_NAMES[state])
        for at, state in enumerate(entries)
    )


def _table(bars: Sequence[Bar], top: int) -> str:
    header = ("文件", "原文数值", "状态", "说明")
    rows = [header, *((bar.label, bar.text, STATE_NAMES[bar.state], bar.reason) for bar in bars)]
    drawn = []
    for at, row in enumerate(rows):
        y = top + (at + 1) * _LINE
        drawn += [_words(x, y - 6, _cut(text), bold=at == 0) for x, text in zip((20, 190, 370, 450), row, strict=True)]
        drawn.append(f"<line x1='20' y1='{y}' x2='{_WIDTH - 20}' y2='{y}' stroke='#999' stroke-width='.5'/>")
    return "".join(drawn)


def _cut(text: str) -> str:
    """What fits in a cell; the whole of it stands in the comparison."""
    return text if len(text) <= _LETTERS else text[: _LETTERS - 1] + "…"


def _words(x: int, y: int, text: str, *, size: int = 14, bold: bool = False, anchor: str = "start") -> str:
    weight = " font-weight='bold'" if bold else ""
    return f"<text x='{x}' y='{y}' font-size='{size}' text-anchor='{anchor}'{weight}>{escape(text)}</text>"

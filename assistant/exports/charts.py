"""Comparisons as an SVG file: bars of one colour, each chart with its table. Knows no page."""

import html
import importlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.exports.sheet import display_width
from assistant.exports.target_sheets import own_words, part_of, state_name
from assistant.labels import document_label
from assistant.views import BaselineView, CellState, CellView, IndicatorView
from corpus.errors import BadRequest
from corpus.facts import Library
from corpus.folding.characters import without_controls

_WIDTH, _LABEL, _PLOT = 960, 190, 460
_BAR, _STEP, _HEAD, _LINE = 24, 32, 64, 20
_HALF = 7
"""The width of a half-width character of the running size, about."""
_COLUMNS = ((20, 160), (190, 270), (470, 60), (540, 400))
"""Where the columns of a table begin, and how wide they are."""
_FONT = "font-family='Songti SC, SimSun, Noto Serif CJK SC, serif'"
_UNLIKE = "年份或口径不同，不能直接比或须核对"
_DARK, _LIGHT = "fill='#8f1717'", "fill='#dcb4b4'"
"""One colour; lighter where a number cannot be compared, so that a grey printer keeps them apart, too."""
_SCALE = 2
"""Pixels a unit: sharp on paper, too."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: whose it is, how long (None: no number, or one in another unit), and what is written beside it."""

    label: str
    value: Decimal | None
    text: str
    state: CellState
    called: str
    """What the state is called."""
    reason: str


def comparison_to_bars(indicator: IndicatorView, library: Library) -> list[Bar]:
    """One bar per cell, documents in their order, those that can be compared first, those without a number last.

    A baseline has a bar of its own before the first number that starts from it.
    """
    return [
        bar
        for document_id, cells in sorted(indicator.cells.items(), key=_rank)
        for bar in _document_bars(cells, document_label(library, document_id), indicator)
    ]


def _rank(item: tuple[str, Sequence[CellView]]) -> int:
    states = {cell.state for cell in item[1]}
    return 0 if CellState.STATED in states else 2 if states == {CellState.NOT_STATED} else 1


def _document_bars(cells: Sequence[CellView], name: str, indicator: IndicatorView) -> list[Bar]:
    ordered = sorted(cells, key=lambda cell: (cell.year or 0, cell.period is not None))
    stated = {cell.year for cell in cells}
    starts = {cell.baseline: cell for cell in ordered if cell.baseline and cell.baseline.year not in stated}
    bars = [_baseline_bar(start, cell, name, indicator) for start, cell in starts.items()]
    return bars + [_bar(cell, name, indicator) for cell in ordered]


def comparison_to_svg(indicators: Sequence[IndicatorView], library: Library, *, tables: bool = True) -> str:
    """One standalone SVG file, a chart for each indicator below the other, under each its table where wanted.

    Dark bars can be compared, light ones cannot.
    """
    drawn, height, said = [], 0, []
    for indicator in indicators:
        bars = comparison_to_bars(indicator, library)
        chart, tall = _chart(_title(indicator), bars, tables)
        drawn.append(f"<g transform='translate(0 {height})'>{chart}</g>")
        said.append(f"{_title(indicator)}：" + "；".join(f"{bar.label} {bar.text}" for bar in bars))
        height += tall
    title = "、".join(map(_title, indicators))
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' role='img' aria-labelledby='title desc' lang='zh-CN' "
        f"viewBox='0 0 {_WIDTH} {height}' width='{_WIDTH}' height='{height}' {_FONT} font-size='14'>"
        f"<title id='title'>{_escaped(title)}</title><desc id='desc'>{_escaped('。'.join(said))}</desc>"
        f"<rect width='{_WIDTH}' height='{height}' fill='#fff'/>{''.join(drawn)}</svg>"
    )


def _baseline_bar(start: BaselineView, cell: CellView, name: str, indicator: IndicatorView) -> Bar:
    value = Decimal(start.value) if cell.unit == indicator.unit else None
    text = f"{start.value}{cell.unit}（基期数）"
    return Bar(f"{name} {start.year}年", value, text, CellState.NOT_COMPARABLE, "基期数", "不是目标。")


def _title(indicator: IndicatorView) -> str:
    return f"{indicator.indicator}（{indicator.unit}）" if indicator.unit else indicator.indicator


def _bar(cell: CellView, name: str, indicator: IndicatorView) -> Bar:
    called = state_name(cell.state, indicator)
    if cell.state is CellState.NOT_STATED:
        return Bar(name, None, called, cell.state, called, cell.reason or "")
    label = (
        f"{name} {cell.period[0]}—{cell.period[1]}年" if cell.period else f"{name} {cell.year}年" if cell.year else name
    )
    value = Decimal(cell.value) if cell.value is not None and cell.unit == indicator.unit else None
    text = f"{own_words(cell, indicator)}{cell.original}{part_of(cell, '（{}）')}"
    return Bar(label, value, text, cell.state, called, cell.reason or "")


def _chart(title: str, bars: Sequence[Bar], tables: bool) -> tuple[str, int]:
    """What is drawn, and how tall it is."""
    sized = [(bar, bar.value) for bar in bars if bar.value is not None]
    legend = _HEAD + len(sized) * _STEP + 22
    aside, low = _without_bars(bars, legend + 10)
    table, tall = _table(bars, legend + low + 22) if tables else ("", 0)
    heading = _words(20, 34, _cut(title, _WIDTH - 40, 20), size=20, bold=True)
    return f"{heading}{_bars(sized)}{_legend(sized, legend)}{aside}{table}", legend + low + 22 + tall


def _without_bars(bars: Sequence[Bar], top: int) -> tuple[str, int]:
    """What no bar can show (a share among numbers, a place that says nothing), and how tall that is."""
    told = "；".join(f"{bar.label} {bar.text}" for bar in bars if bar.value is None)
    lines = _broken(f"没有画出（单位不同，或没有提到）：{told}", _WIDTH - _LABEL - 20) if told else []
    drawn = (_words(_LABEL, top + _LINE * at, line) for at, line in enumerate(lines, 1))
    return "".join(drawn), _LINE * len(lines)


def _bars(bars: Sequence[tuple[Bar, Decimal]]) -> str:
    longest = max((value for _, value in bars), default=Decimal(0)) or Decimal(1)
    drawn = []
    for at, (bar, value) in enumerate(bars):
        top = _HEAD + at * _STEP
        length = int(value / longest * _PLOT)
        drawn.append(_words(_LABEL - 8, top + 17, _cut(bar.label, _LABEL - 20), anchor="end"))
        drawn.append(f"<rect x='{_LABEL}' y='{top}' width='{max(length, 1)}' height='{_BAR}' {_fill(bar.state)}/>")
        drawn.append(_words(_LABEL + length + 8, top + 17, _cut(bar.text, _WIDTH - _LABEL - length - 20)))
    end = _HEAD + len(bars) * _STEP
    axis = f"<line x1='{_LABEL}' y1='{_HEAD - 6}' x2='{_LABEL}' y2='{end}' stroke='#000'/>"
    return "".join(drawn) + axis


def _legend(bars: Sequence[tuple[Bar, Decimal]], top: int) -> str:
    """What the two shades mean, as far as they are there."""
    meanings = {_fill(bar.state): bar.called if bar.state is CellState.STATED else _UNLIKE for bar, _ in bars}
    return "".join(
        f"<rect x='{_LABEL + 130 * at}' y='{top - 12}' width='18' height='14' {fill}/>"
        + _words(_LABEL + 130 * at + 26, top, words)
        for at, (fill, words) in enumerate(meanings.items())
    )


def _fill(state: CellState) -> str:
    return _DARK if state is CellState.STATED else _LIGHT


def _table(bars: Sequence[Bar], top: int) -> tuple[str, int]:
    """The table from `top` on, and how tall it is: every word of it, broken into lines where it must be."""
    header = ("文件", "原文数值", "状态", "说明")
    rows = [header, *((bar.label, bar.text, bar.called, bar.reason) for bar in bars)]
    drawn, y = [], top
    for at, row in enumerate(rows):
        cells = [_broken(text, width) for text, (_, width) in zip(row, _COLUMNS, strict=True)]
        for lines, (x, _) in zip(cells, _COLUMNS, strict=True):
            drawn += [_words(x, y + 16 + _LINE * nth, line, bold=at == 0) for nth, line in enumerate(lines)]
        y += _LINE * max(map(len, cells)) + 4
        drawn.append(f"<line x1='20' y1='{y}' x2='{_WIDTH - 20}' y2='{y}' stroke='#999' stroke-width='.5'/>")
    return "".join(drawn), y - top + 24


def _broken(text: str, width: int) -> list[str]:
    """The text in lines of at most `width`; at least one."""
    lines = [""]
    for character in text:
        if display_width(lines[-1] + character) * _HALF > width:
            lines.append("")
        lines[-1] += character
    return lines


def _cut(text: str, width: int, size: int = 14) -> str:
    """What fits; the whole of it stands in the table."""
    half = size / 2
    if display_width(text) * half <= width:
        return text
    while text and (display_width(text) + 2) * half > width:
        text = text[:-1]
    return text + "…"


def _words(x: int, y: int, text: str, *, size: int = 14, bold: bool = False, anchor: str = "start") -> str:
    weight = " font-weight='bold'" if bold else ""
    return f"<text x='{x}' y='{y}' font-size='{size}' text-anchor='{anchor}'{weight}>{_escaped(text)}</text>"


def _escaped(text: str) -> str:
    return html.escape(without_controls(text))


def svg_to_png(drawing: str) -> bytes:
    """The drawing as a PNG picture, in fonts of the system. Raises BadRequest where no renderer is installed."""
    try:
        renderer = importlib.import_module("resvg_py")
    except ModuleNotFoundError as error:
        message = "没有安装生成 PNG 图片的组件（resvg-py）。"
        raise BadRequest(message, "请改用 svg，Word 和浏览器都能打开；或者安装 resvg-py 后再试。") from error
    return bytes(renderer.svg_to_bytes(svg_string=drawing, zoom=_SCALE))

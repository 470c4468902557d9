"""A plot of times over sizes as SVG, both axes logarithmic, readable in greyscale. Knows no measuring."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

__all__ = ["lines"]

_WIDTH, _HEIGHT, _LEFT, _TOP, _LEGEND = 460, 300, 70, 16, 320
_STYLES = (
    ("#1f5fa8", ""), ("#c05a00", "8 4"), ("#777777", "2 4"), ("#0a7d5a", "8 3 2 3"),
    ("#8a2a2a", "14 4"), ("#6a3fa0", "4 8"), ("#111111", "14 3 3 3 3 3"), ("#555555", "1 6"),
)  # fmt: skip
"""Colour and dashes of a line: the dashes alone tell them apart in print."""

Series = Mapping[str, Sequence[tuple[float, float]]]


def lines(series: Series, across: str, up: str) -> str:
    """One line a name over its (x, y) points, all above 0; named in a legend, axes with powers of ten."""
    points = [point for line in series.values() for point in line]
    if not points:
        return ""
    xs, ys = _decades([x for x, _ in points]), _decades([y for _, y in points])
    drawn = [_line(index, name, line, xs, ys) for index, (name, line) in enumerate(series.items())]
    width, height = _LEFT + _WIDTH + _LEGEND, _TOP + _HEIGHT + 48
    return (
        f'<svg width="{width}" height="{height}" role="img" xmlns="http://www.w3.org/2000/svg" font-size="13">'
        f"<title>{escape(up)} / {escape(across)}</title>{_axes(xs, ys, across, up)}{''.join(drawn)}</svg>"
    )


def _decades(values: Sequence[float]) -> tuple[int, int]:
    """Powers of ten that hold all values."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


def _axes(xs: tuple[int, int], ys: tuple[int, int], across: str, up: str) -> str:
    bottom = _TOP + _HEIGHT
    ticks = [_tick_across(power, xs) for power in range(xs[0], xs[1] + 1)]
    ticks += [_tick_up(power, ys) for power in range(ys[0], ys[1] + 1)]
    frame = f'<rect x="{_LEFT}" y="{_TOP}" width="{_WIDTH}" height="{_HEIGHT}" fill="none" stroke="#111"/>'
    names = (
        f'<text x="{_LEFT + _WIDTH / 2}" y="{bottom + 40}" text-anchor="middle">{escape(across)}</text>'
        f'<text x="14" y="{_TOP + _HEIGHT / 2}" text-anchor="middle" '
        f'transform="rotate(-90 14 {_TOP + _HEIGHT / 2})">{escape(up)}</text>'
    )
    return frame + "".join(ticks) + names


def _tick_across(power: int, xs: tuple[int, int]) -> str:
    x, bottom = _x(10.0**power, xs), _TOP + _HEIGHT
    return f'<text x="{x:.1f}" y="{bottom + 18}" text-anchor="middle">{_plain(power)}</text>'


def _tick_up(power: int, ys: tuple[int, int]) -> str:
    y = _y(10.0**power, ys)
    return (
        f'<line x1="{_LEFT}" x2="{_LEFT + _WIDTH}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
        f'<text x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_plain(power)}</text>'
    )


def _line(
    index: int, name: str, points: Sequence[tuple[float, float]], xs: tuple[int, int], ys: tuple[int, int]
) -> str:
    colour, dashes = _STYLES[index % len(_STYLES)]
    style = f'stroke="{colour}" stroke-width="2" stroke-dasharray="{dashes}" fill="none"'
    places = [(_x(x, xs), _y(y, ys)) for x, y in sorted(points)]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places)
    at, right = _TOP + 12 + index * 22, _LEFT + _WIDTH + 14
    legend = (
        f'<line x1="{right}" x2="{right + 40}" y1="{at}" y2="{at}" {style}/>'
        f'<text x="{right + 46}" y="{at + 4}">{escape(name)}</text>'
    )
    return f'<polyline points="{path}" {style}/>{dots}{legend}'


def _x(value: float, xs: tuple[int, int]) -> float:
    return _LEFT + _WIDTH * (log10(value) - xs[0]) / (xs[1] - xs[0])


def _y(value: float, ys: tuple[int, int]) -> float:
    return _TOP + _HEIGHT * (1 - (log10(value) - ys[0]) / (ys[1] - ys[0]))


def _plain(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"

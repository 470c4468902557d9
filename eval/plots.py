"""Two plain plots as inline SVG, readable in greyscale: bars of means with intervals, and a histogram."""

from collections.abc import Mapping, Sequence
from html import escape

from eval.summary import Figure

__all__ = ["bars", "histogram"]

_LABEL, _WIDTH, _ROW = 180, 480, 22


def bars(figures: Mapping[str, Figure]) -> str:
    """Horizontal bars from 0 to 1, the 95 % interval as a line over each."""
    rows = "".join(_bar(index * _ROW, name, figure) for index, (name, figure) in enumerate(figures.items()))
    return _svg(len(figures) * _ROW, rows)


def histogram(values: Sequence[float], bins: int = 20) -> str:
    """Counts of `values` (sorted) in equal bins from 0 to their 99th percentile, with median and p95 in words."""
    if not values:
        return ""
    top = values[int(0.99 * (len(values) - 1))] or 1.0
    counts = [0] * bins
    for value in values:
        counts[min(bins - 1, int(value / top * bins))] += 1
    peak, width = max(counts), (_LABEL + _WIDTH) / bins
    drawn = "".join(
        f'<rect x="{index * width:.1f}" y="{80 - 70 * count / peak:.1f}" width="{width - 1:.1f}" '
        f'height="{70 * count / peak:.1f}" fill="#456"><title>{count}</title></rect>'
        for index, count in enumerate(counts)
    )
    median, late = values[len(values) // 2], values[int(0.95 * (len(values) - 1))]
    return _svg(82, drawn) + f"<p>median {median:.1f} · p95 {late:.1f} · max {values[-1]:.1f}</p>"


def _bar(top: int, name: str, figure: Figure) -> str:
    middle, left, right = top + _ROW / 2, _LABEL + _WIDTH * figure.low, _LABEL + _WIDTH * figure.high
    return (
        f'<text x="{_LABEL - 8}" y="{middle + 5}" text-anchor="end" font-size="13">{escape(name)}</text>'
        f'<rect x="{_LABEL}" y="{top + 3}" width="{_WIDTH * figure.mean:.1f}" height="{_ROW - 6}" fill="#89a"/>'
        f'<line x1="{left:.1f}" x2="{right:.1f}" y1="{middle}" y2="{middle}" stroke="#111" stroke-width="2"/>'
    )


def _svg(height: int, inner: str) -> str:
    width = _LABEL + _WIDTH + 10
    return f'<svg width="{width}" height="{height}" role="img" xmlns="http://www.w3.org/2000/svg">{inner}</svg>'

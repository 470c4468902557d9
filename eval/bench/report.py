"""A benchmark as files: results.json with every figure and time, and report.html with tables and plots for people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from pathlib import Path

from eval.bench.contestants import CONTESTANTS, OURS
from eval.bench.quality import Quality
from eval.bench.speed import Speed

_STYLE = Path(__file__).parents[1] / "report.css"
_FAMILIES = {contestant.name: contestant.family for contestant in CONTESTANTS}
_MADE_UP = (
    "段落由语料中的分句随机拼成，每次运行都相同；向量是随机的单位向量（384 维），速度只取决于其数量。"
    "每个系统在单独的进程中建立和检索，除写明的一行外，时间不含计算问题向量；倍数是与同类中“本项目”一行的中位数之比。"
    "每秒次数是每个处理器核一个线程同时检索时的总数。建立的时间里，每个分句只分一次词。"
)
_WIDTH, _HEIGHT, _LEFT, _TOP, _LEGEND = 460, 300, 70, 16, 320
_STYLES = (
    ("#1f5fa8", ""), ("#c05a00", "8 4"), ("#777777", "2 4"), ("#0a7d5a", "8 3 2 3"),
    ("#8a2a2a", "14 4"), ("#6a3fa0", "4 8"), ("#111111", "14 3 3 3 3 3"), ("#555555", "1 6"),
)  # fmt: skip
"""Colour and dashes of a line: the dashes alone tell them apart in print."""
Series = Mapping[str, Sequence[tuple[float, float]]]


def write_bench_report(
    folder: Path, quality: Mapping[str, Sequence[Quality]], speeds: Sequence[Speed], setting: Mapping[str, str]
) -> Path:
    """Write both files into `folder` and return the path of the HTML."""
    folder.mkdir(parents=True, exist_ok=True)
    results = {
        "setting": dict(setting),
        "quality": {name: [one.model_dump() for one in found] for name, found in quality.items()},
        "speed": [one.model_dump() | {"median_ms": one.median, "p95_ms": one.p95} for one in speeds],
    }
    text = json.dumps(results, ensure_ascii=False, indent=1)
    (folder / "results.json").write_text(text, encoding="utf-8")
    page = folder / "report.html"
    page.write_text(_page(quality, speeds, setting), encoding="utf-8")
    return page


def ratio(speed: Speed, speeds: Iterable[Speed]) -> float | None:
    """How many times as long a search takes as with ours of the same family and size; None where ours is not there."""
    ours = OURS.get(_FAMILIES[speed.contestant])
    same = (other for other in speeds if (other.contestant, other.size) == (ours, speed.size))
    found = next(same, None)
    return speed.median / found.median if found else None


def _page(quality: Mapping[str, Sequence[Quality]], speeds: Sequence[Speed], setting: Mapping[str, str]) -> str:
    style = _STYLE.read_text(encoding="utf-8")
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>检索测评</title><style>{style}</style>'
    parts = ["<h1>检索测评</h1>", _table((), [[name, value] for name, value in setting.items()])]
    parts += [f"<h2>质量：{escape(name)}</h2>" + _quality_table(found) for name, found in quality.items()]
    if speeds:
        parts += ["<h2>速度和内存</h2>", f"<p>{_MADE_UP}</p>", _speed_table(speeds), *_plots(speeds)]
    return head + "".join(parts) + "</html>\n"


def _quality_table(found: Sequence[Quality]) -> str:
    rows = [[one.name, f"{one.r1:.3f}", f"{one.r5:.3f}", f"{one.mrr10:.3f}"] for one in found]
    return _table((f"{found[0].questions} 个问题", "R@1", "R@5", "MRR@10"), rows)


def _speed_table(speeds: Sequence[Speed]) -> str:
    header = (
        "段落数", "系统", "建立（秒）", "增加的内存（MB）", "进程的内存（MB）",
        "中位数（毫秒）", "p95（毫秒）", "每秒次数", "检索次数", "倍数",
    )  # fmt: skip
    return _table(header, [_speed_row(one, speeds) for one in speeds])


def _speed_row(one: Speed, speeds: Sequence[Speed]) -> list[str]:
    times = ratio(one, speeds)
    return [
        f"{one.size:,}",
        one.contestant,
        f"{one.build_s:.1f}",
        "" if one.memory_mb is None else f"{one.memory_mb:.0f}",
        "" if one.resident_mb is None else f"{one.resident_mb:.0f}",
        f"{one.median:.2f}",
        f"{one.p95:.2f}",
        "" if one.per_second is None else f"{one.per_second:.1f}",
        str(len(one.times_ms)),
        "" if times is None else f"{times:.1f}",
    ]


def _plots(speeds: Sequence[Speed]) -> list[str]:
    times = {name: [(one.size, one.median) for one in found] for name, found in _by_contestant(speeds).items()}
    memory = {
        name: [(one.size, one.memory_mb) for one in found if one.memory_mb and one.memory_mb > 0]
        for name, found in _by_contestant(speeds).items()
    }
    return [lines(times, "段落数", "一次检索的中位数（毫秒）"), lines(memory, "段落数", "内存（MB）")]


def _by_contestant(speeds: Sequence[Speed]) -> dict[str, list[Speed]]:
    found: dict[str, list[Speed]] = {}
    for one in speeds:
        found.setdefault(one.contestant, []).append(one)
    return found


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in header)
    body = "".join(f"<tr>{''.join(_cell(text) for text in row)}</tr>" for row in rows)
    return f"<table>{f'<tr>{top}</tr>' if header else ''}{body}</table>"


def _cell(text: str) -> str:
    return f'<td class="n">{escape(text)}</td>' if text[:1].isdigit() else f"<td>{escape(text)}</td>"


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

"""A benchmark as files: results.json with every figure and time, and report.html with tables and plots for people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from eval.bench.contestants import CONTESTANTS, OURS
from eval.bench.plot import lines
from eval.bench.quality import Quality
from eval.bench.speed import Speed

__all__ = ["ratio", "write_bench_report"]

_STYLE = Path(__file__).parents[1] / "report.css"
_FAMILIES = {contestant.name: contestant.family for contestant in CONTESTANTS}
_MADE_UP = (
    "段落由语料中的分句随机拼成，每次运行都相同；向量是随机的单位向量（384 维），速度只取决于其数量。"
    "每个系统在单独的进程中建立和检索，除写明的一行外，时间不含计算问题向量；倍数是与同类中“本项目”一行的中位数之比。"
    "每秒次数是每个处理器核一个线程同时检索时的总数。建立的时间里，每个分句只分一次词。"
)


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

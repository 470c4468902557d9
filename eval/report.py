"""A run as files: results.json (figures and every record), timings.json, and report.html for people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from eval.extraction import F1
from eval.meaning import Aspect
from eval.measures.latency import Latency
from eval.runner import Record, Turn
from eval.summary import Difference, Figure, Summary, latencies

RESULTS = "results.json"
_STYLE = Path(__file__).with_name("report.css")
_LABEL, _WIDTH, _ROW = 180, 480, 22
_BINS = 20


@dataclass(frozen=True, slots=True)
class Run:
    """What is reported: the records of one system, their figures, and what they were made with."""

    records: Sequence[Record]
    summary: Summary
    setting: Mapping[str, str]
    facts: Mapping[str, F1] = field(default_factory=dict)
    """How exactly tasks, targets and comparisons were extracted."""
    change: Difference | None = None
    """Against an earlier run."""
    aspects: Mapping[str, Aspect] = field(default_factory=dict)
    """What was measured beside the answers."""


def write_report(folder: Path, run: Run) -> Path:
    """Write the three files into `folder` and return the path of the HTML. Equal runs give equal results.json."""
    folder.mkdir(parents=True, exist_ok=True)
    results = {
        "setting": dict(run.setting),
        "summary": run.summary.model_dump(),
        "facts": {name: [score.right, score.found, score.expected] for name, score in run.facts.items()},
        "aspects": {name: aspect.model_dump() for name, aspect in run.aspects.items()},
        "change": run.change.model_dump() if run.change else None,
        "records": [_timeless(record).model_dump(mode="json") for record in run.records],
    }
    timings = {
        "latency": {name: figures.model_dump() for name, figures in latencies(run.records).items()},
        "turns": {record.id: [turn.elapsed_ms for turn in record.turns] for record in run.records},
    }
    _write_json(folder / RESULTS, results)
    _write_json(folder / "timings.json", timings)
    page = folder / "report.html"
    page.write_text(_page(run), encoding="utf-8")
    return page


def read_records(folder: Path) -> list[Record]:
    """The records of an earlier run, from its report's folder; raises FileNotFoundError."""
    results = json.loads((folder / RESULTS).read_text(encoding="utf-8"))
    return [Record.model_validate(record) for record in results["records"]]


def _timeless(record: Record) -> Record:
    turns = tuple(turn.model_copy(update={"elapsed_ms": 0.0}) for turn in record.turns)
    return record.model_copy(update={"turns": turns})


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")


def _page(run: Run) -> str:
    summary = run.summary
    wrong = [record for record in run.records if not record.right]
    times = sorted(turn.elapsed_ms for record in run.records for turn in record.turns)
    parts = [
        f"<h1>{escape(run.setting.get('system', 'Evaluation'))}: {summary.right} / {summary.items} right</h1>",
        _setting_table(run.setting),
        "<h2>Measures</h2>" + _figure_table(summary.measures),
        _refusal_table(summary),
        _lost_table(summary),
        "<h2>By part</h2>" + _figure_table(summary.by_part),
        "<h2>By kind</h2>" + _bars(summary.by_type) + _figure_table(summary.by_type),
        "<h2>By document</h2>" + _bars(summary.by_document) + _figure_table(summary.by_document),
        _facts_table(run.facts),
        "".join(_aspect(name, aspect) for name, aspect in run.aspects.items()),
        "<h2>Latency (ms)</h2>" + _histogram(times) + _latency_table(latencies(run.records)),
        _change(run.change),
        f"<h2>Failures ({len(wrong)})</h2>" + "".join(_failure(record) for record in wrong),
    ]
    head = (
        '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Evaluation</title><style>{_STYLE.read_text(encoding='utf-8')}</style>"
    )
    return f"{head}<body><main>{''.join(parts)}</main></body></html>\n"


def _setting_table(setting: Mapping[str, str]) -> str:
    return _table((), ((key, value) for key, value in setting.items()))


def _figure_table(figures: Mapping[str, Figure]) -> str:
    rows = (
        (name, str(figure.n), f"{figure.mean:.3f}", f"{figure.low:.3f}–{figure.high:.3f}")
        for name, figure in figures.items()
    )
    return _table(("", "n", "mean", "95 %"), rows)


def _facts_table(facts: Mapping[str, F1]) -> str:
    rows = (
        (name, str(score.right), str(score.found), str(score.expected), f"{score.value:.3f}")
        for name, score in facts.items()
    )
    return "<h2>Facts</h2>" + _table(("", "right", "found", "expected", "F1"), rows) if facts else ""


def _aspect(name: str, aspect: Aspect) -> str:
    rows = ((count, str(number)) for count, number in aspect.counts.items())
    failures = "".join(f"<li>{escape(one)}</li>" for one in aspect.failures)
    return f"<h2>{escape(name.capitalize())} ({aspect.of})</h2>{_table((), rows)}<ul>{failures}</ul>"


def _latency_table(figures: Mapping[str, Latency]) -> str:
    rows = (
        (name, str(one.n), f"{one.median:.1f}", f"{one.p95:.1f}", f"{one.max:.1f}", f"{one.total_s:.1f}")
        for name, one in figures.items()
    )
    return _table(("", "n", "median", "p95", "max", "sum (s)"), rows)


def _refusal_table(summary: Summary) -> str:
    made, undue = summary.refusals["due_made"], summary.refusals["undue_made"]
    missed, avoided = summary.refusals["due_missed"], summary.refusals["undue_avoided"]
    rows = (("due", str(made), str(missed)), ("not due", str(undue), str(avoided)))
    rates = " · ".join(
        f"{name} {value:.3f}"
        for name, value in (("recall", summary.refusal_recall), ("precision", summary.refusal_precision))
        if value is not None
    )
    return f"<h2>Refusals</h2>{_table(('', 'refused', 'answered'), rows)}<p>{rates}</p>"


def _lost_table(summary: Summary) -> str:
    lost = summary.lost
    rows = (
        ("all evidence retrieved", str(lost["found_right"]), str(lost["found_wrong"])),
        ("not all", str(lost["unfound_right"]), str(lost["unfound_wrong"])),
    )
    return "<h2>Where answers are lost</h2>" + _table(("", "right", "wrong"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column names the row; numbers stand right."""
    top = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td{_class(cell)}>{escape(cell)}</td>" for cell in cells)
        + "</tr>"
        for name, *cells in rows
    )
    return f"<table>{f'<tr>{top}</tr>' if head else ''}{body}</table>"


def _class(cell: str) -> str:
    return ' class="n"' if cell[:1].isdigit() and len(cell) < 16 else ""


def _change(change: Difference | None) -> str:
    if change is None:
        return ""
    better, worse = ", ".join(change.better) or "–", ", ".join(change.worse) or "–"
    title = f"<h2>Against the earlier run (p = {change.p:.3f})</h2>"
    return f"{title}<p>Better: {escape(better)}</p><p>Worse: {escape(worse)}</p>"


def _failure(record: Record) -> str:
    turns = "".join(_failed_turn(turn) for turn in record.turns)
    faults = "; ".join(turn.fault for turn in record.turns if turn.fault)
    head = f"{record.id} · {record.type} · {record.turns[-1].question} · {faults}"
    return f"<details><summary>{escape(head)}</summary>{turns}</details>"


def _failed_turn(turn: Turn) -> str:
    return (
        f'<p class="q">{escape(turn.question)}</p><p class="w">{escape(turn.fault or "right")}</p>'
        f"<p>{escape(turn.status)}: {escape(turn.answer)}</p>{_quotes(turn.quotes)}"
        f"<p>expected: {escape(turn.expected)}</p>{_quotes(turn.evidence)}"
        f"<p>retrieved:</p><ol>{''.join(f'<li>{escape(text[:200])}</li>' for text in turn.retrieved[:5])}</ol>"
    )


def _quotes(quotes: Iterable[str]) -> str:
    return "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in quotes)


def _bars(figures: Mapping[str, Figure]) -> str:
    """Horizontal bars from 0 to 1, the 95 % interval as a line over each."""
    rows = "".join(_bar(index * _ROW, name, figure) for index, (name, figure) in enumerate(figures.items()))
    return _svg(len(figures) * _ROW, rows)


def _histogram(values: Sequence[float]) -> str:
    """Counts of `values` (sorted) in equal bins from 0 to their 99th percentile, with median and p95 in words."""
    if not values:
        return ""
    top = values[int(0.99 * (len(values) - 1))] or 1.0
    counts = [0] * _BINS
    for value in values:
        counts[min(_BINS - 1, int(value / top * _BINS))] += 1
    peak, width = max(counts), (_LABEL + _WIDTH) / _BINS
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

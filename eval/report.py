"""A run as files: results.json (figures and every record), timings.json, and report.html for people."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from eval.plots import bars, histogram
from eval.runner import Record, Turn
from eval.summary import Difference, Figure, Summary

__all__ = ["write_report"]

_STYLE = Path(__file__).with_name("report.css")


def write_report(
    folder: Path, records: Sequence[Record], summary: Summary, setting: Mapping[str, object], change: Difference | None
) -> Path:
    """Write the three files into `folder` and return the path of the HTML. Equal runs give equal results.json."""
    folder.mkdir(parents=True, exist_ok=True)
    bare = [record.model_copy(update={"turns": tuple(_timeless(turn) for turn in record.turns)}) for record in records]
    results = {
        "setting": dict(setting),
        "summary": summary.model_dump(),
        "change": change.model_dump() if change else None,
        "records": [record.model_dump(mode="json") for record in bare],
    }
    _write_json(folder / "results.json", results)
    _write_json(folder / "timings.json", {record.id: [turn.elapsed_ms for turn in record.turns] for record in records})
    page = folder / "report.html"
    page.write_text(_page(records, summary, setting, change), encoding="utf-8")
    return page


def _timeless(turn: Turn) -> Turn:
    return turn.model_copy(update={"elapsed_ms": 0.0})


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")


def _page(records: Sequence[Record], summary: Summary, setting: Mapping[str, object], change: Difference | None) -> str:
    wrong = [record for record in records if not record.right]
    times = sorted(turn.elapsed_ms for record in records for turn in record.turns)
    parts = [
        f"<h1>{summary.right} / {summary.items}</h1>",
        _setting_table(setting),
        "<h2>Measures</h2>" + _figure_table(summary.measures),
        _refusal_table(summary),
        "<h2>By part</h2>" + _figure_table(summary.by_part),
        "<h2>By kind</h2>" + bars(summary.by_type) + _figure_table(summary.by_type),
        "<h2>By document</h2>" + bars(summary.by_document) + _figure_table(summary.by_document),
        "<h2>Latency (ms)</h2>" + histogram(times),
        _change(change),
        f"<h2>Failures ({len(wrong)})</h2>" + "".join(_failure(record) for record in wrong),
    ]
    style = _STYLE.read_text(encoding="utf-8")
    head = f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Evaluation</title><style>{style}</style>'
    return head + "".join(parts) + "</html>\n"


def _setting_table(setting: Mapping[str, object]) -> str:
    rows = "".join(f"<tr><th>{escape(key)}</th><td>{escape(str(value))}</td></tr>" for key, value in setting.items())
    return f"<table>{rows}</table>"


def _figure_table(figures: Mapping[str, Figure]) -> str:
    rows = "".join(
        f'<tr><th>{escape(name)}</th><td class="n">{figure.n}</td><td class="n">{figure.mean:.3f}</td>'
        f'<td class="n">{figure.low:.3f}–{figure.high:.3f}</td></tr>'
        for name, figure in figures.items()
    )
    return f"<table><tr><th></th><th>n</th><th>mean</th><th>95 %</th></tr>{rows}</table>"


def _refusal_table(summary: Summary) -> str:
    made, undue = summary.refusals["due_made"], summary.refusals["undue_made"]
    missed, avoided = summary.refusals["due_missed"], summary.refusals["undue_avoided"]
    return (
        "<h2>Refusals</h2><table><tr><th></th><th>refused</th><th>answered</th></tr>"
        f'<tr><th>due</th><td class="n">{made}</td><td class="n">{missed}</td></tr>'
        f'<tr><th>not due</th><td class="n">{undue}</td><td class="n">{avoided}</td></tr></table>'
    )


def _change(change: Difference | None) -> str:
    if change is None:
        return ""
    better, worse = ", ".join(change.better) or "–", ", ".join(change.worse) or "–"
    title = f"<h2>Against the earlier run (p = {change.p:.3f})</h2>"
    return f"{title}<p>Better: {escape(better)}</p><p>Worse: {escape(worse)}</p>"


def _failure(record: Record) -> str:
    turns = "".join(_failed_turn(turn) for turn in record.turns)
    return f"<details><summary>{escape(record.id)} · {escape(record.type)}</summary>{turns}</details>"


def _failed_turn(turn: Turn) -> str:
    quotes = "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in turn.quotes)
    evidence = "".join(f"<blockquote>{escape(quote)}</blockquote>" for quote in turn.evidence)
    retrieved = "".join(f"<li>{escape(text[:200])}</li>" for text in turn.retrieved[:5])
    return (
        f'<p class="q">{escape(turn.question)}</p><p class="w">{escape(turn.fault or "right")}</p>'
        f"<p>{escape(turn.status)}: {escape(turn.answer)}</p>{quotes}"
        f"<p>expected: {escape(turn.expected)}</p>{evidence}<p>retrieved:</p><ol>{retrieved}</ol>"
    )

"""`python -m eval`: measure a system over a gold set and write the report."""

import platform
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.wiring import open_assistant
from corpus.errors import UserError
from eval.extraction import read_gold_targets, read_gold_tasks, score_targets, score_tasks
from eval.gold import GoldItem, Part, part_of, read_gold
from eval.report import write_report
from eval.runner import Record, run
from eval.summary import Difference, Summary, differences, summarise
from eval.systems import Ours, SingleSignal, System

GOLD = Path(__file__).parent / "gold" / "questions.jsonl"

console = Console(stderr=True)


class Baseline(StrEnum):
    """Systems that can be measured instead of ours."""

    BM25 = "bm25"
    DENSE = "dense"
    LLAMA = "llama"


def main(
    gold: Annotated[Path, typer.Option(help="question set in the documented format")] = GOLD,
    report: Annotated[Path, typer.Option(help="folder for results.json and report.html")] = Path("build/eval"),
    baseline: Annotated[list[Baseline] | None, typer.Option(help="measure these systems too")] = None,
    part: Annotated[Part | None, typer.Option(help="only this part of the gold")] = None,
    against: Annotated[Path | None, typer.Option(help="folder of an earlier report to compare with")] = None,
    fresh: Annotated[bool, typer.Option(help="forget what an interrupted run has left")] = True,
) -> None:
    """Measure extraction and answers; print the figures; write one report a system."""
    items = [item for item in read_gold(gold) if part is None or part_of(item) is part]
    settings = Settings()
    assistant = open_assistant(settings)
    _print_extraction(assistant)
    for system in [Ours(assistant), *(_baseline(name, assistant) for name in baseline or ())]:
        folder = report / system.name.replace(" ", "-")
        records = _measure(items, system, folder, fresh)
        summary = summarise(records)
        change = _change(against, records) if against and isinstance(system, Ours) else None
        page = write_report(folder, records, summary, _setting(settings, assistant, system, gold), change)
        _print_summary(system, summary, page)


def _measure(items: list[GoldItem], system: System, folder: Path, fresh: bool) -> list[Record]:
    folder.mkdir(parents=True, exist_ok=True)
    journal = folder / "journal.jsonl"
    if fresh:
        journal.unlink(missing_ok=True)
    with Progress(console=console) as progress:
        bar = progress.add_task(system.name, total=len(items))
        return run(items, system, journal=journal, on_record=lambda _: progress.advance(bar))


def _baseline(name: Baseline, assistant: Assistant) -> System:
    from indexing.hit import Signal

    if name is Baseline.LLAMA:
        from eval.baselines.llama import Quickstart

        return Quickstart(assistant)
    return SingleSignal(assistant, Signal.DENSE if name is Baseline.DENSE else Signal.WORDS)


def _change(folder: Path, records: list[Record]) -> Difference:
    lines = (folder / "journal.jsonl").read_text(encoding="utf-8").splitlines()
    return differences((Record.model_validate_json(line) for line in lines), records)


def _setting(settings: Settings, assistant: Assistant, system: System, gold: Path) -> dict[str, object]:
    return {
        "system": system.name,
        "gold": gold.name,
        "index": assistant.index.id,
        "embedding model": settings.embedding_model,
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
    }


def _print_extraction(assistant: Assistant) -> None:
    tasks = score_tasks(read_gold_tasks(), assistant.library)
    targets = score_targets(read_gold_targets(), assistant.library)
    for name, score in {**tasks, **{f"targets in {origin}": f1 for origin, f1 in targets.items()}}.items():
        console.print(
            f"{name:24} F1 {score.value:.3f}  ({score.right} right, {score.found} found, {score.expected} expected)"
        )


def _print_summary(system: System, summary: Summary, page: Path) -> None:
    console.print(f"[bold]{system.name}: {summary.right}/{summary.items} right[/bold]")
    for name, figure in {**summary.measures, **summary.by_part}.items():
        console.print(f"  {name:22} {figure.mean:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.n}")
    console.print(f"  refusals {summary.refusals}")
    console.print(f"  {page}")


if __name__ == "__main__":
    try:
        typer.run(main)
    except UserError as error:
        console.print(str(error), style="red")
        sys.exit(2)

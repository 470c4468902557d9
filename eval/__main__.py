"""`python -m eval`: measure the assistant, and others beside it, over a gold set; print figures and write reports."""

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from assistant.assistant import Assistant
from assistant.comparison import compare
from assistant.settings import Settings
from assistant.wiring import open_assistant
from corpus.errors import BadRequest
from corpus.facts import Library
from eval.comparisons import read_gold_indicators, score_comparison
from eval.entry import run_command
from eval.extraction import F1, read_gold_targets, read_gold_tasks, score_targets, score_tasks
from eval.gold import GoldItem, Part, part_of, read_gold
from eval.meaning import Aspect, measure_meaning
from eval.others import FRESH, score_others
from eval.replies import Heard, replies_model
from eval.report import Run, read_records, write_report
from eval.runner import Record, run
from eval.setting import run_setting
from eval.summary import Summary, differences, latencies, summarise
from eval.systems import Ours, SingleSignal, System
from indexing.hit import Signal

GOLD = Path(__file__).parent / "gold" / "questions.jsonl"

console = Console(stderr=True)


class Baseline(StrEnum):
    """What can be measured beside the assistant as it is configured."""

    BM25 = "bm25"
    """BM25 over characters and their pairs, the stronger of our two lexical signals."""
    DENSE = "dense"
    LLAMA = "llama"
    """LlamaIndex's quickstart; with the configured LLM, if there is one."""
    EXTRACTIVE = "extractive"
    """The assistant without the LLM that is configured."""


def main(
    gold: Annotated[Path, typer.Option(help="question set in the documented format (eval/gold.py)")] = GOLD,
    report: Annotated[Path, typer.Option(help="folder for results.json and report.html")] = Path("build/eval"),
    baseline: Annotated[list[Baseline] | None, typer.Option(help="measure this too; may be repeated")] = None,
    part: Annotated[Part | None, typer.Option(help="only this part of the gold")] = None,
    against: Annotated[Path | None, typer.Option(help="folder of an earlier report to compare with")] = None,
    steady: Annotated[int, typer.Option(help="ask so many right ones again in ten neutral wordings", min=0)] = 20,
    resume: Annotated[bool, typer.Option(help="go on with an interrupted run of the same setting")] = False,
    record: Annotated[Path | None, typer.Option(help="keep every reply of the LLM in this folder")] = None,
    replay: Annotated[Path | None, typer.Option(help="take the LLM's replies from this folder, and ask nobody")] = None,
) -> None:
    """Measure facts and answers; print the figures; write one report a system."""
    items = [item for item in read_gold(gold) if part is None or part_of(item) is part]
    settings, heard = Settings(), Heard()
    model = replies_model(settings, record, replay)
    assistant = open_assistant(settings, model=model, heed=heard.append)
    earlier = read_records(against) if against else None
    facts = _facts(assistant.library)
    _print_facts(facts)
    for system in _systems(settings, assistant, baseline or (), with_llm=model is not None):
        folder = report / system.name.replace(" ", "-")
        setting = run_setting(settings, assistant, system=system.name, gold=gold, llm=model.name if model else None)
        records = _measure(items, system, folder, setting, resume)
        aspects = measure_meaning(assistant, items, records, steady) if system.name == "ours" else {}
        change = differences(earlier, records) if earlier and isinstance(system, Ours) else None
        summary = summarise(records)
        page = write_report(folder, Run(records, summary, setting, facts, change, aspects))
        _print_summary(system, summary, records, page)
        _print_aspects(aspects)
    if model:
        console.print(f"  advice: {heard.figures(len(items))}")


def _systems(
    settings: Settings, assistant: Assistant, baselines: Iterable[Baseline], *, with_llm: bool
) -> Iterable[System]:
    """The assistant first, then each baseline, made when its turn comes."""
    yield Ours(assistant, "ours with LLM" if with_llm else "ours")
    for name in baselines:
        if name is Baseline.LLAMA:
            from eval.baselines.llama import Quickstart, configured_llm

            yield Quickstart(assistant, configured_llm(settings))
        elif name is Baseline.EXTRACTIVE:
            yield Ours(open_assistant(settings.model_copy(update={"llm_base_url": None})), "ours extractive")
        else:
            signal = Signal.CHARACTERS if name is Baseline.BM25 else Signal.DENSE
            yield SingleSignal(assistant, signal, f"{name} alone")


def _measure(
    items: list[GoldItem], system: System, folder: Path, setting: Mapping[str, str], resume: bool
) -> list[Record]:
    folder.mkdir(parents=True, exist_ok=True)
    journal, known = folder / "journal.jsonl", folder / "setting.json"
    if not resume:
        journal.unlink(missing_ok=True)
    elif known.exists() and json.loads(known.read_text(encoding="utf-8")) != setting:
        raise BadRequest(
            "上次的评测是在另一种设置下做的，不能接着做。", "去掉 --resume 从头评测，或另选 --report 目录。"
        )
    known.write_text(json.dumps(setting, ensure_ascii=False), encoding="utf-8")
    with Progress(console=console) as progress:
        bar = progress.add_task(system.name, total=len(items))
        return run(items, system, journal=journal, on_record=lambda _: progress.advance(bar))


def _facts(library: Library) -> dict[str, F1]:
    """How exactly tasks, targets and comparisons are what a reader wrote down."""
    tasks = score_tasks(read_gold_tasks(), library)
    targets = score_targets(read_gold_targets(), library)
    pairs = score_comparison(read_gold_indicators(), compare(library))
    return {
        **{f"tasks: {field}": score for field, score in tasks.items()},
        **{f"targets in {origin}": score for origin, score in targets.items()},
        **{f"indicators {relation}": score for relation, score in pairs.items()},
        **{f"other documents: {kind}": score for kind, score in score_others().items()},
        **{f"fresh documents: {kind}": score for kind, score in score_others(*FRESH).items()},
    }


def _print_facts(facts: Mapping[str, F1]) -> None:
    for name, score in facts.items():
        console.print(
            f"{name:26} F1 {score.value:.3f}  ({score.right} right, {score.found} found, {score.expected} expected)"
        )


def _print_summary(system: System, summary: Summary, records: list[Record], page: Path) -> None:
    console.print(f"[bold]{system.name}: {summary.right}/{summary.items} right[/bold]")
    for name, figure in {**summary.measures, **summary.by_part}.items():
        console.print(f"  {name:22} {figure.mean:.3f}  [{figure.low:.3f}, {figure.high:.3f}]  n={figure.n}")
    console.print(f"  refusals {summary.refusals}")
    if taken := latencies(records).get("all"):
        console.print(
            f"  ms: median {taken.median:.1f}, p95 {taken.p95:.1f}, max {taken.max:.1f}; {taken.total_s:.1f} s"
        )
    console.print(f"  {page}")


def _print_aspects(aspects: Mapping[str, Aspect]) -> None:
    for name, aspect in aspects.items():
        console.print(f"  {name}: {aspect}")
        for failure in aspect.failures:
            console.print(f"    {failure}", markup=False, highlight=False)


if __name__ == "__main__":
    run_command(main)

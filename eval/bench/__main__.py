"""`python -m eval.bench`: measure the search and write the report. Needs the extra `bench`."""

import os
import platform
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from assistant.wiring import open_encoder
from corpus.errors import BadRequest
from eval.bench.contestants import CONTESTANTS
from eval.bench.quality import Quality, measure_quality
from eval.bench.question_sets import folder_to_sets
from eval.bench.report import ratio, write_bench_report
from eval.bench.speed import Speed, measure_apart
from eval.entry import run_command
from indexing.progress import Progress
from indexing.progress_bars import progress_bars

_SIZES = "1000,20000,100000"
_QUERIES = 200
_PROCESSOR = Path("/proc/cpuinfo")

console = Console(stderr=True, highlight=False, soft_wrap=True)


def main(
    data: Annotated[Path | None, typer.Option(help="数据集所在的文件夹（SQuAD 格式的 JSON，或 TSV）")] = None,
    sizes: Annotated[str, typer.Option(help="测速度的段落数，用逗号隔开；留空则不测速度")] = _SIZES,
    report: Annotated[Path, typer.Option(help="报告的文件夹")] = Path("build/bench"),
    seconds: Annotated[float, typer.Option(help="每个系统在每个规模下检索的秒数上限")] = 20.0,
) -> None:
    """Measure quality on the sets of a folder, and speed and memory at some sizes; write tables and plots."""
    settings = Settings()
    with progress_bars(console) as progress:
        quality = _quality(data, settings, progress) if data else {}
        speeds = _speeds(settings.corpus, _numbers(sizes), seconds, progress)
    _print(quality, speeds)
    console.print(str(write_bench_report(report, quality, speeds, _setting(settings))))


def _quality(data: Path, settings: Settings, progress: Progress) -> dict[str, list[Quality]]:
    if not data.is_dir():
        raise BadRequest(f"找不到文件夹“{data}”。", "请检查 --data 的路径。")
    encoder, cache = open_encoder(settings), settings.data_dir / "cache" / "passages.sqlite"
    return {asked.name: measure_quality(asked, encoder, cache, progress) for asked in folder_to_sets(data)}


def _speeds(corpus: Path, sizes: list[int], seconds: float, progress: Progress) -> list[Speed]:
    todo = [(size, contestant.name) for size in sizes for contestant in CONTESTANTS]
    measured = []
    for done, (size, name) in enumerate(todo):
        progress("速度和内存", done, len(todo))
        measured.append(measure_apart(corpus, size, name, _QUERIES, seconds))
    progress("速度和内存", len(todo), len(todo))
    return measured


def _numbers(sizes: str) -> list[int]:
    try:
        numbers = [int(size) for size in sizes.split(",") if size.strip()]
    except ValueError as error:
        raise BadRequest(f"“{sizes}”不是用逗号隔开的整数。", "例如 --sizes 1000,20000。") from error
    if any(number < 1 for number in numbers):
        raise BadRequest("段落数必须大于 0。", "例如 --sizes 1000,20000。")
    return sorted(set(numbers))


def _print(quality: dict[str, list[Quality]], speeds: list[Speed]) -> None:
    for name, found in quality.items():
        console.print(f"[bold]{name}[/bold]  {found[0].questions} 个问题")
        for one in found:
            console.print(f"  R@1 {one.r1:.3f}  R@5 {one.r5:.3f}  MRR@10 {one.mrr10:.3f}  {one.name}")
    for speed in speeds:
        times, memory = ratio(speed, speeds), "?" if speed.memory_mb is None else f"{speed.memory_mb:.0f}"
        console.print(
            f"{speed.size:>7,}  {speed.median:9.2f} ms  p95 {speed.p95:9.2f} ms  {memory:>6} MB"
            f"  {'' if times is None else f'x{times:.1f}':>8}  {speed.contestant}"
        )


def _setting(settings: Settings) -> dict[str, str]:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return {
        "向量模型": settings.embedding_model,
        "机器": f"{_processor()}，{len(os.sched_getaffinity(0))} 核，Python {platform.python_version()}",
        "结束时的系统负载（1、5、15 分钟）": load,
    }


def _processor() -> str:
    """The processor's name, as Linux tells it."""
    known = _PROCESSOR.read_text(encoding="utf-8") if _PROCESSOR.exists() else ""
    named = (line.partition(":")[2].strip() for line in known.splitlines() if line.startswith("model name"))
    return next(named, platform.machine())


if __name__ == "__main__":
    run_command(main)

"""A running server under load: several clients ask for a while, then how long answers took and what went wrong.

As a command: python -m eval.load --clients 8 --seconds 60 [--url URL]. Starts no server and measures no quality. For a
soak, an hour at a low rate: --clients 2 --seconds 3600 --pause 2 --gold eval/gold/questions.jsonl.
"""

import asyncio
import itertools
import re
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import httpx
import typer
from rich.console import Console

from corpus.errors import BadRequest
from eval.entry import run_command
from eval.gold import read_gold
from indexing.progress import Progress, silent
from indexing.progress_bars import progress_bars

_MEMORY = re.compile(r"^resident_memory_bytes (\d+)$", re.MULTILINE)
_SAMPLES = 10
_TLS = httpx.create_ssl_context()
"""Made once: it takes longer than a question."""


@dataclass(frozen=True, slots=True)
class Load:
    """What to do to a server. `pause` is the seconds a client waits between an answer and its next question; without
    `questions`, what the server itself proposes is asked.
    """

    url: str
    clients: int
    seconds: float
    pause: float = 0.0
    questions: Sequence[str] = ()


@dataclass(slots=True)
class Report:
    """What happened. `taken` are the milliseconds of each answer (200), `refused` of each fast refusal (503)."""

    statuses: Counter[str] = field(default_factory=Counter)
    taken: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    """Bytes of the server's memory, from the beginning to the end."""


async def load(plan: Load, progress: Progress = silent) -> Report:
    """Ask as long as planned. Raises httpx.HTTPError without a server."""
    report = Report()
    async with AsyncExitStack() as stack:
        watcher, *clients = [await stack.enter_async_context(_client(plan.url)) for _ in range(plan.clients + 1)]
        proposed = (await watcher.get("/api/starters")).raise_for_status().json()
        questions = plan.questions or proposed
        until = time.monotonic() + plan.seconds
        firsts = [at * len(questions) // plan.clients for at in range(plan.clients)]
        orders = [(*questions[at:], *questions[:at]) for at in firsts]
        tasks = [
            _ask_on(client, order, until, plan.pause, report) for client, order in zip(clients, orders, strict=True)
        ]
        await asyncio.gather(_watch(watcher, plan.seconds, report, progress), *tasks)
    return report


def _client(url: str) -> httpx.AsyncClient:
    """One each: a pool of many connections is gone through for every request, which would be measured as well."""
    return httpx.AsyncClient(base_url=url, timeout=60, trust_env=False, verify=_TLS)


def report_to_text(report: Report) -> str:
    """The report, a few lines for people."""
    memory = [size // 1024**2 for size in report.memory]
    lines = [
        f"answers   {len(report.taken)}; {_shown(report.taken)}",
        f"statuses  {', '.join(f'{status}: {count}' for status, count in sorted(report.statuses.items()))}",
        f"memory    {' '.join(map(str, memory))} MB" if memory else "memory    unknown",
    ]
    if report.refused:
        lines.insert(1, f"refusals  {len(report.refused)}; {_shown(report.refused)}")
    return "\n".join(lines)


async def _ask_on(
    client: httpx.AsyncClient, questions: Sequence[str], until: float, pause: float, report: Report
) -> None:
    for question in itertools.cycle(questions):
        if time.monotonic() >= until:
            return
        began = time.perf_counter()
        try:
            response = await client.post("/api/ask", json={"question": question})
            status = str(response.status_code)
        except httpx.HTTPError as error:
            status = type(error).__name__
        milliseconds = (time.perf_counter() - began) * 1000
        report.statuses[status] += 1
        if status in {"200", "503"}:
            (report.taken if status == "200" else report.refused).append(milliseconds)
        await asyncio.sleep(_told_to_wait(status, pause))


def _told_to_wait(status: str, pause: float) -> float:
    """A client that is told to come back does not come back at once, though sooner than it should."""
    return max(pause, 0.1) if status != "200" else pause


async def _watch(client: httpx.AsyncClient, seconds: float, report: Report, progress: Progress) -> None:
    """Look at the server's memory, at the beginning, at the end and in between."""
    for done in range(_SAMPLES + 1):
        found = _MEMORY.search((await client.get("/metrics")).text)
        if found:
            report.memory.append(int(found[1]))
        progress("提问", done, _SAMPLES)
        await asyncio.sleep(seconds / _SAMPLES if done < _SAMPLES else 0)


def _shown(milliseconds: Sequence[float]) -> str:
    if not milliseconds:
        return "none"
    ordered = sorted(milliseconds)
    at = {share: ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))] for share in (50, 95, 99)}
    return ", ".join(f"p{share} {value:.1f} ms" for share, value in at.items()) + f", max {ordered[-1]:.1f} ms"


def main(
    url: Annotated[str, typer.Option(help="where the server listens")] = "http://127.0.0.1:8000",
    clients: Annotated[int, typer.Option(min=1, max=1000)] = 8,
    seconds: Annotated[float, typer.Option(min=0, max=7200)] = 60,
    pause: Annotated[float, typer.Option(min=0, help="seconds between an answer and the next question")] = 0,
    gold: Annotated[Path | None, typer.Option(help="ask this gold's questions, not what the server proposes")] = None,
) -> None:
    """Put a running server under load and print what happened."""
    questions = [asked.question for item in read_gold(gold) for asked in item.questions] if gold else []
    with progress_bars(Console(stderr=True)) as progress:
        try:
            report = asyncio.run(load(Load(url, clients, seconds, pause, questions), progress))
        except httpx.HTTPError as error:
            raise BadRequest(f"{url} 没有正常应答：{error}。", "请先启动服务，或用 --url 指明地址。") from error
    typer.echo(report_to_text(report))


if __name__ == "__main__":
    run_command(main)

"""A running server under load: several clients ask for a while, then how long answers took and what went wrong.

As a command: python -m eval.load --clients 8 --seconds 60 [--url URL]. Starts no server and measures no quality.
"""

import argparse
import asyncio
import itertools
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import httpx

__all__ = ["Load", "Report", "load", "report_to_text"]

_MEMORY = re.compile(r"^resident_memory_bytes (\d+)$", re.MULTILINE)
_MOST_CLIENTS, _MOST_SECONDS = 1000, 7200


@dataclass(frozen=True, slots=True)
class Load:
    """What to do to a server; `pause` is the seconds a client waits between an answer and its next question."""

    url: str
    clients: int
    seconds: float
    pause: float = 0.0


@dataclass(slots=True)
class Report:
    """What happened. `taken` are the milliseconds of each answer (200), `refused` of each fast refusal (503)."""

    statuses: Counter[str] = field(default_factory=Counter)
    taken: list[float] = field(default_factory=list)
    refused: list[float] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)
    """Bytes of the server's memory, from the beginning to the end."""


async def load(plan: Load) -> Report:
    """Ask what the server itself proposes to ask, as long as planned. Raises httpx.HTTPError without a server."""
    report = Report()
    limits = httpx.Limits(max_connections=plan.clients + 1)
    async with httpx.AsyncClient(base_url=plan.url, timeout=60, limits=limits, trust_env=False) as client:
        questions = (await client.get("/api/starters")).raise_for_status().json()
        until = time.monotonic() + plan.seconds
        tasks = [
            _ask_on(client, questions[at % len(questions) :], until, plan.pause, report) for at in range(plan.clients)
        ]
        await asyncio.gather(_watch(client, until, report), *tasks)
    return report


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


async def _watch(client: httpx.AsyncClient, until: float, report: Report, times: int = 10) -> None:
    """Look at the server's memory, at the beginning, at the end and in between."""
    every = max(0.0, until - time.monotonic()) / times
    for _ in range(times + 1):
        found = _MEMORY.search((await client.get("/metrics")).text)
        if found:
            report.memory.append(int(found[1]))
        await asyncio.sleep(every if time.monotonic() < until else 0)


def _shown(milliseconds: Sequence[float]) -> str:
    if not milliseconds:
        return "none"
    ordered = sorted(milliseconds)
    at = {share: ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))] for share in (50, 95, 99)}
    return ", ".join(f"p{share} {value:.1f} ms" for share, value in at.items()) + f", max {ordered[-1]:.1f} ms"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Put a running server under load.")
    parser.add_argument("--url", default="http://127.0.0.1:8000")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between an answer and the next question")
    asked = parser.parse_args()
    plan = Load(asked.url, min(asked.clients, _MOST_CLIENTS), min(asked.seconds, _MOST_SECONDS), asked.pause)
    sys.stdout.write(report_to_text(asyncio.run(load(plan))) + "\n")


if __name__ == "__main__":
    main()

"""How fast and how large one contestant is at one size, measured in a process of its own, so that memory is its own.

`python -m eval.bench.speed CORPUS SIZE CONTESTANT QUERIES SECONDS` is that process: it prints one JSON object.
"""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

import numpy as np
from pydantic import BaseModel

from corpus.errors import UserError
from eval.bench.contestants import CONTESTANTS, Contestant, Search
from eval.bench.passages import clauses_to_passages, clauses_to_queries, corpus_to_clauses, unit_vectors
from indexing.engine import Scores

DIMENSION = 384
_WARM = 3
_FEWEST = 5
_MEGABYTE = 2**20
_STATUS = Path("/proc/self/status")


class Speed(BaseModel):
    """One contestant at one size. Times of single searches, in ms, in the order they were made."""

    contestant: str
    size: int
    build_s: float
    memory_mb: float | None
    """What building added to the resident memory of the process; None where the system does not tell."""
    resident_mb: float | None = None
    """All that the process has in memory after searching."""
    times_ms: tuple[float, ...]
    per_second: float | None = None
    """Searches a second where as many threads as cores search."""

    @property
    def median(self) -> float:
        """Of the times."""
        return float(np.median(self.times_ms))

    @property
    def p95(self) -> float:
        """Of the times."""
        return float(np.percentile(self.times_ms, 95))


def measure_apart(corpus: Path, size: int, contestant: str, queries: int, seconds: float) -> Speed:
    """Measure in a child process; raises CalledProcessError where it fails."""
    command = [sys.executable, "-m", __name__, str(corpus), str(size), contestant, str(queries), str(seconds)]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=True)  # noqa: S603  our own module
    return Speed.model_validate_json(run.stdout)


def measure_speed(
    contestant: Contestant, passages: Sequence[str], vectors: Scores, queries: Sequence[str], seconds: float
) -> Speed:
    """Build, then search until all queries are asked or the seconds are over, at least five times."""
    gc.collect()
    before, start = _resident(), perf_counter()
    search = contestant.build(passages, vectors)
    built = perf_counter() - start
    gc.collect()
    asked = unit_vectors(len(queries), vectors.shape[1], seed=2)
    times = _times(search, queries, asked, seconds)
    after = _resident()
    return Speed(
        contestant=contestant.name,
        size=len(passages),
        build_s=built,
        memory_mb=None if before is None or after is None else after - before,
        resident_mb=after,
        times_ms=tuple(times),
        per_second=_per_second(search, queries[: len(times)], asked),
    )


def _times(search: Search, queries: Sequence[str], vectors: Scores, seconds: float) -> list[float]:
    for query, vector in zip(queries[:_WARM], vectors, strict=False):
        search(query, vector)
    times: list[float] = []
    begin = perf_counter()
    for query, vector in zip(queries, vectors, strict=True):
        start = perf_counter()
        search(query, vector)
        times.append((perf_counter() - start) * 1000)
        if len(times) >= _FEWEST and perf_counter() - begin > seconds:
            break
    return times


def _per_second(search: Search, queries: Sequence[str], vectors: Scores) -> float:
    """Each query again, a little longer, so that none comes from a cache."""
    start = perf_counter()
    with ThreadPoolExecutor(len(os.sched_getaffinity(0))) as threads:
        done = len(list(threads.map(search, [f"{query}吗" for query in queries], vectors)))
    return done / (perf_counter() - start)


def _resident() -> float | None:
    """Megabytes of this process in memory."""
    if not _STATUS.exists():
        return None
    line = next(line for line in _STATUS.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / _MEGABYTE


def _main(corpus: str, size: str, name: str, queries: str, seconds: str) -> None:
    clauses = corpus_to_clauses(Path(corpus))
    contestant = next(one for one in CONTESTANTS if one.name == name)
    measured = measure_speed(
        contestant,
        clauses_to_passages(clauses, int(size)),
        unit_vectors(int(size), DIMENSION, seed=1),
        clauses_to_queries(clauses, int(queries)),
        float(seconds),
    )
    sys.stdout.write(json.dumps(measured.model_dump(), ensure_ascii=False))


if __name__ == "__main__":
    try:
        _main(*sys.argv[1:])
    except UserError as error:
        sys.exit(str(error))

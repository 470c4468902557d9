"""What a running server is like at this moment, as gauges. Counts nothing itself."""

import os
from contextlib import suppress
from pathlib import Path

from api.counters import Gauge
from api.desk import Desk

__all__ = ["desk_gauges", "resident_bytes"]

_MEMORY = Path("/proc/self/statm")


def desk_gauges(desk: Desk) -> list[Gauge]:
    """Readiness, the index, the queues and the memory of this process."""
    state = desk.opening.readiness
    index = {"generation": state.generation or ""}
    documents = len(desk.opening.library.documents) if state.library else 0
    return [
        Gauge("ready", int(state.assistant), "Whether questions can be answered."),
        Gauge("library_ready", int(state.library), "Whether lists can be had."),
        Gauge("index_info", int(state.assistant), "The generation of the index that is served.", index),
        Gauge("documents", documents, "Documents in the library that is served."),
        Gauge("work_waiting", desk.pool.waiting, "Questions and searches that wait for a worker."),
        Gauge("resident_memory_bytes", resident_bytes(), "Memory of the process in bytes."),
    ]


def resident_bytes() -> int:
    """Memory of this process in bytes; 0 where the system does not tell."""
    with suppress(OSError):
        return int(_MEMORY.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return 0

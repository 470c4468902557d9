"""Whether the server lives, whether it can answer, and what it has done."""

import os
from contextlib import suppress
from pathlib import Path

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel

from api.counters import Gauge
from api.desk import Desk, DeskDep
from api.guards.access import needs
from assistant.keeping.identity import KeyScope

router = APIRouter(tags=["运行"])
_MEMORY = Path("/proc/self/statm")


class Health(BaseModel, use_attribute_docstrings=True):
    """The process lives."""

    status: str = "ok"
    """Always ok."""


class Ready(BaseModel, use_attribute_docstrings=True):
    """Whether lists and answers can be had, and whether they can be kept."""

    ready: bool
    """Whether questions can be answered; where answers have to be recorded or callers known, that takes `keeping`."""
    library: bool
    """Whether the lists (documents, tasks, targets, …) can be had."""
    assistant: bool
    """Whether the index and the model are open."""
    keeping: bool
    """Whether the database of conversations, feedback, keys and the audit trail can be written."""
    index: str | None
    """Generation id of the open index; null until it is open."""
    missing: tuple[str, ...]
    """What is not there, in Chinese sentences; also what questions can be answered without."""


@router.get("/healthz", summary="进程是否活着")
async def healthz() -> Health:
    """Always ok: whoever can answer this lives."""
    return Health()


@router.get("/readyz", summary="能否回答问题，缺什么", responses={503: {"model": Ready, "description": "还不能回答"}})
async def readyz(desk: DeskDep, response: Response) -> Ready:
    """503 until questions can be answered."""
    ready = await _ready(desk)
    response.status_code = 200 if ready.ready else 503
    return ready


@router.get("/api/status", summary="能否回答问题，缺什么（总是 200，给页面用）")
async def status(desk: DeskDep) -> Ready:
    """What /readyz says, for people to look at."""
    return await _ready(desk)


@router.get("/metrics", summary="计数", response_class=PlainTextResponse, dependencies=[needs(KeyScope.READ)])
async def metrics(desk: DeskDep) -> str:
    """Counters, durations and gauges in the text format that Prometheus reads."""
    return desk.counters.text(desk_gauges(desk))


async def _ready(desk: Desk) -> Ready:
    state, trouble = desk.opening.readiness, await run_in_threadpool(desk.keeping.trouble)
    needed = desk.settings.audit != "off" or desk.settings.auth == "on"
    return Ready(
        ready=state.assistant and not (trouble and needed),
        library=state.library,
        assistant=state.assistant,
        keeping=trouble is None,
        index=state.generation,
        missing=(*state.missing, *([trouble] if trouble else [])),
    )


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

"""Whether the server lives, whether it can answer, and what it has done."""

from fastapi import APIRouter, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse
from pydantic import BaseModel, ConfigDict

from api.desk import Desk, DeskDep
from api.gauges import desk_gauges
from api.guards.access import needs
from assistant.keeping.identity import KeyScope

__all__ = ["router"]

router = APIRouter(tags=["运行"])


class Health(BaseModel):
    """The process lives."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    status: str = "ok"
    """Always ok."""


class Ready(BaseModel):
    """Whether lists and answers can be had, and whether they can be kept."""

    model_config = ConfigDict(use_attribute_docstrings=True)

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

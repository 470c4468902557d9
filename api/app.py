"""The HTTP application: routes, what surrounds them, and its life from start to stop. Opens nothing itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version

from fastapi import FastAPI

from api.body_limit import BodyLimit
from api.counters import Counters
from api.desk import Desk
from api.envelope import Envelope
from api.opening import Opening
from api.pool import WorkPool
from api.problems import add_handlers
from api.routes import asking, documents, facts, health, page, reviewing
from api.same_origin import SameOrigin
from api.updates import Changes, Updates
from assistant.settings import Settings

__all__ = ["create_app"]

_MULTIPART_OVERHEAD = 64 * 1024


def create_app(opening: Opening, changes: Changes, settings: Settings) -> FastAPI:
    """The application. The opening starts with it and is closed with it; until it is done, routes answer 503."""
    counters = Counters()
    desk = Desk(
        settings=settings,
        opening=opening,
        pool=WorkPool(settings.workers, settings.queue),
        updates=Updates(changes, opening.follow),
        counters=counters,
    )
    app = FastAPI(
        title="政策问答助手",
        description="对政策文件的问答、任务清单、责任矩阵和指标比较；每句话都有出处。错误一律是 Problem。",
        version=version("policy-assistant"),
        lifespan=_life,
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = desk
    for module in (asking, facts, reviewing, documents, health, page):
        app.include_router(module.router)
    app.mount("/web", page.static_files())
    add_handlers(app)
    app.add_middleware(BodyLimit, settings.max_body_bytes, settings.max_upload_bytes + _MULTIPART_OVERHEAD)
    app.add_middleware(SameOrigin)
    app.add_middleware(Envelope, counters)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    desk.opening.start()
    yield
    desk.close()

"""The HTTP application: routes, what surrounds them, and its life from start to stop. Opens nothing itself."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import version

from fastapi import FastAPI

from api.allowed import known_parameters
from api.counters import Counters
from api.desk import Desk
from api.envelope import Envelope
from api.guards.access import Access, needs
from api.guards.body_limit import BodyLimit
from api.guards.buckets import Buckets
from api.guards.hosts import KnownHosts, SameOrigin, host_names
from api.guards.root_path import RootPath
from api.guards.visit import Attendance
from api.opening import Opening
from api.pool import WorkPool
from api.problems import add_handlers
from api.routes import (
    asking,
    conversations,
    differing,
    documents,
    facts,
    feedback,
    health,
    openai,
    page,
    page_pictures,
    signing,
)
from api.routes.mcp import mcp_route
from api.updates import Changes, Updates
from api.uploads import sweep_incoming
from assistant.catalogue import Catalogue
from assistant.keeping.identity import KeyScope
from assistant.keeping.keeping import open_keeping
from assistant.settings import Settings
from corpus.errors import DataDirUnusable

_MULTIPART_OVERHEAD = 64 * 1024
_LOGINS_PER_MINUTE = 10


def create_app(opening: Opening, changes: Changes, settings: Settings) -> FastAPI:
    """The application. The opening starts with it and is closed with it; until it is done, routes answer 503."""
    counters = Counters()
    desk = Desk(
        settings=settings,
        opening=opening,
        pool=WorkPool(settings.workers, settings.queue),
        updates=Updates(changes, opening.follow),
        counters=counters,
        keeping=open_keeping(settings),
        logins=Buckets(_LOGINS_PER_MINUTE),
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
    for module in (asking, facts, differing, documents, page_pictures, conversations, feedback):
        app.include_router(module.router, dependencies=[needs(KeyScope.READ), known_parameters])
    app.include_router(openai.router, dependencies=[needs(KeyScope.READ)])
    app.include_router(signing.router, dependencies=[known_parameters])
    for module in (health, page):
        app.include_router(module.router)
    app.router.routes.append(mcp_route(desk))
    app.mount("/web", page.static_files())
    add_handlers(app)
    app.add_middleware(BodyLimit, settings.max_body_bytes, settings.max_upload_bytes + _MULTIPART_OVERHEAD)
    app.add_middleware(Access, desk.keeping.keys, settings)
    llm = settings.llm_timeout if settings.llm_base_url else 0
    app.add_middleware(Attendance, settings.request_timeout + llm, settings.upload_timeout)
    app.add_middleware(SameOrigin)
    app.add_middleware(KnownHosts, host_names(settings))
    app.add_middleware(Envelope, counters)
    app.add_middleware(RootPath, settings.root_path)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    desk: Desk = app.state.desk
    sweep_incoming(desk.settings.data_dir)
    with suppress(DataDirUnusable):  # told by whatever needs the place
        Catalogue(desk.settings.data_dir, desk.settings.corpus).sweep()
    desk.opening.start()
    yield
    desk.close()

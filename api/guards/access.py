"""Who sends a request, how often they may, and what they may do. Knows no route: routes say what they need."""

import math
from contextvars import ContextVar
from typing import Annotated

from fastapi import Depends, Request, Security
from fastapi.concurrency import run_in_threadpool
from fastapi.params import Depends as DependsOn
from fastapi.security import APIKeyCookie, HTTPBearer
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from api.guards.buckets import Buckets
from api.problems import error_response
from assistant.keeping.identity import LOCAL, Identity, KeyScope
from assistant.keeping.keys import Keys
from assistant.settings import Settings
from corpus.errors import NotAllowed, NotSignedIn, TooManyRequests, UserError

COOKIE = "assistant_session"
_CURRENT: ContextVar[Scope] = ContextVar("current request")

_KEY = HTTPBearer(scheme_name="key", description="密钥；只在 ASSISTANT_AUTH=on 时需要。", auto_error=False)
_SESSION = APIKeyCookie(name=COOKIE, scheme_name="session", description="/api/login 给出的会话。", auto_error=False)
"""For the description of the API only: who sends a request is found out for all of it, before any route."""


class Access:
    """ASGI middleware. Notes who sends a request (`scope["identity"]`; None: nobody we know) and limits how often."""

    def __init__(self, app: ASGIApp, keys: Keys, settings: Settings) -> None:
        self._app = app
        self._keys = keys
        self._sign_in = settings.auth == "on"
        self._buckets = Buckets(0 if settings.auth == "off" else settings.rate_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 429."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        try:
            scope["identity"] = identity = await self._identity(scope)
            known = identity is not None and identity.key_id is not None
            slow_down(self._buckets, f"key {identity.key_id}" if identity and known else address(scope))
        except UserError as error:
            await error_response(Request(scope), error)(scope, receive, send)
        else:
            _CURRENT.set(scope)
            await self._app(scope, receive, send)

    async def _identity(self, scope: Scope) -> Identity | None:
        """Raises DataDirUnusable, Busy."""
        if not self._sign_in:
            return LOCAL
        headers = Headers(scope=scope)
        kind, _, key = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            return await run_in_threadpool(self._keys.of_secret, key.strip())
        token = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        return await run_in_threadpool(self._keys.of_session, token) if token else None


class Guarded:
    """A mounted ASGI application that needs a scope."""

    def __init__(self, app: ASGIApp, scope: KeyScope = KeyScope.READ) -> None:
        self._app = app
        self._needed = scope

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 401 or 403."""
        try:
            if scope["type"] == "http":
                _check(scope, self._needed)
        except UserError as error:
            await error_response(Request(scope), error)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def needs(scope: KeyScope) -> DependsOn:
    """What a route or router depends on so that it is only for those who have this scope."""

    async def check(
        request: Request, _key: Annotated[object, Security(_KEY)], _session: Annotated[object, Security(_SESSION)]
    ) -> None:
        _check(request.scope, scope)

    dependency: DependsOn = Depends(check)
    return dependency


def scope_to_caller(scope: Scope) -> Identity | None:
    """Who sends a request; None where that is not known."""
    caller: Identity | None = scope["identity"]
    return caller


def scope_to_identity(scope: Scope) -> Identity:
    """Who sends a request; raises NotSignedIn."""
    identity = scope_to_caller(scope)
    if identity is None:
        raise NotSignedIn("需要登录。", "请用密钥登录，或在请求头 Authorization: Bearer 中带上密钥。")
    return identity


def current_scope() -> Scope:
    """The request that is being answered, for code that a library calls without telling it."""
    return _CURRENT.get()


def slow_down(buckets: Buckets, caller: str) -> None:
    """Count a request; raises TooManyRequests where it comes too early."""
    wait = buckets.take(caller)
    if wait:
        raise TooManyRequests("请求太频繁。", f"请过{math.ceil(wait)}秒再试。", math.ceil(wait))


def address(scope: Scope) -> str:
    """Where a request comes from, for telling callers apart."""
    client = scope.get("client")
    return f"address {client[0]}" if client else "address unknown"


def _check(scope: Scope, needed: KeyScope) -> None:
    if needed not in scope_to_identity(scope).scopes:
        raise NotAllowed("这个密钥没有这项权限。", f"需要权限 {needed}；请向管理人员申请。")

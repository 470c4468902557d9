"""Around every request: an id, protective headers, a log line, counters, and the one handler of the unexpected."""

import secrets
import time
from collections.abc import Mapping

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.counters import Counters
from api.problems import DEFECT, problem_response

log = structlog.get_logger()

_ASKED_ALL_THE_TIME = frozenset({"/healthz", "/readyz", "/metrics", "/api/status"})
"""By machines that watch: not worth a line each."""

_HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Envelope:
    """ASGI middleware. The request id goes into the scope, the log, the response header and every problem body."""

    def __init__(self, app: ASGIApp, counters: Counters) -> None:
        self._app = app
        self._counters = counters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = secrets.token_hex(8)
        scope["request_id"] = request_id
        began, reply = time.perf_counter(), _Reply(send, request_id)
        structlog.contextvars.bind_contextvars(request_id=request_id)
        try:
            await self._answer(scope, receive, reply)
        finally:
            self._note(scope, reply.status, time.perf_counter() - began)
            structlog.contextvars.clear_contextvars()

    async def _answer(self, scope: Scope, receive: Receive, reply: "_Reply") -> None:
        try:
            await self._app(scope, receive, reply)
        except Exception:  # the one handler of defects: logged with its trace, told without it
            log.exception("unexpected error")
            if not reply.status:
                response = problem_response(reply.request_id, 500, "internal_error", DEFECT)
                await response(scope, receive, reply)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        """Routes are named by their template, so that neither counters nor logs hold what was asked."""
        route = getattr(scope.get("route"), "path", "unknown")
        self._counters.add("http_requests", route=route, method=scope["method"], status=str(status))
        self._counters.observe("http_request", seconds, route=route)
        tell = log.debug if route in _ASKED_ALL_THE_TIME else log.info
        tell("request", route=route, method=scope["method"], status=status, ms=round(seconds * 1000, 1))


class _Reply:
    """Sends on, adding headers and remembering the status (0: nothing was sent yet)."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self.request_id = request_id
        self.status = 0

    async def __call__(self, message: Message) -> None:
        """Send one message."""
        if message["type"] == "http.response.start":
            self.status = int(message["status"])  # a plain number also where an enum was sent
            headers = MutableHeaders(scope=message)
            headers["X-Request-ID"] = self.request_id
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            if headers.get("content-type", "").startswith("text/event-stream"):
                headers["X-Accel-Buffering"] = "no"  # a proxy that collects a stream would show nothing until its end
        await self._send(message)

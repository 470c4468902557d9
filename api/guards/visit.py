"""How long a request is worth working for: until its caller has gone, or it has taken too long.

Work in threads can't be killed. It asks, between its steps, whether it is still wanted.
"""

import asyncio
from contextlib import suppress
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import error_response, problem_response
from corpus.errors import TookTooLong

_GRACE = 10.0
"""Seconds that a stream, once it should be over, has left to say so itself."""


class Visit:
    """A request while it is worked on."""

    def __init__(self) -> None:
        self.arrived = False
        """Whether the whole body is here."""
        self.started = False
        """Whether the response has begun."""
        self.finished = False
        self.gone = asyncio.Event()
        self._late = False
        self._limit: asyncio.Timeout | None = None

    def check(self) -> None:
        """Raises TookTooLong where the work is not wanted any more: it is too late, or whoever waited has gone and will
        not read this. May be called from any thread.
        """
        if self._late or self.gone.is_set():
            raise too_late()

    def take_your_time(self) -> None:
        """Set no limit to this request: what it does may take long, and is finished even if nobody waits."""
        if self._limit is not None:
            self._limit.reschedule(None)

    def limit(self, seconds: float) -> asyncio.Timeout:
        """The limit, which is to be entered."""
        self._limit = asyncio.timeout(seconds)
        return self._limit

    def out_of_time(self) -> None:
        """Let the work end at its next step."""
        self._late = True


def too_late() -> TookTooLong:
    """The error of a request that took too long."""
    return TookTooLong("没有在规定时间内得到答复。", "请稍后再试，或把问题问得更具体。")


def scope_to_visit(scope: Scope) -> Visit:
    """The visit of a request."""
    visit: Visit = scope["visit"]
    return visit


class Attendance:
    """ASGI middleware. Work whose caller has gone is cancelled; what takes longer than `seconds` is answered with 503,
    a body that does not arrive in that time (uploads: `upload_seconds`) with 408.
    """

    def __init__(self, app: ASGIApp, seconds: float, upload_seconds: float) -> None:
        self._app = app
        self._seconds = seconds
        self._upload_seconds = upload_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        visit, inbox = Visit(), asyncio.Queue[Message](1)
        scope["visit"] = visit
        pump = asyncio.create_task(_pump(receive, inbox, visit))
        work = asyncio.ensure_future(self._app(scope, inbox.get, _Noted(send, visit)))
        try:
            await self._attend(scope, work, visit)
        except TimeoutError:
            await _stop(work)
            await _say_too_late(scope, receive, send, visit)
        finally:
            await _stop(pump)
            await _stop(work)

    async def _attend(self, scope: Scope, work: asyncio.Future[None], visit: Visit) -> None:
        """Wait until the work is done or nobody waits for it; raises TimeoutError, or what the work has raised."""
        gone = asyncio.ensure_future(visit.gone.wait())
        either: set[asyncio.Future[Any]] = {work, gone}
        try:
            with suppress(TimeoutError):
                async with visit.limit(self._upload_seconds if _is_upload(scope) else self._seconds):
                    await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
            if not work.done() and not gone.done():
                visit.out_of_time()
                await asyncio.wait(either, timeout=_GRACE * visit.started, return_when=asyncio.FIRST_COMPLETED)
        finally:
            await _stop(gone)
        if work.done():
            await work
        elif not visit.gone.is_set():
            raise TimeoutError


async def _pump(receive: Receive, inbox: asyncio.Queue[Message], visit: Visit) -> None:
    """Hand the body on, then wait for the caller to go."""
    while True:
        message = await receive()
        if message["type"] == "http.disconnect" and not visit.finished:
            visit.gone.set()
        visit.arrived = visit.arrived or not message.get("more_body", False)
        await inbox.put(message)
        if message["type"] == "http.disconnect":
            return


async def _stop(task: asyncio.Future[Any]) -> None:
    """Cancel a task and wait until it has ended; what it raised was told where it was awaited."""
    task.cancel()
    await asyncio.wait({task})
    if not task.cancelled():
        task.exception()


async def _say_too_late(scope: Scope, receive: Receive, send: Send, visit: Visit) -> None:
    if visit.started:
        return
    if visit.arrived:
        response = error_response(Request(scope), too_late())
    else:
        message = "请求正文没有在规定时间内传完。请检查网络后再试。"
        headers = {"Connection": "close"}
        response = problem_response(scope.get("request_id", ""), 408, "body_too_slow", message, headers)
    await response(scope, receive, send)


def _is_upload(scope: Scope) -> bool:
    return any(name == b"content-type" and value.startswith(b"multipart/") for name, value in scope["headers"])


class _Noted:
    """Sends on, noting when the response begins and ends."""

    def __init__(self, send: Send, visit: Visit) -> None:
        self._send = send
        self._visit = visit

    async def __call__(self, message: Message) -> None:
        """Send one message."""
        self._visit.started = True
        self._visit.finished = message["type"] == "http.response.body" and not message.get("more_body", False)
        await self._send(message)

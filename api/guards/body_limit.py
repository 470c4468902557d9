"""A limit on request bodies, counted in bytes as they arrive: what a header claims is not believed."""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import problem_response


class BodyLimit:
    """ASGI middleware. Multipart bodies (uploads) have a limit of their own."""

    def __init__(self, app: ASGIApp, plain: int, multipart: int) -> None:
        self._app = app
        self._plain = plain
        self._multipart = multipart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 413."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        limit = self._multipart if headers.get("content-type", "").startswith("multipart/") else self._plain
        claimed = headers.get("content-length", "0")
        if claimed.isdecimal() and int(claimed) > limit:
            await _refuse(scope, receive, send, limit)
            return
        try:
            await self._app(scope, _Counted(receive, limit), send)
        except _TooLarge:
            await _refuse(scope, receive, send, limit)


class _TooLarge(Exception):
    """When more bytes arrive than allowed."""


class _Counted:
    """Receives on, counting."""

    def __init__(self, receive: Receive, limit: int) -> None:
        self._receive = receive
        self._left = limit

    async def __call__(self) -> Message:
        """Receive one message."""
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise _TooLarge
        return message


async def _refuse(scope: Scope, receive: Receive, send: Send, limit: int) -> None:
    message = f"请求正文太大，最多{limit // 1024} KB。请减少内容后再发。"
    response = problem_response(scope.get("request_id", ""), 413, "body_too_large", message, {"Connection": "close"})
    await response(scope, receive, send)

"""Where programs find the tools of the Model Context Protocol: one address, one request and one answer at a time."""

import asyncio
from typing import TYPE_CHECKING

from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from api.desk import Desk
from api.guards.access import Guarded

if TYPE_CHECKING:
    from api.protocols.mcp_server import McpRequests


def mcp_route(desk: Desk) -> Route:
    """The route /mcp."""
    return Route("/mcp", Guarded(_Endpoint(desk)), methods=["POST"], include_in_schema=False)


class _Endpoint:
    """ASGI application. The protocol's library is imported, in a thread, when the first request comes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._requests: McpRequests | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if self._requests is None:
            self._requests = await asyncio.to_thread(_requests, self._desk)
        await self._requests.answer(scope, receive, send)


def _requests(desk: Desk) -> "McpRequests":
    from api.protocols.mcp_server import McpRequests

    return McpRequests(desk)

"""Refuses what another web site makes a browser send: changes to the corpus must come from our page or a program."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import problem_response

__all__ = ["SameOrigin"]

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({None, "", "same-origin", "none"})


class SameOrigin:
    """ASGI middleware. Browsers say where a request comes from in Sec-Fetch-Site, which scripts can't set."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 403."""
        foreign = scope["type"] == "http" and scope["method"] not in _READING and not _is_ours(scope)
        if foreign:
            message = "这个请求来自别的网站，不能执行。请在本系统的页面上操作。"
            response = problem_response(scope.get("request_id", ""), 403, "cross_site", message)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _is_ours(scope: Scope) -> bool:
    """Old browsers say only the origin; programs say neither."""
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None or origin is None:
        return site in _OURS
    return urlsplit(origin).netloc == headers.get("host")

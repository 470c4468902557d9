"""Refuses what other web sites are behind: requests for names that are none of ours (a foreign name made to point here,
DNS rebinding, would let scripts read what this server says), and changes that another site makes a browser send.
"""

import ipaddress
import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.problems import problem_response
from assistant.settings import Settings

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45})\]|([^\s:/?#@\[\]\\]{1,253}))(?::\d{1,5})?")
"""A name or an address, in brackets where it holds colons, and a port; nothing else."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({None, "", "same-origin", "none"})


class KnownHosts:
    """ASGI middleware. An address says nothing about a name, so that addresses always pass."""

    def __init__(self, app: ASGIApp, names: frozenset[str]) -> None:
        self._app = app
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 400."""
        if scope["type"] == "http" and not self._is_ours(Headers(scope=scope).getlist("host")):
            message = "不能用这个主机名访问。如果它确实属于本系统，请写进设置 ASSISTANT_ALLOWED_HOSTS。"
            response = problem_response(scope.get("request_id", ""), 400, "unknown_host", message)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)

    def _is_ours(self, hosts: list[str]) -> bool:
        if len(hosts) != 1:
            return False
        match = _HOST.fullmatch(hosts[0])
        name = (match[1] or match[2]).lower().rstrip(".") if match else ""
        return name in self._names or _is_address(name)


def host_names(settings: Settings) -> frozenset[str]:
    """The names that requests may be for."""
    listed = (name.strip().lower() for name in settings.allowed_hosts.split(","))
    return frozenset({"localhost", settings.host.lower(), *listed} - {""})


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class SameOrigin:
    """ASGI middleware. Browsers say where a request comes from in Sec-Fetch-Site, which scripts can't set."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or refuse it with 403."""
        foreign = scope["type"] == "http" and scope["method"] not in _READING and not _comes_from_us(scope)
        if foreign:
            message = "这个请求来自别的网站，不能执行。请在本系统的页面上操作。"
            response = problem_response(scope.get("request_id", ""), 403, "cross_site", message)
            await response(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _comes_from_us(scope: Scope) -> bool:
    """Old browsers say only the origin; programs say neither."""
    headers = Headers(scope=scope)
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None or origin is None:
        return site in _OURS
    return urlsplit(origin).netloc == headers.get("host")

"""Routes whose answers carry a tag of their content: who has it already is told so instead of getting it again."""

import hashlib
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.responses import FileResponse, StreamingResponse
from fastapi.routing import APIRoute

_TAG = {"ETag": {"description": "内容的标记，可放进 If-None-Match", "schema": {"type": "string"}}}
_TAG_LENGTH = 32


def tagged(headers: Mapping[str, Any] | None = None) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of such a route, which has these headers too."""
    return {
        200: {"headers": {**_TAG, **(headers or {})}},
        304: {"description": "与 If-None-Match 里的标记相同，没有变化"},
    }


class TaggedRoute(APIRoute):
    """Adds an ETag to what is read, and answers 304 where If-None-Match names it. The tag is a hash of the body."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler of the route, its answers tagged."""
        handle = super().get_route_handler()

        async def answered(request: Request) -> Response:
            response = await handle(request)
            whole = not isinstance(response, FileResponse | StreamingResponse)
            wanted = request.method == "GET" and response.status_code == 200 and whole
            return _with_tag(request, response) if wanted else response

        return answered


def _with_tag(request: Request, response: Response) -> Response:
    tag = f'"{hashlib.sha256(response.body).hexdigest()[:_TAG_LENGTH]}"'
    response.headers["ETag"] = tag
    response.headers.setdefault("Cache-Control", "private, no-cache")
    if not _names(request.headers.get("if-none-match", ""), tag):
        return response
    kept = {name: value for name, value in response.headers.items() if not name.startswith("content-")}
    return Response(status_code=304, headers=kept)


def _names(condition: str, tag: str) -> bool:
    """Whether the header names the tag; a weak comparison, as it is to be for this header."""
    named = [one.strip().removeprefix("W/") for one in condition.split(",")]
    return tag in named or named == ["*"]

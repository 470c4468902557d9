"""Parts of lists over HTTP: the array stays an array, how long the whole is and where to go on is said in headers."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Query, Request, Response

T = TypeVar("T")

PAGED: Mapping[str, Any] = {
    "X-Total-Count": {"description": "符合条件的总条数", "schema": {"type": "integer", "minimum": 0}},
    "Link": {
        "description": 'RFC 8288：rel="next" 下一页，rel="prev" 上一页；没有则不出现',
        "schema": {"type": "string"},
    },
}
"""What OpenAPI says of the headers of a list that comes in parts."""


class Pages:
    """Which part of a list is wanted, all of it where nothing is said. Files are not cut: they are always whole."""

    def __init__(
        self,
        request: Request,
        response: Response,
        limit: Annotated[
            int | None, Query(ge=1, le=10_000, description="最多几条；不填则全部。只对 JSON 起作用，文件总是完整")
        ] = None,
        offset: Annotated[int, Query(ge=0, le=1_000_000, description="跳过前几条")] = 0,
    ) -> None:
        self._url, self._response = request.url, response
        self._root: str = request.scope.get("root_path", "")
        self.limit, self.offset = limit, offset

    def cut(self, items: Sequence[T]) -> Sequence[T]:
        """The part of the list that is wanted; its headers go into the response."""
        end = len(items) if self.limit is None else self.offset + self.limit
        self._response.headers["X-Total-Count"] = str(len(items))
        links = [*self._previous(), *self._next(end, len(items))]
        if links:
            self._response.headers["Link"] = ", ".join(links)
        return items[self.offset : end]

    def _previous(self) -> list[str]:
        if not self.offset:
            return []
        return [self._link("prev", max(0, self.offset - (self.limit or self.offset)), self.limit or self.offset)]

    def _next(self, end: int, total: int) -> list[str]:
        return [self._link("next", end, self.limit)] if end < total else []

    def _link(self, rel: str, offset: int, limit: int | None) -> str:
        url = self._url.include_query_params(offset=offset, limit=limit)
        return f'<{self._root}{url.path.removeprefix(self._root)}?{url.query}>; rel="{rel}"'


PagesDep = Annotated[Pages, Depends()]
"""The part of the list that the request asks for."""

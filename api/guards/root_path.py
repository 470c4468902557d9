"""Below a path of another site: the path of every request, whether the proxy has stripped that one or not."""

from starlette.types import ASGIApp, Receive, Scope, Send


class RootPath:
    """ASGI middleware. Behind it the path begins with `root`, and `root_path` says so, as ASGI has it."""

    def __init__(self, app: ASGIApp, root: str) -> None:
        self._app = app
        self._root = root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            path = scope["path"]
            below = path == self._root or path.startswith(f"{self._root}/")
            scope = {**scope, "root_path": self._root, "path": path if below else f"{self._root}{path}"}
        await self._app(scope, receive, send)

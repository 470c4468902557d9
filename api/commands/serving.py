"""The command that serves the page and the API."""

from typing import Annotated

import typer

__all__ = ["serve"]


def serve(
    host: Annotated[str | None, typer.Option("--host", help="监听的地址。")] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65535, help="监听的端口；0 为任选。")] = None,
) -> None:
    """Serve until interrupted."""
    from api.logs import configure_logs
    from api.server import serve_on
    from assistant.settings import Settings

    settings = Settings()
    chosen = {"host": host or settings.host, "port": settings.port if port is None else port}
    settings = settings.model_copy(update=chosen)
    configure_logs(settings.log_level, settings.log_format)
    serve_on(settings)

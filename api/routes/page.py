"""The web page and its files: HTML, CSS and small ES modules, served as they lie in api/web."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

router = APIRouter(include_in_schema=False)

_WEB = Path(__file__).resolve().parents[1] / "web"
_FRESH = {"Cache-Control": "no-cache"}


@router.get("/")
async def page() -> FileResponse:
    """The page."""
    return FileResponse(_WEB / "index.html", headers=_FRESH)


def static_files() -> ASGIApp:
    """The page's scripts and styles, compressed; browsers ask each time whether they have changed."""
    return GZipMiddleware(StaticFiles(directory=_WEB), compresslevel=6)

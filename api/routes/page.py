"""The web page and its files: HTML, CSS and small ES modules, served as they lie in api/web."""

from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

__all__ = ["router", "static_files"]

router = APIRouter(include_in_schema=False)

_WEB = Path(__file__).resolve().parents[1] / "web"
_FRESH = {"Cache-Control": "no-cache"}


@router.get("/")
async def page() -> FileResponse:
    """The page."""
    return FileResponse(_WEB / "index.html", headers=_FRESH)


def static_files() -> StaticFiles:
    """The page's scripts and styles; browsers ask each time whether they have changed."""
    return StaticFiles(directory=_WEB)

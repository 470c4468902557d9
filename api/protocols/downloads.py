"""Files as responses: media types and names. Knows no route and no list."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import quote

from fastapi import Response

from api.lists.listing import Listing

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: Mapping[str, str] = {
    "csv": "text/csv",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "ics": "text/calendar",
    "svg": "image/svg+xml",
    "png": "image/png",
    "md": "text/markdown",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
}
_TEXTS = frozenset({"csv", "ics", "svg", "md", "json", "jsonl"})


def download(listing: Listing, form: str) -> Response:
    """A list as a file. Raises BadRequest for a form it does not have."""
    today = datetime.now().astimezone().date()
    return file_response(listing.name(today), form, listing.file(form))


def file_response(stem: str, form: str, data: bytes) -> Response:
    """A file with its name; never shown inline, save as a picture on our own page."""
    name = quote(f"{stem}.{form}")
    headers = {"Content-Disposition": f"attachment; filename=\"list.{form}\"; filename*=UTF-8''{name}"}
    return Response(data, media_type=MEDIA_TYPES[form], headers=headers)


def files_of(*forms: str, headers: Mapping[str, Any] | None = None) -> dict[int | str, dict[str, Any]]:
    """What OpenAPI says of a route that also answers with files of these forms, and of the headers of its list."""
    schemas = {
        MEDIA_TYPES[form]: {"schema": {"type": "string"} if form in _TEXTS else {"type": "string", "format": "binary"}}
        for form in forms
    }
    return {200: {"content": schemas, **({"headers": dict(headers)} if headers else {})}}

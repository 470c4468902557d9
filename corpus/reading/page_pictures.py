"""A page of a PDF as a picture, drawn in a process of its own. Knows no catalogue and no index."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import Base64Bytes

from corpus.errors import BadRequest, UnreadableDocument
from corpus.reading.pdf_pages import open_pdf
from corpus.reading.sandbox import Limits, run_in_child

_LIMITS = Limits(seconds=30)


@dataclass(frozen=True, slots=True)
class _Picture:
    png: Base64Bytes


def page_to_png(path: Path, name: str, number: int) -> bytes:
    """Page `number`, from 1, of the PDF at `path` as PNG; `name` is for messages.

    Raises BadRequest where there is no such page, UnreadableDocument where the file or the page cannot be drawn.
    """
    try:
        data = path.read_bytes()
    except OSError:
        raise UnreadableDocument(f"文件“{name}”的原件已经不在原处。", "请重新添加这份文件。") from None
    picture = run_in_child(partial(_draw, number), data, name, _LIMITS, _Picture)
    if not picture.png:
        raise BadRequest(f"文件“{name}”没有第{number}页。", "页码从1数起，不超过文件的页数。")
    return picture.png


def _draw(number: int, data: bytes, name: str) -> _Picture:
    """In the child; empty where there is no such page."""
    file = open_pdf(data, name)
    return _Picture(file.picture(number - 1) if 1 <= number <= len(file) else b"")

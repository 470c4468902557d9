"""A file to a Document, whatever its kind: sniffed by content, read, framed, cut into blocks, reported on.

A new kind of file is one more Reader in the registry. Knows nothing of tasks, targets or the index.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.document import Document, MediaType, Source
from corpus.errors import UnreadableDocument
from corpus.reading.blocks import build_blocks
from corpus.reading.characters import mend
from corpus.reading.coverage import measure_coverage
from corpus.reading.decoding import bytes_to_media_type
from corpus.reading.docx import docx_to_written
from corpus.reading.frame import lines_to_frame
from corpus.reading.html import html_to_written
from corpus.reading.metadata import read_metadata
from corpus.reading.old_office import doc_to_written, xls_to_written
from corpus.reading.pdf import pdf_to_written
from corpus.reading.placing import Placer
from corpus.reading.plain_text import read_text
from corpus.reading.reading import Reader, Reading
from corpus.reading.sandbox import Limits, sandboxed
from corpus.reading.xlsx import xlsx_to_written

READERS: Mapping[MediaType, Reader] = {
    MediaType.TEXT: read_text,
    MediaType.HTML: sandboxed(html_to_written),
    MediaType.DOCX: sandboxed(docx_to_written),
    MediaType.XLSX: sandboxed(xlsx_to_written),
    MediaType.DOC: sandboxed(doc_to_written),
    MediaType.XLS: sandboxed(xls_to_written),
    MediaType.PDF: sandboxed(pdf_to_written, Limits(seconds=300)),
}
"""The readers by the kind of file they read. What is not plain text is taken apart in a process of its own."""

_LARGEST = 64 * 2**20
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 4
"""Chinese characters that a document has at least."""
_KINDS = {f".{kind.name.lower()}": kind for kind in MediaType if kind is not MediaType.TEXT} | {
    ".htm": MediaType.HTML,
    ".txt": MediaType.TEXT,
    ".md": MediaType.TEXT,
    ".wps": MediaType.DOC,
    ".et": MediaType.XLS,
}
"""The kinds of file by the endings of their names."""
_SLUG = re.compile(r"[A-Za-z0-9][A-Za-z0-9._ -]{0,60}")
_ORDINAL = re.compile(r"^\d{1,3}[_\-. ]")
_DIGEST = 12
_LONGEST_TITLE = 200


def read_document(
    path: Path, *, document_id: str | None = None, regions: Sequence[str] = (), name: str | None = None
) -> Document:
    """The document in a file of any readable kind; raises UnreadableDocument.

    Without `document_id` the id is made from the name of the file, or from its bytes where the name is not ASCII.
    `name` is what its owner calls the file, where it is kept under another name.
    """
    data = _read_bytes(path)
    called = name or path.name
    media_type = bytes_to_media_type(data, called)
    source = Source(
        id=document_id or bytes_to_id(path, data),
        file=called,
        media_type=media_type,
        sha256=hashlib.sha256(data).hexdigest(),
        regions=tuple(regions),
    )
    reading = READERS[media_type](data, called)
    if len(_CHINESE.findall(reading.text)) < _FEWEST:
        raise UnreadableDocument(
            f"文件“{called}”里几乎没有中文文字，没有什么可读。", "请确认是不是这份文件；如果是扫描件，请先做文字识别。"
        )
    return reading_to_document(replace(reading, warnings=(*_misnamed(source), *reading.warnings)), source)


def _misnamed(source: Source) -> Iterator[str]:
    """A warning where the name of a file promises another kind than its content is."""
    promised = _KINDS.get(Path(source.file).suffix.lower())
    if promised not in {None, source.media_type}:
        yield f"文件名以“{Path(source.file).suffix}”结尾，内容却不是；已按内容读取（{source.media_type.name}）。"


def reading_to_document(reading: Reading, source: Source) -> Document:
    """The document that a reader's result amounts to; raises UnreadableDocument where there are no words in it."""
    if not any(line.text for line in reading.lines):
        raise UnreadableDocument(f"文件“{source.file}”里没有读到文字。", "如果是扫描件，请先做文字识别。")
    frame = lines_to_frame(reading.text, reading.lines, reading.grids)
    file_title = mend(reading.title or _ORDINAL.sub("", Path(source.file).stem))[:_LONGEST_TITLE]
    metadata = read_metadata(reading.text, reading.lines, frame, source.id, file_title)
    placer = Placer(source.id, metadata.name, reading.lines)
    blocks = build_blocks(reading.text, reading.lines, reading.grids, frame, placer)
    return Document(
        source=source,
        metadata=metadata,
        text=reading.text,
        blocks=tuple(blocks),
        coverage=measure_coverage(reading, blocks),
    )


def bytes_to_id(path: Path, data: bytes) -> str:
    """A stable id: the stem of an ASCII file name, otherwise the beginning of the SHA-256 of the bytes."""
    if _SLUG.fullmatch(path.stem):
        return re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return f"doc-{hashlib.sha256(data).hexdigest()[:_DIGEST]}"


def _read_bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise UnreadableDocument(f"文件“{path.name}”超过 64 MB。", "请拆分后再添加。")
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableDocument(f"找不到文件“{path}”。", "请检查路径。") from None
    except OSError as error:
        raise UnreadableDocument(
            f"文件“{path}”无法打开：{error.strerror}。", "请检查它是不是文件、有没有读取权限。"
        ) from None

"""A document as it is shown beside an answer: blocks around a place, with the quoted words marked. Knows no HTML."""

from collections.abc import Sequence
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from corpus.document import Block, Document, Paragraph
from corpus.errors import BadRequest
from corpus.place import Span
from corpus.quoting import SourceText, compact, source_text
from corpus.table import Cell, Row, Table

__all__ = ["BlockView", "CellText", "RowView", "SourceView", "document_to_view"]

_EVERYTHING = 1_000_000


class CellText(BaseModel):
    """A cell of a shown table."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)

    text: str
    """Words of the cell; empty where it has none."""
    carried: bool
    """Whether its words are printed in an earlier row or column, in a merged cell."""
    marked: bool
    """Whether the quoted words, as far as they are in its row, all stand in this cell."""


class RowView(BaseModel):
    """A row of a shown table."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)

    line: int
    """Line of the source text that it begins on, from 1."""
    page: int | None
    """Page, from 1; null for formats without pages."""
    marked: bool
    """Whether quoted words stand in it."""
    cells: tuple[CellText, ...]
    """One a column."""


class BlockView(BaseModel):
    """A heading, a paragraph or a table."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)

    kind: str
    """heading, paragraph or table."""
    level: int = 0
    """Rank of a heading: 0 for a title, from 1 for those below it, 1 the outermost; 0 for other blocks."""
    line: int
    """Line of the source text that it begins on, from 1."""
    page: int | None
    """Page, from 1; null for formats without pages."""
    text: str
    """Words of the heading or paragraph; of a table its caption, empty where it has none."""
    note: bool = False
    """Whether it is a paragraph that is a 注 or 备注."""
    mark: tuple[int, int] | None = None
    """Range [start, end) of quoted words in `text`, in characters; null where there are none, or in a table."""
    columns: tuple[tuple[str, ...], ...] = ()
    """Per column the levels of its header, outermost first; empty for other blocks than tables."""
    rows: tuple[RowView, ...] = ()
    """Data rows; empty for other blocks than tables."""
    notes: tuple[str, ...] = ()
    """The 单位 above the table, where it is printed, and the 注 below it; empty for other blocks than tables."""


class SourceView(BaseModel):
    """A document around a place: blocks [first, first + len(blocks)) of `total`."""

    model_config = ConfigDict(use_attribute_docstrings=True, frozen=True)

    document_id: str
    """Id of the document."""
    revision: str
    """Which text of the document this is: its content hash."""
    current: bool = True
    """False where the document has since been replaced or removed."""
    name: str
    """The document as cited: 《标题》（文号）."""
    path: tuple[str, ...]
    """Headings above the place, the outermost first."""
    page: int | None
    """Page of the block at the place, from 1; null for formats without pages."""
    line: int
    """Line of the source text that the block at the place begins on, from 1."""
    found: bool
    """False where the quote asked for stands nowhere; true also where none was asked for."""
    first: int
    """Index of the first block shown, from 0."""
    total: int
    """Number of blocks of the document."""
    blocks: tuple[BlockView, ...]
    """The blocks shown, in reading order."""


def document_to_view(
    document: Document, *, quote: str = "", line: int | None = None, around: int = _EVERYTHING
) -> SourceView:
    """The blocks around `quote` (searched from `line` on, then from the start) or around `line`, else the beginning.

    `around` is the number of blocks on each side. Raises BadRequest where `line` is not in the document.
    """
    source = source_text(document.text)
    start = _line_start(document, line)
    mark = source.find(quote, start) or source.find(quote)
    centre = _block_at(document.blocks, mark.start if mark else start)
    first, last = max(0, centre - around), centre + around + 1
    place = document.blocks[centre].place if document.blocks else None
    return SourceView(
        document_id=document.id,
        revision=document.revision,
        name=document.name,
        path=place.path if place else (),
        page=place.page if place else None,
        line=place.line if place else 1,
        found=mark is not None or not compact(quote),
        first=first,
        total=len(document.blocks),
        blocks=tuple(_block_view(block, mark, source) for block in document.blocks[first:last]),
    )


def _line_start(document: Document, line: int | None) -> int:
    if line is None:
        return 0
    lines = document.text.splitlines(keepends=True)
    if not 1 <= line <= max(len(lines), 1):
        raise BadRequest(f"这份文件没有第{line}行。", f"行号应在1到{len(lines)}之间。")
    return sum(len(text) for text in lines[: line - 1])


def _block_at(blocks: Sequence[Block], offset: int) -> int:
    """The block that holds the offset: the last that starts at or before it."""
    for index, (_, following) in enumerate(pairwise(blocks)):
        if following.span.start > offset:
            return index
    return max(len(blocks) - 1, 0)


def _block_view(block: Block, mark: Span | None, source: SourceText) -> BlockView:
    place = block.place
    if isinstance(block, Table):
        return BlockView(
            kind=block.kind,
            line=place.line,
            page=place.page,
            text=block.caption,
            columns=tuple(column.path for column in block.columns),
            rows=tuple(_row_view(row, mark, source) for row in block.rows),
            notes=block.notes if block.unit_note is None else (f"单位：{block.unit_note}", *block.notes),
        )
    return BlockView(
        kind=block.kind,
        level=0 if isinstance(block, Paragraph) else block.level,
        line=place.line,
        page=place.page,
        text=block.text,
        note=isinstance(block, Paragraph) and block.note,
        mark=_range_in(block.text, _common(block.span, mark), source),
    )


def _row_view(row: Row, mark: Span | None, source: SourceText) -> RowView:
    common = _common(row.span, mark)
    words = compact(source.text[common.start : common.end]) if common else ""
    return RowView(
        line=row.place.line,
        page=row.place.page,
        marked=common is not None,
        cells=tuple(_cell_text(cell, words) for cell in row.cells),
    )


def _cell_text(cell: Cell, words: str) -> CellText:
    """A cell is marked where the quoted words lie within it; a quote that is the row's marks the row only."""
    return CellText(text=cell.text, carried=cell.carried, marked=bool(words) and words in compact(cell.text))


def _common(one: Span, other: Span | None) -> Span | None:
    if other is None or other.start >= one.end or one.start >= other.end:
        return None
    return Span(start=max(one.start, other.start), end=min(one.end, other.end))


def _range_in(text: str, span: Span | None, source: SourceText) -> tuple[int, int] | None:
    """Where the source's words in `span` stand in `text` (white space aside); all of it where they can't be told."""
    if span is None:
        return None
    found = source_text(text).find(source.text[span.start : span.end])
    return (found.start, found.end) if found else (0, len(text))

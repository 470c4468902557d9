"""A document as it is shown beside an answer: blocks around a place, with the quoted words marked. Knows no HTML."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from assistant.shape import Shape
from corpus.document import Block, Document, Heading, Paragraph
from corpus.errors import BadRequest
from corpus.folding.dates import DAY
from corpus.place import Span
from corpus.quoting import SourceText, compact, source_text, squeeze
from corpus.table import Cell, Row, Table

_EVERYTHING = 1_000_000


class CellText(Shape):
    """A cell of a shown table."""

    text: str
    """Words of the cell; empty where it has none."""
    carried: bool
    """Whether its words are printed in an earlier row or column, in a merged cell."""
    marked: bool
    """Whether the quoted words, as far as they are in its row, all stand in this cell."""


class RowView(Shape):
    """A row of a shown table."""

    line: int
    """Line of the source text that it begins on, from 1."""
    page: int | None
    """Page, from 1; null for formats without pages."""
    marked: bool
    """Whether quoted words stand in it."""
    cells: tuple[CellText, ...]
    """One a column."""


class BlockView(Shape):
    """A heading, a paragraph or a table."""

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
    also: tuple[tuple[int, int], ...] = ()
    """Further such ranges behind it, where several quotes were asked for."""
    columns: tuple[tuple[str, ...], ...] = ()
    """Per column the levels of its header, outermost first; empty for other blocks than tables."""
    rows: tuple[RowView, ...] = ()
    """Data rows; empty for other blocks than tables."""
    notes: tuple[str, ...] = ()
    """The 单位 above the table, where it is printed, and the 注 of it that are no paragraphs below; else empty."""


class SourceView(Shape):
    """A document around a place: blocks [first, first + len(blocks)) of `total`."""

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
    document: Document,
    *,
    quote: str = "",
    also: Sequence[str] = (),
    line: int | None = None,
    around: int = _EVERYTHING,
) -> SourceView:
    """The blocks around `quote` (searched from `line` on, then from the start) or around `line`, else the beginning.

    Further quotes are marked where they stand in these blocks. `around` is the number of blocks on each side.
    Raises BadRequest where `line` is not in the document.
    """
    source = source_text(document.text)
    start = _line_start(document, line)
    mark, *others = (source.find(one, start) or source.find(one) for one in (quote, *also))
    marks = sorted(filter(None, (mark, *others)), key=lambda one: one.start)
    centre = _block_at(document.blocks, mark.start if mark else start)
    first, last = max(0, centre - around), centre + around + 1
    place = document.blocks[centre].place if document.blocks else None
    notes = {compact(block.text) for block in document.blocks if isinstance(block, Paragraph) and block.note}
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
        blocks=tuple(_block_view(block, marks, source, notes) for block in document.blocks[first:last]),
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


def _block_view(block: Block, marks: Sequence[Span], source: SourceText, paragraphs: Collection[str]) -> BlockView:
    """Notes of tables that are `paragraphs` of their own stand there."""
    place = block.place
    if isinstance(block, Table):
        unit = () if block.unit_note is None else (f"单位：{block.unit_note}",)
        return BlockView(
            kind=block.kind,
            line=place.line,
            page=place.page,
            text=block.caption,
            columns=tuple(column.path for column in block.columns),
            rows=tuple(_row_view(row, marks, source) for row in block.rows),
            notes=(*unit, *(note for note in block.notes if compact(note) not in paragraphs)),
        )
    text = _as_printed(block, source)
    ranges = _ranges_in(text, _within(block.span, marks), source)
    return BlockView(
        kind=block.kind,
        level=0 if isinstance(block, Paragraph) else block.level,
        line=place.line,
        page=place.page,
        text=text,
        note=isinstance(block, Paragraph) and block.note,
        mark=ranges[0] if ranges else None,
        also=tuple(ranges[1:]),
    )


def _as_printed(block: Heading | Paragraph, source: SourceText) -> str:
    """The words of a block; of a signature, which ends with a day alone, line by line."""
    lines = [squeeze(line) for line in source.text[block.span.start : block.span.end].splitlines()]
    signed = len(lines) > 1 and DAY.fullmatch(lines[-1])
    return "\n".join(filter(None, lines)) if signed else block.text


def _row_view(row: Row, marks: Sequence[Span], source: SourceText) -> RowView:
    found = _within(row.span, marks)
    words = [compact(source.text[one.start : one.end]) for one in found]
    return RowView(
        line=row.place.line,
        page=row.place.page,
        marked=bool(found),
        cells=tuple(_cell_text(cell, words) for cell in row.cells),
    )


def _cell_text(cell: Cell, quotes: Sequence[str]) -> CellText:
    """A cell is marked where quoted words lie within it; a quote that is the row's marks the row only."""
    own = compact(cell.text)
    return CellText(text=cell.text, carried=cell.carried, marked=any(words in own for words in quotes if words))


def _within(one: Span, marks: Sequence[Span]) -> list[Span]:
    """What of the marks lies in a span."""
    return [
        Span(start=max(one.start, mark.start), end=min(one.end, mark.end))
        for mark in marks
        if mark.start < one.end and one.start < mark.end
    ]


def _ranges_in(text: str, spans: Sequence[Span], source: SourceText) -> list[tuple[int, int]]:
    """Where the source's words in `spans` stand in `text`, none twice; all of it where they can't be told."""
    ranges: list[tuple[int, int]] = []
    for span in spans:
        found = source_text(text).find(source.text[span.start : span.end])
        first, last = (found.start, found.end) if found else (0, len(text))
        if not ranges or ranges[-1][1] <= first:
            ranges.append((first, last))
    return ranges

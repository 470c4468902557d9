"""Hand-made documents for tests: blocks from plain words, with a source text in which every quote can be found."""

from pathlib import Path

from corpus.document import Block, Document, Heading, MediaType, Metadata, Paragraph, Source
from corpus.place import Place, Span
from corpus.quoting import compact
from corpus.table import Cell, Column, Row, Table

DOCUMENTS = Path("corpus/documents")
NOWHERE = Span(start=0, end=0)


def a_place(*path, row=None, table=None):
    return Place(document_id="d", document_name="《文件》", path=path, line=1, row=row, table=table)


def a_heading(level, number, title, *above):
    text = f"{number}{title}"
    return Heading(level=level, number=number, title=title, text=text, place=a_place(*above), span=NOWHERE)


def a_paragraph(text, *path, note=False):
    return Paragraph(text=text, place=a_place(*path), span=NOWHERE, note=note)


def a_table(header, rows, *, caption="任务分解表", notes=(), unit_note=None):
    """`header`: names, or tuples of levels. A cell that begins with ^ is carried."""
    columns = tuple(Column(path=path if isinstance(path, tuple) else (path,)) for path in header)
    return Table(
        caption=caption,
        unit_note=unit_note,
        columns=columns,
        rows=tuple(_row(number, cells, caption) for number, cells in enumerate(rows, 1)),
        notes=tuple(notes),
        header_quote="".join(column.name for column in columns),
        place=a_place(),
        span=NOWHERE,
    )


def _row(number, texts, caption):
    cells = tuple(Cell(text=text.removeprefix("^"), carried=text.startswith("^")) for text in texts)
    quote = compact("".join(cell.text for cell in cells if not cell.carried))
    return Row(cells=cells, place=a_place(row=number, table=caption), span=NOWHERE, quote=quote)


def a_document(*blocks: Block, period=None, region=None, level=None, title="文件"):
    return Document(
        source=Source(id="d", file="d.txt", media_type=MediaType.TEXT, sha256="0"),
        metadata=Metadata(title=title, period=period, region=region, level=level),
        text="\n".join(_words(block) for block in blocks),
        blocks=blocks,
    )


def _words(block):
    if isinstance(block, Table):
        return "\n".join((block.header_quote, *(row.quote for row in block.rows), *block.notes))
    return block.text

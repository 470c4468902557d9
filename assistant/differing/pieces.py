"""A document as the pieces that are compared: clauses (a heading with what runs into it, a paragraph) and rows.

Knows one document and nothing of any other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.differing.change import Side
from assistant.differing.words import plain
from corpus.document import Document, Heading, Paragraph
from corpus.place import Place
from corpus.quoting import squeeze
from corpus.reading.marks import Style, text_to_mark
from corpus.table import Row, Table

_STOPS = frozenset("。：:")
_SHOWN = 40
_COUNTING = frozenset({"序号", "编号", "号", "项号", "no", "no."})


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause or a row; `at` is its number among all pieces of the document."""

    at: int
    number: str
    """As printed; empty where none is."""
    body: str
    """Its words as compared, without its number."""
    text: str
    quote: str
    place: Place
    parent: tuple[str, ...]
    """The headings above it as compared, without their numbers."""
    heading: bool = False
    row: Row | None = None
    columns: tuple[str, ...] = ()

    @property
    def side(self) -> Side:
        """Its words as a side of a change."""
        return Side.of(self.text, self.quote, self.place)

    @property
    def title(self) -> str:
        """Its beginning."""
        return self.text if len(self.text) <= _SHOWN else f"{self.text[:_SHOWN]}…"

    @property
    def table(self) -> int | None:
        """The number of its table; None for a clause."""
        return self.place.table_no if self.row else None


class Pieces:
    """The pieces of a document, and which of them a place lies in."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.all = tuple(pieces)
        self._rows = {(one.place.table_no, one.place.row): one.at for one in self.all if one.row}
        self._lines = sorted((one.place.line, one.at) for one in self.all if not one.row)

    def at(self, place: Place) -> int | None:
        """The piece that a place of the document lies in: its row, else the last clause that begins before it."""
        if place.table_no is not None and place.row is not None:
            return self._rows.get((place.table_no, place.row))
        before = [at for line, at in self._lines if line <= place.line]
        return before[-1] if before else None


def document_to_pieces(document: Document) -> Pieces:
    """The clauses and rows of a document, in reading order."""
    return Pieces([replace(piece, at=at) for at, piece in enumerate(_pieces(document))])


def without_number(text: str) -> str:
    """A text as compared, without the number at its head."""
    return plain(_split_number(text)[1])


def is_number_column(name: str, at: int) -> bool:
    """Whether a column only counts its rows, so that an inserted row changes all of it."""
    return at == 0 and plain(name).lower() in _COUNTING


def _pieces(document: Document) -> Iterator[Piece]:
    waiting: Heading | None = None
    for block in document.blocks:
        if waiting is not None:
            runs_in = isinstance(block, Paragraph) and block.place.line == waiting.place.line
            yield _clause(document, waiting, block if isinstance(block, Paragraph) and runs_in else None)
            waiting = None
            if runs_in:
                continue
        if isinstance(block, Heading):
            waiting = block
        elif isinstance(block, Paragraph):
            yield _clause(document, block)
        else:
            yield from _rows(block)
    if waiting is not None:
        yield _clause(document, waiting)


def _clause(document: Document, block: Heading | Paragraph, more: Paragraph | None = None) -> Piece:
    printed = document.text[block.span.start : (more or block).span.end]
    text = block.text if more is None else squeeze(printed)
    if more is None and isinstance(block, Heading):
        stop = _stop_behind(document, block)
        printed, text = printed + stop, text + stop
    number, body = _split_number(printed)
    if more is not None and number.endswith("条"):
        text = f"{number} {squeeze(body)}"
    return Piece(
        at=0,
        number=number,
        body=plain(body),
        text=text.replace("**", ""),
        quote=text,
        place=block.place,
        parent=tuple(without_number(heading) for heading in block.place.path),
        heading=isinstance(block, Heading) and more is None,
    )


def _stop_behind(document: Document, heading: Heading) -> str:
    """The stop that is printed behind a heading and belongs to no block: a last item may be read as one."""
    end = heading.span.end
    return document.text[end : end + 1] if document.text[end : end + 1] in _STOPS else ""


def _split_number(text: str) -> tuple[str, str]:
    mark = text_to_mark(text)
    if mark is None or mark.style in (Style.HASH, Style.DASH):
        return "", text
    return mark.number, text[mark.end :]


def _rows(table: Table) -> Iterator[Piece]:
    columns = tuple(column.name for column in table.columns)
    parent = tuple(without_number(heading) for heading in table.place.path)
    for row in table.rows:
        cells = [cell.text for cell in row.cells]
        counted = [text for at, text in enumerate(cells) if not is_number_column(columns[at], at)]
        yield Piece(
            at=0,
            number=cells[0] if cells and is_number_column(columns[0], 0) else "",
            body=plain("|".join(counted)),
            text="；".join(
                f"{name}：{text}" if name else text for name, text in zip(columns, cells, strict=True) if text
            ),
            quote=row.quote,
            place=row.place,
            parent=parent,
            row=row,
            columns=columns,
        )
    for note in table.notes:
        yield Piece(0, "", plain(note), note, note, table.place, parent)

"""Files that are not text, written anew as text: a line per paragraph or printed line, a line per table row; and how a
person is told of what was left out.

What stands here can be sent as JSON out of the process that read an untrusted file. Knows no file format.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.reading.characters import mend
from corpus.reading.lines import blank_page_marks, text_to_lines
from corpus.reading.plain_text import find_grids
from corpus.reading.reading import Reading
from corpus.reading.ruled import Matrix, TableParts, WrittenTable, cells_to_matrix, written_table_to_grid
from corpus.reading.unfolding import unfold_lines
from corpus.table import Cell

_MOST_QUOTED = 5
_LONGEST_QUOTE = 20


@dataclass(frozen=True, slots=True)
class Written:
    """The words of a file, the tables written among them, and what a Reading says besides."""

    text: str
    tables: tuple[WrittenTable, ...] = ()
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    title: str | None = None


class TextWriter:
    """Writes lines, tables and page breaks, and remembers where the cells of tables stand."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._open: list[str] = []
        self._length = 0
        self._page = 1
        self.tables: list[WrittenTable] = []

    @property
    def text(self) -> str:
        """All that was written."""
        self._close()
        return "".join(self._pieces)

    def to_page(self, number: int) -> None:
        """Form feeds up to page `number`; never back."""
        self._close()
        self._append("\f" * (number - self._page))
        self._page = max(self._page, number)

    @property
    def at_line_start(self) -> bool:
        """Whether what is written next begins a line."""
        return not self._open and (not self._pieces or self._pieces[-1].endswith(("\n", "\f")))

    def words(self, text: str) -> None:
        """Words that the next ones may follow on the same line."""
        if text:
            self._open.append(text)

    def end_line(self) -> None:
        """Makes what is written next begin a line."""
        if not self.at_line_start:
            self._close()
            self._append("\n")

    def line(self, text: str) -> None:
        """One line; line breaks in `text` make several."""
        self.words(text)
        self._close()
        self._append("\n")

    def table(self, matrix: Matrix, pages: Sequence[int] = ()) -> None:
        """A row a line, tabs between cells; a cell that spans others is written where it begins. `pages` tells the
        page of every row.
        """
        self._close()
        matrix, offsets = _mended(matrix), []
        for row, cells in enumerate(matrix.cells):
            if pages:
                self.to_page(pages[row])
            offsets.append(tuple(self._cell(column, cell.text, cell.carried) for column, cell in enumerate(cells)))
            self._append("\n")
        self.tables.append(WrittenTable(matrix, tuple(offsets)))

    def parts(self, parts: TableParts, pages: Sequence[int] = ()) -> None:
        """A table with the lines above and below it."""
        for head in parts.heads:
            self.line(head)
        self.table(cells_to_matrix(parts.cells), pages)
        for note in parts.notes:
            self.line(note)

    def _cell(self, column: int, text: str, carried: bool) -> int:
        self._append("\t" if column else "")
        offset = self._length
        self._append("" if carried else text)
        return offset

    def _close(self) -> None:
        """Mends what stands on the open line, all of it at once: a mark is known by what stands before it."""
        line, self._open = "".join(self._open), []
        self._append(mend(line))

    def _append(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)


def _mended(matrix: Matrix) -> Matrix:
    plain = {text: mend(text) for text in {cell.text for row in matrix.cells for cell in row}}
    rows = (tuple(Cell(text=plain[cell.text], carried=cell.carried) for cell in row) for row in matrix.cells)
    return Matrix(tuple(rows), matrix.depth)


def written_to_reading(written: Written) -> Reading:
    """The Reading of what was written: tables known for certain, and those that the other lines tell of."""
    lines = unfold_lines(text_to_lines(written.text))
    ruled = [written_table_to_grid(table, lines) for table in written.tables]
    taken = {index for grid in ruled for index in range(grid.first, grid.last + 1)}
    rest = [replace(line, text="", lead="") if index in taken else line for index, line in enumerate(lines)]
    return Reading(
        text=blank_page_marks(written.text),
        lines=tuple(lines),
        grids=tuple(sorted([*ruled, *find_grids(rest)], key=lambda grid: grid.first)),
        pages=written.pages,
        warnings=written.warnings,
        title=written.title,
    )


def struck_warning(words: Sequence[str]) -> Iterator[str]:
    """That struck words were left out, where there are any."""
    if words:
        yield f"有 {len(words)} 处文字带删除线，已略去：{_quoted(words)}。"


def hidden_warning(words: Sequence[str]) -> Iterator[str]:
    """That hidden words were left out, where there are any."""
    if words:
        yield f"有 {len(words)} 处隐藏文字，已略去：{_quoted(words)}。"


def _quoted(words: Sequence[str]) -> str:
    """The first of some words."""
    shown = (f"“{one[:_LONGEST_QUOTE]}{'…' if len(one) > _LONGEST_QUOTE else ''}”" for one in words[:_MOST_QUOTED])
    return "、".join(shown) + ("等" if len(words) > _MOST_QUOTED else "")

"""Sets documents in type, as DOCX and as ruled PDF: merged cells stay merged, page breaks cut tables and rows."""

import io
from dataclasses import dataclass

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from corpus.quoting import compact, squeeze
from corpus.table import Table

FONT = "STSong-Light"
WIDTH, HEIGHT, MARGIN = 595, 842, 79
SIZE, LARGE, PITCH = 16, 22, 28
CELL_SIZE, CELL_PITCH = 10.5, 16


@dataclass(frozen=True)
class Span:
    """A cell of a printed table: position, extent, words."""

    text: str
    row: int
    column: int
    height: int
    width: int


@dataclass(frozen=True)
class Title:
    """Words set large and centred."""

    text: str


def document_to_parts(document):
    """Titles, paragraphs (strings) and tables in reading order; a heading that runs into its paragraph stays in it."""
    parts = []
    heading = None
    notes = {note for table in document.tables for note in table.notes}
    for block in document.blocks:
        if isinstance(block, Table):
            said = compact("".join(part if isinstance(part, str) else part.text for part in parts[-1:]))
            parts += [Title(block.caption)] if compact(block.caption) not in said else []
            parts += [f"单位：{block.unit_note}"] if block.unit_note else []
            parts += [block, *block.notes]
        elif block.kind == "heading":
            parts += heading_to_parts(block)
        elif heading and heading.place.line == block.place.line:
            start = document.text.rfind("\n", 0, heading.span.start) + 1
            parts[-1] = squeeze(document.text[start : block.span.end])
        elif block.text not in notes:
            parts.append(block.text)
        heading = block if block.kind == "heading" else None
    return parts


def heading_to_parts(heading):
    if not heading.number:
        return [Title(squeeze(heading.text))]
    if heading.number.startswith("附件"):
        return [heading.number, Title(heading.title)]
    return [heading.text]


def table_to_spans(table):
    """The header (levels of the column paths) and the rows, carried cells merged with what they carry."""
    depth = max(len(column.path) for column in table.columns)
    grid = [[(column.path + (None,) * depth)[level] for column in table.columns] for level in range(depth)]
    spans, taken = [], set()
    for row, names in enumerate(grid):
        for column, name in enumerate(names):
            if name is None or (row, column) in taken:
                continue
            width = 1
            while (
                row < depth - 1
                and table.columns[column].path[1:]
                and column + width < len(names)
                and names[column + width] == name
            ):
                width += 1
            height = depth if len(table.columns[column].path) == 1 else 1
            taken |= {(row + down, column + over) for down in range(height) for over in range(width)}
            spans.append(Span(name, row, column, height, width))
    for column in range(len(table.columns)):
        row = 0
        for group in merged_groups([row.cells[column] for row in table.rows]):
            spans.append(Span(group[0].text, depth + row, column, len(group), 1))
            row += len(group)
    return depth, spans


def merged_groups(cells):
    """The cells of a column in groups that are one printed cell: equal words, printed once."""
    groups = []
    for cell in cells:
        group = groups[-1] if groups else []
        if group and cell.text == group[0].text and (cell.carried or all(each.carried for each in group)):
            group.append(cell)
        else:
            groups.append([cell])
    return groups


def document_to_docx(document):
    """The bytes of a Word document."""
    word = docx.Document()
    for part in document_to_parts(document):
        if not isinstance(part, Table):
            word.add_paragraph(part if isinstance(part, str) else part.text)
            continue
        depth, spans = table_to_spans(part)
        table = word.add_table(rows=depth + len(part.rows), cols=len(part.columns), style="Table Grid")
        for span in spans:
            cell = table.cell(span.row, span.column)
            if span.height > 1 or span.width > 1:
                cell = cell.merge(table.cell(span.row + span.height - 1, span.column + span.width - 1))
            cell.text = span.text
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def document_to_pdf(document, *, copies=1):
    """The bytes of a PDF in the style of an official document: 28 characters a line, numbered pages, ruled tables."""
    press = Press()
    for _ in range(copies):
        for part in document_to_parts(document):
            if isinstance(part, Table):
                press.table(*table_to_spans(part), len(part.columns))
            elif isinstance(part, Title):
                press.title(part.text)
            else:
                press.paragraph(part)
    return press.finish()


class Press:
    """Lines and tables on pages. `closed` says whether cells cut by a page break get a rule there, as Word draws it,
    or are left open, as browsers do.
    """

    def __init__(self, *, closed=True):
        self.closed = closed
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(WIDTH, HEIGHT))
        self.page, self.y = 1, MARGIN

    def paragraph(self, text):
        """Wrapped, the first line indented by two characters."""
        for at, line in enumerate(wrap("\u3000\u3000" + text, WIDTH - 2 * MARGIN, SIZE)):
            if self.y + PITCH > HEIGHT - MARGIN:
                self.turn()
            self.write(line.lstrip("\u3000"), MARGIN + (2 * SIZE if at == 0 else 0), self.y + SIZE, SIZE)
            self.y += PITCH

    def title(self, text):
        """Centred, in larger type."""
        for line in wrap(text, WIDTH - 2 * MARGIN, LARGE):
            if self.y + PITCH > HEIGHT - MARGIN:
                self.turn()
            width = pdfmetrics.stringWidth(line, FONT, LARGE)
            self.write(line, (WIDTH - width) / 2, self.y + LARGE, LARGE)
            self.y += PITCH

    def table(self, depth, spans, columns):
        """As a strip of text lines that page breaks cut anywhere; the header is printed again on each page."""
        edges = column_edges(spans, columns)
        slots = row_slots(spans, edges)
        strip = slots[depth]
        while strip < slots[-1]:
            room = int((HEIGHT - MARGIN - self.y) // CELL_PITCH) - slots[depth]
            if room < 1:
                self.turn()
                continue
            self.strip(spans, edges, slots, 0, slots[depth])
            end = min(slots[-1], strip + room)
            self.strip(spans, edges, slots, strip, end)
            strip = end
        self.y += PITCH - CELL_PITCH

    def strip(self, spans, edges, slots, first, last):
        for span in spans:
            top, bottom = slots[span.row], slots[span.row + span.height]
            left, right = edges[span.column], edges[span.column + span.width]
            shown = range(max(top, first), min(bottom, last))
            if not shown:
                continue
            upper = self.y + (shown[0] - first) * CELL_PITCH
            lower = upper + len(shown) * CELL_PITCH
            for x in (left, right):
                self.rule(x, upper, x, lower)
            if self.closed or shown[0] == top:
                self.rule(left, upper, right, upper)
            if self.closed or shown[-1] == bottom - 1:
                self.rule(left, lower, right, lower)
            for at, line in enumerate(wrap(span.text, right - left - 6, CELL_SIZE), top):
                if at in shown:
                    self.write(line, left + 3, self.y + (at - first) * CELL_PITCH + 12, CELL_SIZE)
        self.y += (last - first) * CELL_PITCH

    def rule(self, x, y, to_x, to_y):
        self.canvas.line(x, HEIGHT - y, to_x, HEIGHT - to_y)

    def write(self, text, x, y, size):
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def turn(self):
        """A new page; the old one gets its number."""
        self.write(f"— {self.page} —", WIDTH - MARGIN - 60, HEIGHT - 40, 14)
        self.canvas.showPage()
        self.page, self.y = self.page + 1, MARGIN

    def finish(self):
        """The bytes."""
        self.turn()
        self.canvas.save()
        return self.stream.getvalue()


def wrap(text, width, size):
    """Lines of `text` no wider than `width`."""
    lines, line = [], ""
    for character in text:
        if line and pdfmetrics.stringWidth(line + character, FONT, size) > width:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


def column_edges(spans, columns):
    """Columns as wide as their words want, within the page."""
    wanted = [
        min(30, max([3, *(len(span.text) ** 0.7 for span in spans if span.column == column and span.width == 1)]))
        for column in range(columns)
    ]
    width = WIDTH - 2 * MARGIN + 60
    edges = [float(MARGIN - 30)]
    for share in wanted:
        edges.append(edges[-1] + width * share / sum(wanted))
    return edges


def row_slots(spans, edges):
    """For each row the text line it begins at; rows grow until all that stands in them fits."""
    rows = max(span.row + span.height for span in spans)
    heights = [1] * rows
    for span in sorted(spans, key=lambda span: span.row + span.height):
        need = len(wrap(span.text, edges[span.column + span.width] - edges[span.column] - 6, CELL_SIZE))
        missing = need - sum(heights[span.row : span.row + span.height])
        heights[span.row + span.height - 1] += max(0, missing)
    slots = [0]
    for height in heights:
        slots.append(slots[-1] + height)
    return slots

"""Word files in 公文 style: page, fonts, headings, tables, footnotes. The one module that knows python-docx."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal
from xml.sax.saxutils import escape

from corpus.folding.characters import without_controls

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TITLE, _BODY, _HEADING, _SUBHEADING = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
_KEPT = ("}keepNext", "}keepLines", "}outlineLvl")
"""What Word's own styles say of pages and of the outline."""
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
_FOOTNOTE = (
    '<w:footnote w:id="{id}"><w:p><w:pPr><w:spacing w:line="280" w:lineRule="exact"/></w:pPr>'
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/><w:sz w:val="18"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="18"/></w:rPr>'
    '<w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)


@dataclass(frozen=True, slots=True)
class _Form:
    """How the paragraphs of a style look, in points."""

    font: str
    size: float = 16
    line: float = 28
    centred: bool = False


_STYLES = {
    "Title": _Form(_TITLE, 22, 36, centred=True),
    "Subtitle": _Form(_SUBHEADING, 14, centred=True),
    "Heading 1": _Form(_HEADING),
    "Heading 2": _Form(_SUBHEADING),
    "Body Text": _Form(_BODY),
}
"""The styles of Word's own names: its outline, its contents and its readers for the blind know the headings."""


@dataclass(frozen=True, slots=True)
class Note:
    """A mark in running text: with `text` a new footnote, without it a repeated mark of an earlier one."""

    mark: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """Words in a cell, in bold where they stand out."""

    text: str
    bold: bool


class WordFile:
    """A document being written from top to bottom, after GB/T 9704: A4, 仿宋 of size 3 (16 pt), lines of 28 pt."""

    def __init__(self, title: str, *, landscape: bool = False) -> None:
        import docx

        self._document = docx.Document()
        self._notes: list[str] = []
        self._properties: dict[str, str] = {}
        self._set_page(landscape)
        for name, form in _STYLES.items():
            _shape(self._document.styles[name], form)
        core = self._document.core_properties
        core.title, core.author = without_controls(title), "政策问答助手"
        core.created = datetime.now(UTC).replace(tzinfo=None)
        core.comments = ""
        self._add([title], "Title")

    def heading(self, text: str, level: Literal[1, 2] = 1) -> None:
        """A heading: 黑体, below it 楷体."""
        self._add([text], f"Heading {level}")

    def label(self, text: str) -> None:
        """A line that nobody overlooks, centred under the title."""
        self._add([text], "Subtitle")

    def paragraph(self, parts: Sequence[str | Note]) -> None:
        """A paragraph of running text with footnotes."""
        self._add(parts, "Body Text")

    def table(
        self,
        columns: Sequence[tuple[str, float]],
        rows: Sequence[Sequence[str | Sequence[Marked]]],
        bold: frozenset[int],
    ) -> None:
        """A table: columns with widths in millimetres, the header on each page, the columns `bold` in bold."""
        from docx.oxml import OxmlElement
        from docx.shared import Mm

        table = self._document.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.autofit = False
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way
        for cell, (name, _) in zip(table.rows[0].cells, columns, strict=True):
            _fill(cell, name, font=_HEADING, bold=False)
        for row in rows:
            added = table.add_row()
            added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - no public way
            for at, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
                _fill(cell, text, font="宋体", bold=at in bold)
        for at, (_, width) in enumerate(columns):
            table.columns[at].width = Mm(width)
            for cell in table.columns[at].cells:
                cell.width = Mm(width)

    def property(self, name: str, value: str) -> None:
        """A custom property of the file."""
        self._properties[name] = value

    def to_bytes(self) -> bytes:
        """The file."""
        if self._notes:
            self._attach("/word/footnotes.xml", _footnotes_xml(self._notes), "footnotes", self._document.part)
        if self._properties:
            package = self._document.part.package
            self._attach("/docProps/custom.xml", _properties_xml(self._properties), "custom-properties", package)
        written = io.BytesIO()
        self._document.save(written)
        return written.getvalue()

    def _add(self, parts: Sequence[str | Note], style: str) -> None:
        paragraph = self._document.add_paragraph(style=style)
        for part in parts:
            if isinstance(part, Note):
                self._add_note(paragraph, part)
            else:
                paragraph.add_run(without_controls(part))

    def _add_note(self, paragraph: Any, note: Note) -> None:  # noqa: ANN401 - python-docx ships no types
        from docx.oxml import parse_xml

        run = paragraph.add_run()
        run.font.superscript = True
        if note.text is None:
            run.text = note.mark
            return
        self._notes.append(note.text)
        run._r.append(parse_xml(f'<w:footnoteReference xmlns:w="{_W}" w:id="{len(self._notes)}"/>'))  # noqa: SLF001

    def _set_page(self, landscape: bool) -> None:
        from docx.enum.section import WD_ORIENT
        from docx.shared import Mm

        section = self._document.sections[0]
        section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
        section.top_margin, section.bottom_margin = (Mm(28), Mm(26)) if landscape else (Mm(37), Mm(35))
        section.left_margin, section.right_margin = (Mm(20), Mm(20)) if landscape else (Mm(28), Mm(26))
        _number_pages(section.footer.paragraphs[0])

    def _attach(self, name: str, xml: str, kind: str, owner: Any) -> None:  # noqa: ANN401
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        main = "wordprocessingml.footnotes" if kind == "footnotes" else "custom-properties"
        media_type = f"application/vnd.openxmlformats-officedocument.{main}+xml"
        part = Part(PackURI(name), media_type, xml.encode("utf-8"), self._document.part.package)
        owner.relate_to(part, f"{_OFFICE}/relationships/{kind}")


def _shape(style: Any, form: _Form) -> None:  # noqa: ANN401
    """Make a style of the empty document look as the form says, in black and without a line below."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt, RGBColor

    for child in [*style.element.get_or_add_rPr(), *style.element.get_or_add_pPr()]:
        if not child.tag.endswith(_KEPT):
            child.getparent().remove(child)
    style.font.color.rgb = RGBColor(0, 0, 0)
    _set_font(style, form.font, form.size)
    spacing = style.paragraph_format
    spacing.line_spacing_rule, spacing.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(form.line)
    spacing.space_before = spacing.space_after = Pt(0)
    spacing.alignment = WD_ALIGN_PARAGRAPH.CENTER if form.centred else WD_ALIGN_PARAGRAPH.JUSTIFY
    spacing.first_line_indent = None if form.centred else Pt(2 * form.size)


def _footnotes_xml(notes: Sequence[str]) -> str:
    written = "".join(_FOOTNOTE.format(id=at, text=escape(without_controls(text))) for at, text in enumerate(notes, 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f'{head}<w:footnotes xmlns:w="{_W}">{_SEPARATORS}{written}</w:footnotes>'


def _properties_xml(properties: dict[str, str]) -> str:
    written = "".join(
        f'<property fmtid="{_CUSTOM_FORMAT}" pid="{pid}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(without_controls(value))}</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(properties.items(), 2)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    spaces = f'xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes"'
    return f"{head}<Properties {spaces}>{written}</Properties>"


def _fill(cell: Any, words: str | Sequence[Marked], *, font: str, bold: bool) -> None:  # noqa: ANN401
    from docx.shared import Pt

    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    for part in [Marked(words, bold)] if isinstance(words, str) else words:
        run = paragraph.add_run(without_controls(part.text))
        run.bold = part.bold
        _set_font(run, font, 10.5)


def _set_font(owner: Any, font: str, size: float) -> None:  # noqa: ANN401
    """The font of a run or a style, for Chinese words, too."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    owner.font.name, owner.font.size = font, Pt(size)
    owner.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def _number_pages(paragraph: Any) -> None:  # noqa: ANN401
    """— 1 — in the middle of the foot."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _set_font(paragraph.add_run("— "), "宋体", 14)
    number = '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>1</w:t></w:r>'
    field = f'<w:fldSimple xmlns:w="{_W}" w:instr="PAGE">{number}</w:fldSimple>'
    paragraph._p.append(parse_xml(field))  # noqa: SLF001
    _set_font(paragraph.add_run(" —"), "宋体", 14)

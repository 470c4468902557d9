"""PDF files written anew as text: printed lines, ruled tables as rows, a form feed for each page break.

Puts the parts together: pages are read one by one, and one that fails never loses the rest. Knows no library.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.reading.glyphs import Glyph, PrintedPage
from corpus.reading.pdf_hidden import find_hidden
from corpus.reading.pdf_overprint import find_watermarks, is_watermark, split_struck
from corpus.reading.pdf_pages import PdfFile, open_pdf
from corpus.reading.pdf_pieces import glyphs_to_parts
from corpus.reading.pdf_tables import Rule, RuleReader, rules_to_tables
from corpus.reading.pdf_unruled import Running, find_unruled
from corpus.reading.pdf_writing import Sheet, sheets_to_text
from corpus.reading.scan import Scanner
from corpus.reading.written import Written, struck_warning

_FEWEST_CUT = 3
_MANY_SIDEWAYS = 10
_CUT_SHARE = 0.2


def pdf_to_written(data: bytes, name: str) -> Written:
    """The words and tables of a PDF; raises UnreadableDocument. What is wrong with a page is among the warnings."""
    file = open_pdf(data, name)
    warnings = ["文件末尾不完整，可能被截断，读到的内容可能缺少。"] if file.truncated else find_hidden(data)
    sheets = list(_sheets(file, data, warnings))
    text, tables = sheets_to_text(sheets, len(file))
    return Written(text, tables, len(file), tuple(warnings))


def _sheets(file: PdfFile, data: bytes, warnings: list[str]) -> Iterator[Sheet]:
    """The pages that could be read; for all others, and for what is doubtful, a warning is added."""
    pages = list(_pages(file, data, warnings))
    marks = find_watermarks([glyphs for _, glyphs, _ in pages])
    struck: list[str] = []
    running: Running | None = None
    for page, glyphs, rules in pages:
        printed, out = split_struck((glyph for glyph in glyphs if not is_watermark(glyph, marks)), page.strokes)
        struck += [out] if out else []
        tables = rules_to_tables(rules) if rules else []
        unruled, running = ([], None) if tables else find_unruled(printed, running)
        yield Sheet(page.number, page.height, glyphs_to_parts(printed, [*tables, *unruled]))
    warnings += struck_warning(struck)
    cut = [page.number for page, _, _ in pages if _is_cut(page)]
    if cut:
        warnings.append(f"第{_listed(cut)}页的右边缘被裁切，多数行末尾缺字，读到的内容不完整；请使用完整的原件。")


def _pages(
    file: PdfFile, data: bytes, warnings: list[str]
) -> Iterator[tuple[PrintedPage, Sequence[Glyph], Sequence[Rule]]]:
    ruler = RuleReader(data)
    scanner = Scanner()
    for index in range(len(file)):
        page = file.page(index)
        if page is None:
            warnings.append(f"第{index + 1}页已损坏，未能读取。")
            continue
        page = _without_loss(page, ruler, index) if page.boxless else page
        warnings += _doubts(page)
        yield (page, *_content(file, page, index, ruler, scanner, warnings))


def _content(
    file: PdfFile, page: PrintedPage, index: int, ruler: RuleReader, scanner: Scanner, warnings: list[str]
) -> tuple[Sequence[Glyph], Sequence[Rule]]:
    """Characters and rules: as the file tells them, or recognised where the page is a picture."""
    if not page.glyphs and page.pictured:
        scan = scanner.read(file.image(index), page)
        warnings += [scan.warning] if scan.warning else []
        return scan.glyphs, scan.rules
    if not page.ruled:
        return page.glyphs, ()
    rules = ruler.rules(index, page.turned)
    if rules is None:
        warnings.append(f"第{page.number}页的表格线未能读取，该页按普通文字处理。")
    return page.glyphs, rules or ()


def _without_loss(page: PrintedPage, ruler: RuleReader, index: int) -> PrintedPage:
    """A page of which pdfium loses characters, with those that pdfplumber finds."""
    ways = ruler.ways(index)
    turned = max((way for way in ways if way is not None), key=lambda way: ways[way], default=page.turned)
    glyphs = ruler.glyphs(index, turned)
    if not glyphs:
        return page
    sideways = sum(count for way, count in ways.items() if way not in {None, turned})
    return replace(page, glyphs=tuple(glyphs), turned=turned, slanted=ways[None], sideways=sideways)


def _doubts(page: PrintedPage) -> Iterator[str]:
    if page.slanted > len(page.glyphs):
        yield f"第{page.number}页的文字是斜的，未能读取。"
    elif page.sideways >= _MANY_SIDEWAYS:
        yield f"第{page.number}页另有 {page.sideways} 个字的方向与其余文字不同，未能读取。"


def _is_cut(page: PrintedPage) -> bool:
    """Whether words run over the right edge in many of the lines."""
    lines = len({round(glyph.y) for glyph in page.glyphs})
    return len(page.cut) >= max(_FEWEST_CUT, lines * _CUT_SHARE)


def _listed(numbers: Sequence[int]) -> str:
    """Page numbers as 1–3、5."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)

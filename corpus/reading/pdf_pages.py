"""Pages of a PDF: their characters with places, whether they hold rules or pictures, how they look.

The only module that knows pypdfium2. Points are counted from the upper left corner of the page as it is seen.
"""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import UnreadableDocument
from corpus.reading.glyphs import Glyph, PrintedPage, Turn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST_PAGES = 2000
_PASSWORD = 4
_LEAST_RULE = 10.0
_LEAST_STROKE = 4.0
_THICKEST = 2.0
_RESOLUTION = 200
_POINTS = 72
_LARGEST_SIDE = 4000
_PICTURE_WIDTH = 1200
_UNMAPPED = "\ufffd"
_TAIL = 2048


@dataclass(frozen=True, slots=True)
class PdfFile:
    """An open PDF."""

    document: Any
    truncated: bool

    def __len__(self) -> int:
        return len(self.document)

    def page(self, index: int) -> PrintedPage | None:
        """The page at `index` from 0; None where it cannot be loaded."""
        import pypdfium2

        try:
            page = self.document[index]
        except pypdfium2.PdfiumError:
            return None
        try:
            return _read_page(page, index + 1)
        except pypdfium2.PdfiumError:
            return None
        finally:
            page.close()

    def image(self, index: int) -> "NDArray[np.uint8]":
        """The page at `index` as grey pixels (height, width) at 200 dpi, less for huge pages."""
        page = self.document[index]
        scale = min(_RESOLUTION / _POINTS, _LARGEST_SIDE / max(page.get_size()))
        bitmap = page.render(scale=scale, grayscale=True)
        pixels: NDArray[np.uint8] = bitmap.to_numpy().copy()
        bitmap.close()
        page.close()
        return pixels.reshape(pixels.shape[:2])

    def picture(self, index: int) -> bytes:
        """The page at `index` as a PNG in colour, as wide as a screen shows it well.

        Raises UnreadableDocument where it cannot be drawn.
        """
        import pypdfium2

        drawn = BytesIO()
        try:
            page = self.document[index]
            scale = min(_PICTURE_WIDTH / page.get_width(), _LARGEST_SIDE / max(page.get_size()))
            page.render(scale=scale).to_pil().save(drawn, "PNG")
        except pypdfium2.PdfiumError:
            raise UnreadableDocument(f"第{index + 1}页已损坏，画不出来。", "请重新下载或重新导出文件。") from None
        return drawn.getvalue()


def open_pdf(data: bytes, name: str) -> PdfFile:
    """The PDF in `data`; raises UnreadableDocument where it is locked, broken or endless."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _PASSWORD:
            raise UnreadableDocument(f"文件“{name}”已加密，需要密码才能打开。", "请去除密码后再添加。") from None
        raise UnreadableDocument(f"文件“{name}”不是完整的 PDF，无法打开。", "请重新下载或重新导出。") from None
    if len(document) > _MOST_PAGES:
        raise UnreadableDocument(
            f"文件“{name}”有 {len(document)} 页，超过 {_MOST_PAGES} 页的上限。", "请拆分后再添加。"
        )
    return PdfFile(document, b"%%EOF" not in data[-_TAIL:])


def _read_page(page: Any, number: int) -> PrintedPage:  # noqa: ANN401 - pypdfium2 ships no types
    from pypdfium2 import raw

    x0, y0, x1, y1 = page.get_mediabox()
    turn = Turn(x0, y0, x1, y1, page.get_rotation() % 360)
    textpage = page.get_textpage()
    chars = list(_chars(textpage))
    textpage.close()
    runs = {char.run: turn.direction(*char.run) for char in chars}
    ways = Counter(runs[char.run] for char in chars)
    side = max((way for way in ways if way is not None), key=lambda way: ways[way], default=0)
    turn = turn.turned(side)
    glyphs = tuple(_to_glyph(char, turn) for char in chars if runs[char.run] == side)
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING]
    drawn = list(page.get_objects(filter=kinds, max_depth=3))
    paths = [turn.box(*drawing.get_bounds()) for drawing in drawn if drawing.type == raw.FPDF_PAGEOBJ_PATH]
    return PrintedPage(
        number=number,
        width=turn.width,
        height=turn.height,
        glyphs=glyphs,
        slanted=ways[None],
        sideways=sum(count for way, count in ways.items() if way not in {None, side}),
        turned=side,
        ruled=any(bottom - top > _LEAST_RULE for _, top, _, bottom in paths),
        pictured=bool(drawn),
        cut=_cut_baselines(page, turn),
        strokes=(*(path for path in paths if _is_stroke(path)), *_struck_out(page, turn)),
        boxless=_is_boxless(page),
    )


class _Char(NamedTuple):
    """A character as the file places it; `run` is the beginning of its matrix, which tells which way it runs."""

    text: str
    spaced: bool
    run: tuple[float, float]
    origin: tuple[float, float]
    box: tuple[float, float, float, float]
    size: float
    shade: int


def _chars(textpage: Any) -> Iterator[_Char]:  # noqa: ANN401
    """The characters, white space aside."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    parts = [ctypes.c_uint() for _ in range(4)]
    spaced = False
    for index in range(textpage.count_chars()):
        text = chr(raw.FPDFText_GetUnicode(textpage, index))
        generated = raw.FPDFText_IsGenerated(textpage, index) == 1
        if text.isspace() or generated:
            spaced = not generated
            continue
        if text == "\x00" or raw.FPDFText_HasUnicodeMapError(textpage, index) == 1:
            text = _UNMAPPED
        raw.FPDFText_GetMatrix(textpage, index, matrix)
        raw.FPDFText_GetCharOrigin(textpage, index, x, y)
        size = raw.FPDFText_GetFontSize(textpage, index) * (matrix.c**2 + matrix.d**2) ** 0.5
        box = textpage.get_charbox(index, loose=True)
        yield _Char(text, spaced, (matrix.a, matrix.b), (x.value, y.value), box, size, _shade(textpage, index, parts))
        spaced = False


def _to_glyph(char: _Char, turn: Turn) -> Glyph:
    left, baseline = turn.point(*char.origin)
    _, _, right, _ = turn.box(*char.box)
    return Glyph(char.text, left, max(left, right), baseline, char.size, char.spaced, char.shade)


def _shade(textpage: Any, index: int, parts: list[ctypes.c_uint]) -> int:  # noqa: ANN401
    """How light a character is on white paper, from 0 (black) to 255; its colour is put into `parts`."""
    from pypdfium2 import raw

    if not raw.FPDFText_GetFillColor(textpage, index, *parts):
        return 0
    red, green, blue, cover = (part.value for part in parts)
    return 255 - (255 - (red * 3 + green * 6 + blue) // 10) * cover // 255


def _is_boxless(page: Any) -> bool:  # noqa: ANN401
    """Whether words on the page have no extent: their font is not in the file and nothing stands in for it. Of such
    words pdfium loses those of one character.
    """
    from pypdfium2 import raw

    for words in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=3):
        left, bottom, right, top = words.get_bounds()
        if left == right or bottom == top:
            font = raw.FPDFTextObj_GetFont(words)
            if font and raw.FPDFFont_GetIsEmbedded(font) == 0:
                return True
    return False


def _is_stroke(path: tuple[float, float, float, float]) -> bool:
    """Whether a path is a thin line across, as those that strike words out are."""
    left, top, right, bottom = path
    return bottom - top <= _THICKEST and right - left > _LEAST_STROKE


def _struck_out(page: Any, turn: Turn) -> Iterator[tuple[float, float, float, float]]:  # noqa: ANN401
    """The middle lines of the words that notes on the page strike out."""
    from pypdfium2 import raw

    rect = raw.FS_RECTF()
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_STRIKEOUT and raw.FPDFAnnot_GetRect(note, rect):
            left, top, right, bottom = turn.box(rect.left, rect.bottom, rect.right, rect.top)
            yield left, (top + bottom) / 2, right, (top + bottom) / 2
        raw.FPDFPage_CloseAnnot(note)


def _cut_baselines(page: Any, turn: Turn) -> frozenset[int]:  # noqa: ANN401
    """Where words run over the right edge of the page, or of the area that the printing program kept."""
    from pypdfium2 import raw

    cut = set()
    for words in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        _, _, right, bottom = turn.box(*words.get_bounds())
        if right > min(turn.width, _clip_edge(words, turn)):
            cut.add(round(bottom))
    return frozenset(cut)


def _clip_edge(drawing: Any, turn: Turn) -> float:  # noqa: ANN401
    """The right edge of the narrowest of the paths that clip an object."""
    from pypdfium2 import raw

    clip = raw.FPDFPageObj_GetClipPath(drawing)
    edges, x, y = [turn.width], ctypes.c_float(), ctypes.c_float()
    for path in range(max(0, raw.FPDFClipPath_CountPaths(clip))):
        rights = []
        for index in range(max(0, raw.FPDFClipPath_CountPathSegments(clip, path))):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
            rights.append(turn.point(x.value, y.value)[0])
        edges += [max(rights)] if rights else []
    return float(min(edges))

"""Pages of a PDF: their characters with places, whether they hold rules or pictures, how they look.

The only module that knows pypdfium2. Points are counted from the upper left corner of the page as it is seen.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from corpus.errors import UnreadableDocument
from corpus.reading.glyphs import Glyph

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["PdfFile", "PrintedPage", "open_pdf"]

_MOST_PAGES = 2000
_PASSWORD = 4
_LEAST_RULE = 10.0
_RESOLUTION = 200
_POINTS = 72
_LARGEST_SIDE = 4000
_PICTURE_WIDTH = 1200
_UNMAPPED = "\ufffd"
_TAIL = 2048


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """What is on a page. `slanted` counts characters that are not upright (watermarks); they are left out.

    `cut` holds the baselines of words that run over the right edge of what is printed.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    slanted: int
    ruled: bool
    pictured: bool
    cut: frozenset[int]


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

    turn = _Turn(page)
    textpage = page.get_textpage()
    upright, slanted = [], 0
    for glyph, straight in _glyphs(textpage, turn):
        slanted += not straight
        upright += [glyph] if straight else []
    textpage.close()
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING]
    drawn = list(page.get_objects(filter=kinds, max_depth=3))
    return PrintedPage(
        number=number,
        width=turn.width,
        height=turn.height,
        glyphs=tuple(upright),
        slanted=slanted,
        ruled=any(drawing.type == raw.FPDF_PAGEOBJ_PATH and _is_tall(drawing, turn) for drawing in drawn),
        pictured=bool(drawn),
        cut=_cut_baselines(page, turn),
    )


class _Turn:
    """From the coordinates of the file to those of the page as it is seen."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401
        self.x0, self.y0, self.x1, self.y1 = page.get_mediabox()
        self.rotation = page.get_rotation() % 360
        wide, high = self.x1 - self.x0, self.y1 - self.y0
        self.width, self.height = (high, wide) if self.rotation in {90, 270} else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point from the upper left corner."""
        match self.rotation:
            case 90:
                return y - self.y0, x - self.x0
            case 180:
                return self.x1 - x, y - self.y0
            case 270:
                return self.y1 - y, self.x1 - x
            case _:
                return x - self.x0, self.y1 - y

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        (xa, ya), (xb, yb) = self.point(left, bottom), self.point(right, top)
        return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)

    def is_upright(self, a: float, b: float) -> bool:
        """Whether text whose matrix begins with a, b runs from left to right."""
        along = {0: a, 90: b, 180: -a, 270: -b}.get(self.rotation, a)
        return along > 0 and along >= 0.99 * (a * a + b * b) ** 0.5


def _glyphs(textpage: Any, turn: _Turn) -> Iterator[tuple[Glyph, bool]]:  # noqa: ANN401
    """The characters, white space aside, and whether each is upright."""
    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
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
        left, baseline = turn.point(x.value, y.value)
        _, _, right, _ = turn.box(*textpage.get_charbox(index))
        yield Glyph(text, left, max(left, right), baseline, size, spaced), turn.is_upright(matrix.a, matrix.b)
        spaced = False


def _is_tall(drawing: Any, turn: _Turn) -> bool:  # noqa: ANN401
    """Whether a path reaches down the page, as a vertical rule or the whole grid of a table does."""
    _, top, _, bottom = turn.box(*drawing.get_bounds())
    return bottom - top > _LEAST_RULE


def _cut_baselines(page: Any, turn: _Turn) -> frozenset[int]:  # noqa: ANN401
    """Where words run over the right edge of the page, or of the area that the printing program kept."""
    from pypdfium2 import raw

    cut = set()
    for words in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        _, _, right, bottom = turn.box(*words.get_bounds())
        if right > min(turn.width, _clip_edge(words, turn)):
            cut.add(round(bottom))
    return frozenset(cut)


def _clip_edge(drawing: Any, turn: _Turn) -> float:  # noqa: ANN401
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

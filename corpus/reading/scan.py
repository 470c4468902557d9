"""Pictures of pages to characters and rules, by optical recognition where that is installed (the extra `ocr`).

The only module that knows rapidocr. Without them every page gets a warning that says what to do.
"""

import importlib.util
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.reading.glyphs import Glyph, PrintedPage
from corpus.reading.pdf_tables import Rule
from corpus.reading.pixels import pixels_to_rules, straightened

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Word = tuple[str, NDArray[np.float64], float]

_SECONDS = 240
_SURE = 0.8
_UNSURE = 0.6
_TALL = 1.5
_MOST = 0.5
_BASELINE = 0.85
_PARAMETERS = {
    "Global.log_level": "error",
    "Global.use_cls": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1152,
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}
"""Pages stand upright; a side of 1,152 pixels and lines one by one keep within the memory of the child process. A
second thread would wait busily for the first: half as much again of CPU (9.3 for 5.5 seconds on a dense page).
"""


@dataclass(frozen=True, slots=True)
class Scan:
    """What was recognised on a page; `warning` is empty where nothing was doubtful."""

    glyphs: tuple[Glyph, ...] = ()
    rules: tuple[Rule, ...] = ()
    warning: str = ""


class Scanner:
    """Recognises pages one by one, up to a total time; the models are loaded for the first page."""

    def __init__(self) -> None:
        self._engine: Any = None
        self._deadline = 0.0

    def read(self, pixels: "NDArray[np.uint8]", page: PrintedPage) -> Scan:
        """What stands on a page that looks like `pixels`; points are those of the page."""
        if importlib.util.find_spec("rapidocr") is None:
            return Scan(
                warning=f"第{page.number}页是图片，没有文字；识别它需要安装 ocr 组件（policy-assistant[ocr]）。"
            )
        if self._engine is None:
            self._engine, self._deadline = _engine(), time.monotonic() + _SECONDS
        if time.monotonic() > self._deadline:
            return Scan(warning=f"第{page.number}页是图片，文字识别已超时，未读。")
        from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

        try:
            seen, found = self._upright(pixels)
        except ONNXRuntimeError:
            return Scan(warning=f"第{page.number}页是图片，文字识别失败，未读。")
        if found and _sureness(found) < _UNSURE:
            return Scan(warning=f"第{page.number}页是图片，识别出的文字没有把握，未采用；请换清晰的扫描件。")
        scale = max(page.width, page.height) / max(seen.shape)
        glyphs = tuple(glyph for words, box, _ in found for glyph in _glyphs(words, box, scale))
        return Scan(glyphs, tuple(pixels_to_rules(seen, scale)), _doubt(found, page.number))

    def _upright(self, pixels: "NDArray[np.uint8]") -> "tuple[NDArray[np.uint8], list[_Word]]":
        """The page turned so that it can be read, and its words: as it is, else on its side or upside down."""
        import numpy as np

        seen = straightened(pixels)
        result = self._engine(seen, return_word_box=True, return_single_char_box=True)
        found = list(_words(result))
        turns = (1, 3) if _lies_on_side(result) else (2,) if found and _sureness(found) < _SURE else ()
        options = [] if _lies_on_side(result) else [(seen, found)]
        for turn in turns:
            turned = straightened(np.ascontiguousarray(np.rot90(pixels, turn)))
            again = self._engine(turned, return_word_box=True, return_single_char_box=True)
            options.append((turned, list(_words(again))))
        return max(options, key=lambda option: _sureness(option[1]))


def _engine() -> Any:  # noqa: ANN401 - rapidocr ships no types
    from rapidocr import RapidOCR

    return RapidOCR(params=_PARAMETERS)


def _lies_on_side(result: Any) -> bool:  # noqa: ANN401 - rapidocr ships no types
    """Whether most lines are higher than wide."""
    import numpy as np

    if result.boxes is None:
        return False
    sides = np.ptp(np.asarray(result.boxes, dtype=np.float64), axis=1)
    return bool(np.mean(sides[:, 1] > _TALL * sides[:, 0]) > _MOST)


def _sureness(found: "Sequence[_Word]") -> float:
    return sum(score for _, _, score in found) / len(found) if found else 0.0


def _words(result: Any) -> "Iterator[_Word]":  # noqa: ANN401 - rapidocr ships no types
    """The recognised characters or Latin words, the corners of their boxes in pixels, and how sure each is."""
    import numpy as np

    if result.boxes is None:  # nothing recognised: the words are then one empty result of another shape
        return
    for line in result.word_results:
        for words, score, box in line or ():
            if words and box is not None:
                yield words, np.asarray(box, dtype=np.float64), float(score)


def _glyphs(words: str, box: "NDArray[np.float64]", scale: float) -> Iterator[Glyph]:
    """The characters of a word, evenly spread over its box."""
    (left, top), (right, bottom) = box.min(axis=0) * scale, box.max(axis=0) * scale
    step = (right - left) / len(words)
    for at, character in enumerate(words):
        if not character.isspace():
            x = left + at * step
            yield Glyph(character, x, x + step, top + (bottom - top) * _BASELINE, bottom - top)


def _doubt(found: "Sequence[_Word]", page: int) -> str:
    doubtful = sum(score < _SURE for _, _, score in found)
    if not found:
        return f"第{page}页是图片，没有识别出文字。"
    unsure = f"其中 {doubtful} 处把握不大，" if doubtful else ""
    return f"第{page}页的文字由图片识别得来，{unsure}请对照原件核对。"

"""Pictures of pages to characters and rules, by optical recognition where that is installed (the extra `ocr`).

The only module that knows rapidocr and its OpenCV. Without them every page gets a warning that says what to do.
"""

import importlib.util
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from corpus.reading.glyphs import Glyph, PrintedPage
from corpus.reading.pdf_tables import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Scan", "Scanner", "straightened"]

_SECONDS = 240
_RULE_SHARE = 40
_FADED = 6.0
_SURE = 0.8
_BASELINE = 0.85
_PARAMETERS = {
    "Global.log_level": "error",
    "Global.use_cls": False,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1440,
    "Rec.rec_batch_num": 1,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}
"""Pages stand upright; a side of 1,440 pixels and lines one by one keep within the memory of the child process. A
second thread would wait busily for the first: half as much again of CPU (9.3 for 6.2 seconds on a dense page).
"""
_STEEPEST = 3.0
_STEPS = (0.3, 0.05)
_LEAST_TURN = 0.08
_CLEARLY = 1.02
_SMALL_SIDE = 1200


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

        pixels = straightened(pixels)
        try:
            result = self._engine(pixels, return_word_box=True, return_single_char_box=True)
        except ONNXRuntimeError:
            return Scan(warning=f"第{page.number}页是图片，文字识别失败，未读。")
        scale = page.width / pixels.shape[1]
        found = list(_words(result))
        glyphs = tuple(glyph for words, box, _ in found for glyph in _glyphs(words, box, scale))
        return Scan(glyphs, tuple(_joined(list(_rules(pixels, scale)))), _doubt(found, page.number))


def straightened(pixels: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """A page turned back by the few degrees that it lay askew on the scanner."""
    import cv2

    angle = _skew(pixels)
    if abs(angle) < _LEAST_TURN:
        return pixels
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return cast("NDArray[np.uint8]", cv2.warpAffine(pixels, turn, (width, height), borderValue=255))


def _skew(pixels: "NDArray[np.uint8]") -> float:
    """By how many degrees a page must be turned for its lines and rules to lie: then rows are darkest and lightest."""
    import cv2
    import numpy as np

    scale = min(1.0, _SMALL_SIDE / max(pixels.shape))
    small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    height, width = dark.shape

    def contrast(angle: float) -> float:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
        rows = cv2.warpAffine(dark, turn, (width, height), flags=cv2.INTER_NEAREST).sum(axis=1, dtype=np.float64)
        return float(np.square(np.diff(rows)).sum())

    best, span = 0.0, _STEEPEST
    for step in _STEPS:
        best = max((best + at * step for at in range(-round(span / step), round(span / step) + 1)), key=contrast)
        span = step
    return best if contrast(best) > contrast(0.0) * _CLEARLY else 0.0


def _engine() -> Any:  # noqa: ANN401 - rapidocr ships no types
    from rapidocr import RapidOCR

    return RapidOCR(params=_PARAMETERS)


def _words(result: Any) -> Iterator[tuple[str, "NDArray[np.float64]", float]]:  # noqa: ANN401 - rapidocr ships no types
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


def _rules(pixels: "NDArray[np.uint8]", scale: float) -> Iterator[Rule]:
    """The long straight dark lines."""
    import cv2

    dark = cv2.threshold(pixels, 0, 255, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)[1]
    length = max(pixels.shape) // _RULE_SHARE
    for kernel in ((length, 1), (1, length)):
        lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, kernel))
        count, _, boxes, _ = cv2.connectedComponentsWithStats(lines)
        for left, top, width, height, _ in boxes[1:count]:
            x, y = (left + width / 2, top) if height > width else (left, top + height / 2)
            end_x, end_y = (x, top + height) if height > width else (left + width, y)
            yield Rule(x * scale, y * scale, end_x * scale, end_y * scale)


def _joined(rules: Sequence[Rule]) -> list[Rule]:
    """Lines across whose faded ends stop just short of a line down, or just behind it, ended there."""
    standing = [rule for rule in rules if rule.is_vertical]
    return [rule if rule.is_vertical else _ended(rule, standing) for rule in rules]


def _ended(rule: Rule, standing: Sequence[Rule]) -> Rule:
    near = [one.left for one in standing if one.top - _FADED <= rule.top <= one.bottom + _FADED]
    left = min((x for x in near if abs(x - rule.left) <= _FADED), key=lambda x: abs(x - rule.left), default=rule.left)
    right = min(
        (x for x in near if abs(x - rule.right) <= _FADED), key=lambda x: abs(x - rule.right), default=rule.right
    )
    return Rule(left, rule.top, right, rule.bottom)


def _doubt(found: list[tuple[str, "NDArray[np.float64]", float]], page: int) -> str:
    doubtful = sum(score < _SURE for _, _, score in found)
    if not found:
        return f"第{page}页是图片，没有识别出文字。"
    unsure = f"其中 {doubtful} 处把握不大，" if doubtful else ""
    return f"第{page}页的文字由图片识别得来，{unsure}请对照原件核对。"

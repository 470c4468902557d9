"""Pictures of pages: turned straight, and the rules on them. Knows OpenCV and grey pixels, no characters."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

from corpus.reading.pdf_tables import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_STEEPEST = 3.0
_STEPS = (0.3, 0.05)
_LEAST_TURN = 0.08
_CLEARLY = 1.02
_SMALL_SIDE = 1200
_RULE_SHARE = 40
_FADED = 6.0


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


def pixels_to_rules(pixels: "NDArray[np.uint8]", scale: float) -> list[Rule]:
    """The long straight dark lines; points are pixels times `scale`."""
    return _joined(list(_lines(pixels, scale)))


def _lines(pixels: "NDArray[np.uint8]", scale: float) -> Iterator[Rule]:
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

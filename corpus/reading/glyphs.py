"""Characters as PDF programs hand them out, mended: radicals for the characters they look like, split pairs joined.

Knows single characters, nothing of lines or documents.
"""

import unicodedata
from dataclasses import dataclass

__all__ = ["Glyph", "mend_characters"]

_RADICALS = dict(
    zip(
        "⺟⺠⺼⺽⻁⻄⻅⻆⻉⻊⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "母民肉臼虎西见角贝足车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
_COMPATIBILITY = ("\u2f00", "\u2fdf"), ("\uf900", "\ufaff")
_HYPHENS = {"\x02": "-", "\ufffe": "-"}


@dataclass(frozen=True, slots=True)
class Glyph:
    """A printed character. Points from the upper left corner of the page as it is seen; `y` is the baseline.

    `spaced` says that the file has white space before it.
    """

    text: str
    x: float
    right: float
    y: float
    size: float
    spaced: bool = False


def mend_characters(text: str) -> str:
    """`text` with radicals and compatibility forms as the characters they stand for, and surrogates joined."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(map(_mend, joined))


def _mend(character: str) -> str:
    if character in _RADICALS:
        return _RADICALS[character]
    if any(first <= character <= last for first, last in _COMPATIBILITY):
        return unicodedata.normalize("NFKC", character)
    return _HYPHENS.get(character, character)

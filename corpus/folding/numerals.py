"""Numbers: Chinese numerals read (一 .. 九千九百九十九亿, 两, 〇, full-width and circled figures), values written."""

import re
import unicodedata
from decimal import Decimal

CHINESE_DIGITS = "〇零一二三四五六七八九"
ZEROS = "〇零○◯OＯoｏ0０"
"""What is printed for a zero among Chinese figures (二〇二六, 二○二六)."""
SPELLED = (
    "[一二两三四五六七八九十][一二两三四五六七八九十百千零〇]{0,8}(?:[万亿][一二三四五六七八九十百千零〇]{1,8}){0,2}"
)
"""A number spelled in words, its last 万 or 亿 left to the unit (a pattern without groups)."""

_VALUES = {character: max(0, index - 1) for index, character in enumerate(CHINESE_DIGITS)} | {"两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10**4, "亿": 10**8}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ZERO = re.compile(f"[{ZEROS}]")
_LONGEST = 18
"""Digits: thousands of them are no number, and more than Python reads."""


def number_text(value: Decimal) -> str:
    """A number in plain digits without idle zeros: 15.0000 -> 15, 1E+2 -> 100."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def digits_to_int(text: str) -> int | None:
    """The value of digits and nothing else; None where they are more than a number has.

    >>> [digits_to_int(text) for text in ("12", "１２", "", "-1", "²", "9" * 5000)]
    [12, 12, None, None, None, None]
    """
    return int(text) if text.isdecimal() and len(text) <= _LONGEST else None


def numeral_to_int(numeral: str) -> int | None:
    """The value of a numeral in any of the printed forms; None for anything else.

    >>> [numeral_to_int(text) for text in ("十二", "２０", "⑳", "一百零五", "二○二六", "三万五千", "第")]
    [12, 20, 20, 105, 2026, 35000, None]
    """
    if numeral in _CIRCLED:
        return _CIRCLED.index(numeral) + 1 if numeral else None
    plain = unicodedata.normalize("NFKC", numeral)
    if plain.isdecimal():
        return digits_to_int(plain)
    return _chinese_to_int(_ZERO.sub("〇", plain))


def _chinese_to_int(numeral: str) -> int | None:
    if set(numeral) == {"〇"}:
        return 0 if numeral in CHINESE_DIGITS else None
    total, group, digit = 0, 0, None
    for character in numeral:
        if character in _VALUES:
            digit = _VALUES[character] if digit is None else digit * 10 + _VALUES[character]
        elif character in _POWERS:
            group += (1 if digit is None else digit) * _POWERS[character]
            digit = None
        elif character in _GROUPS:
            part = (group + (digit or 0)) * _GROUPS[character]
            total = total * _GROUPS[character] + part if character == "亿" else total + part
            group, digit = 0, None
        else:
            return None
    return total + group + (digit or 0)

"""Chinese numerals as numbers are printed in headings and dates: 一 .. 九十九, 〇, full-width digits."""

import unicodedata

__all__ = ["CHINESE_DIGITS", "numeral_to_int"]

CHINESE_DIGITS = "〇零一二三四五六七八九"
_VALUES = {character: max(0, index - 1) for index, character in enumerate(CHINESE_DIGITS)}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def numeral_to_int(numeral: str) -> int | None:
    """The value of a numeral up to 999 in any of the printed forms; None for anything else.

    >>> [numeral_to_int(text) for text in ("十二", "２０", "⑳", "一百零五", "第")]
    [12, 20, 20, 105, None]
    """
    if numeral in _CIRCLED:
        return _CIRCLED.index(numeral) + 1 if numeral else None
    plain = unicodedata.normalize("NFKC", numeral)
    if plain.isdecimal():
        return int(plain)
    return _chinese_to_int(plain)


def _chinese_to_int(numeral: str) -> int | None:
    total, digit = 0, None
    for character in numeral:
        if character in _VALUES:
            digit = _VALUES[character] if digit is None else digit * 10 + _VALUES[character]
        elif character in "十百":
            total += (1 if digit is None else digit) * (10 if character == "十" else 100)
            digit = None
        else:
            return None
    return total + (digit or 0)

"""Full-width figures, letters and signs as half-width ones, character by character: offsets keep their meaning; and
characters that no text may hold.
"""

import re

UNREADABLE = "\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
"""Characters that stand for something nobody can read (the inside of a pattern's class)."""
_UNREADABLE = re.compile(f"[{UNREADABLE}]")
_BROKEN = re.compile(rf"\d[{UNREADABLE}]|(?<=[^\s。；])[{UNREADABLE}]\d")
"""At the start of a line or sentence it is a bullet."""

_DASHES = dict.fromkeys("–—―－−‐‑", "-") | dict.fromkeys("〜～", "~")
_WIDE = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_SIGNS = str.maketrans(_DASHES | {"％": "%", "．": ".", "／": "/", "＋": "+", "＜": "<", "＞": ">", "＝": "="}) | _WIDE
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def without_controls(text: str) -> str:
    r"""`text` without the characters that XML forbids or discourages: what is left can stand in any file that we write.

    >>> without_controls("通\x00知\ufffe\n")
    '通知\n'
    """
    return _CONTROLS.sub("", text)


def legible(text: str) -> str:
    r"""`text` with a box where a character stands that nobody can read, which a screen may not show at all.

    >>> legible("超1\ue0102万亿元")
    '超1□2万亿元'
    """
    return _UNREADABLE.sub("□", text)


def breaks_number(text: str) -> bool:
    r"""Whether a character that nobody can read stands at a number, which then says nothing.

    >>> breaks_number("超1\ue0102万亿元"), breaks_number("\uf0b72027年底前")
    (True, False)
    """
    return _BROKEN.search(text) is not None


def fold(text: str) -> str:
    """`text`, as long as it was, with half-width figures, Latin letters, per cent signs, points and one kind of dash.

    >>> fold("２０２７年，５％—６．５％")
    '2027年，5%-6.5%'
    """
    return text.translate(_SIGNS)

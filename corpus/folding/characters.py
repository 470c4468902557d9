"""Full-width figures, letters and signs as half-width ones, character by character: offsets keep their meaning; and
characters that no text may hold.
"""

import re

__all__ = ["UNREADABLE", "fold", "without_controls"]

UNREADABLE = "\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd"
"""Characters that stand for something nobody can read (the inside of a pattern's class)."""

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


def fold(text: str) -> str:
    """`text`, as long as it was, with half-width figures, Latin letters, per cent signs, points and one kind of dash.

    >>> fold("２０２７年，５％—６．５％")
    '2027年，5%-6.5%'
    """
    return text.translate(_SIGNS)

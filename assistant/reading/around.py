"""What stands around a question: openings, closings, what somebody says of himself. Patterns are data (around.tsv)."""

import re
from functools import cache

from assistant.data_files import data_rows
from assistant.reading.senses import COURTESY, hear

_SIDES = ("before", "behind")
_PLAIN = ("", "?", "。", "!")
_LONGEST = 24
"""No closing is longer."""
_MOST = 6
"""So many openings or closings stand together: 您好，打扰了，我是新来的，想请教一下."""


def bare(text: str) -> str:
    """A normalised question without what stands around it; as it is where nothing that asks would be left.

    >>> bare("您好，我是新来的，想请教一下新增几幢啊，急用"), bare("你好，谢谢")
    ('新增几幢?', '你好，谢谢')
    """
    before, behind = _patterns()
    start, end = 0, len(text)
    for _ in range(_MOST):
        opening = before.match(text, start, end)
        start = opening.end() if opening else start
        closing = behind.search(text, max(start, end - _LONGEST), end)
        end = closing.start() if closing else end
        if not opening and not closing:
            break
    left = text[start:end]
    told = left + (text[end:] if text[end:] in _PLAIN else "?")
    return told if told == text or _asks(left, text) else text


def _asks(left: str, text: str) -> bool:
    """Whether what is left of a text asks, and neither it nor the whole is a courtesy (早上好 alone begins one)."""
    words = [one for one in hear(left) if one.sense != "filler"]
    whole = (one for one in hear(text) if one.end - one.start == len(text))
    return bool(words) and not any(one.sense in COURTESY for one in (*words, *whole))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = data_rows(__package__, "around.tsv")
    by_side = {side: "|".join(f"(?:{pattern})" for on, pattern, _ in rows if on == side) for side in _SIDES}
    return re.compile(f"(?:{by_side['before']})"), re.compile(f"(?:{by_side['behind']})\\Z")

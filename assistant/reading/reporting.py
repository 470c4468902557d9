"""Whether somebody wants a piece written (写一段…对比材料), and the question that is left without these words."""

import re

from assistant.reading.reading import Reading
from assistant.reading.weaving import dropped

_WRITE = re.compile(
    r"(?:请|帮我|给我|替我|帮忙){0,2}(?:起草|撰写|拟写|写|整理|生成|形成)(?:出|成)?(?:[一1]?(?:段|份|篇)|[一1]?个|[一1]下)(?:关于|有关)?"
)
_PIECE = re.compile(
    r"的?(?:书面|文字|汇报|简短|情况){0,2}(?:材料|报告|汇报|综述|文稿|稿子|文字)(?:[，,：:]?(?:内容)?(?:讲|包括|说明|介绍)(?:一下)?)?"
)


def without_report(reading: Reading) -> Reading | None:
    """The reading without the words that ask for a piece of writing; None where none is asked for."""
    wish = _WRITE.search(reading.text)
    piece = _PIECE.search(reading.text, wish.end()) if wish else None
    if wish is None or piece is None:
        return None
    return dropped(reading, [wish.span(), piece.span()])

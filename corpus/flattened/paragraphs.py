"""Paragraphs: one cell of prose that holds several paragraphs, each of them a printed sub-row.

Splits behind a sentence that leaves its line half empty, at a gap that is a border elsewhere in the table, or where
every paragraph opens with a title of its own kind (高产出楼宇。…). Knows tokens only.
"""

import re
from collections.abc import Sequence

from corpus.flattened.layout import Layout
from corpus.flattened.tokens import Token

_TITLE = re.compile(r"[^，。；：！？、\d]{2,16}[。：]\S")
_ENDS = "。；！？"
_AHEAD = 3
_ROOM = 1.5


def tokens_to_paragraphs(
    tokens: Sequence[Token], first: int, last: int, layout: Layout, column: int
) -> list[tuple[int, int]]:
    """The half-open ranges of the paragraphs of the cell tokens[first:last]; one range where it is not divided."""
    width = layout.widths.get(column)
    ends = [index for index in range(first + 1, last) if _follows_sentence(tokens, index)]
    starts = [i for i in ends if _leaves_room(tokens, first, i, width) or layout.is_border(tokens[i].gap)]
    if _has_title(tokens, first, last):
        starts = sorted({*starts, *(index for index in ends if _has_title(tokens, index, last))})
    return list(zip([first, *starts], [*starts, last], strict=True))


def _follows_sentence(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].opens_line and tokens[index - 1].text[-1] in _ENDS


def _leaves_room(tokens: Sequence[Token], first: int, index: int, width: float | None) -> bool:
    """Whether the line before token `index` ends long before the edge of the column."""
    start = index - 1
    while start > first and not tokens[start].opens_line:
        start -= 1
    line = sum(token.width for token in tokens[start:index])
    return width is not None and line + tokens[index].head_width <= width - _ROOM


def _has_title(tokens: Sequence[Token], index: int, last: int) -> bool:
    return _TITLE.match("".join(token.text for token in tokens[index : min(index + _AHEAD, last)])) is not None

"""Anchors: the running numbers (序号) at line starts that tell where the rows of a table begin.

Chooses the longest rising chain and says where it has holes or doubles. Knows tokens only.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.flattened.tokens import Gap, Token

_NUMBER = re.compile(r"(\d{1,4})[.．、]?")
_MEASURED = re.compile(r"[年月日个万亿%％幢家平米类项次批座]")
_LOOK_BACK = 40
_FIRST_AT_MOST = 3
_WIDEST_HOLE = 6


@dataclass(frozen=True, slots=True)
class Anchor:
    """A running number: its value and the index of its token."""

    token: int
    value: int


def tokens_to_anchors(tokens: Sequence[Token], *, inside_lines: bool = False) -> list[Anchor]:
    """The chain of running numbers that explains most: rising by one, a hole or a double costs, falling ends it.

    `inside_lines`: other columns stand before the numbers, so a number need not begin its line.
    """
    indexes = (index for index, token in enumerate(tokens) if token.opens_line or inside_lines)
    candidates = [anchor for index in indexes if (anchor := _candidate(tokens, index))]
    best: list[tuple[float, int]] = []
    for index, anchor in enumerate(candidates):
        start = 2.0 - anchor.value if anchor.value <= _FIRST_AT_MOST else -100.0
        score, previous = start, -1
        for before in range(max(0, index - _LOOK_BACK), index):
            gain = best[before][0] + 1.0 - _step_cost(candidates[before].value, anchor.value)
            if gain > score:
                score, previous = gain, before
        best.append((score, previous))
    return _trace(candidates, best)


def anchors_to_warnings(anchors: Sequence[Anchor]) -> list[str]:
    """What is wrong with the running numbers, in Chinese."""
    warnings = [f"序号从{anchors[0].value}开始"] if anchors and anchors[0].value != 1 else []
    for left, right in pairwise(anchors):
        if right.value == left.value:
            warnings.append(f"序号{right.value}重复")
        elif right.value > left.value + 1:
            missing = "、".join(str(value) for value in range(left.value + 1, right.value))
            warnings.append(f"缺序号{missing}")
    return warnings


def _candidate(tokens: Sequence[Token], index: int) -> Anchor | None:
    token = tokens[index]
    match = _NUMBER.fullmatch(token.text)
    if match is None:
        return None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following and following.gap in (Gap.SOFT, Gap.HARD) and _MEASURED.match(following.text):
        return None
    return Anchor(index, int(match.group(1)))


def _step_cost(left: int, right: int) -> float:
    if right == left + 1:
        return 0.0
    if right == left:
        return 0.9
    return min(0.9, 0.25 * (right - left)) if left < right <= left + _WIDEST_HOLE else 100.0


def _trace(candidates: Sequence[Anchor], best: Sequence[tuple[float, int]]) -> list[Anchor]:
    if not best:
        return []
    index = max(range(len(best)), key=lambda at: best[at][0])
    chain: list[Anchor] = []
    while index >= 0 and best[index][0] > -50:
        chain.append(candidates[index])
        index = best[index][1]
    return chain[::-1]

"""Text that was copied off a page span by span, so that a line ends at every number: put together again.

Only where lines of nothing but a number often go on with what cannot begin one (2021 / 年 / 2 / 月); elsewhere such
lines are cells. Knows single lines.
"""

import re
from collections.abc import Iterator, Sequence

from corpus.reading.marks import text_to_mark

_NUMBER = re.compile(r"[+\-]?\d[\d.,:~—–%\-]{0,15}")
_NEVER_FIRST = re.compile(r"[年月日号〕\]）)》”、，；。：%％的]")
_NEVER_LAST = re.compile(r"[（(〔\[《“、，]$")
_ENDS = re.compile(r"[。；：！？:;]$")
_TO_DAY = re.compile(r"[为至于自从到在和及]$")
"""Words that a day in running text stands behind, not one that stands alone."""
_YEAR = re.compile(r"\d{4}")
_FEWEST = 5
_LONGEST_HEADING = 24


def without_shards(text: str) -> str:
    """`text` with the lines joined that a number was parted from; as it is where numbers do not stand so."""
    lines = [line.strip() for line in text.split("\n")]
    if sum(_is_cut(lines, at) for at in range(len(lines) - 1)) < _FEWEST:
        return text
    return "".join(_joined(lines))


def _is_cut(lines: Sequence[str], at: int) -> bool:
    """Whether a line is nothing but a number, and the next one goes on with it."""
    return _NUMBER.fullmatch(lines[at]) is not None and _NEVER_FIRST.match(lines[at + 1]) is not None


def _joined(lines: Sequence[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        if at:
            yield "" if _goes_on(lines, at) else "\n"
        yield line


def _goes_on(lines: Sequence[str], at: int) -> bool:
    """Whether a line belongs to the one above it."""
    above, line = lines[at - 1], lines[at]
    if not above or not line:
        return False
    if _NEVER_FIRST.match(line) or _NEVER_LAST.search(above):
        return True
    number = _NUMBER.fullmatch(line) is not None
    if _NUMBER.fullmatch(above):
        return not number
    return number and not _ENDS.search(above) and not _is_heading(above) and not _is_day(lines, at)


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and text_to_mark(line) is not None


def _is_day(lines: Sequence[str], at: int) -> bool:
    """Whether a day that stands alone begins at a line."""
    alone = _YEAR.fullmatch(lines[at]) is not None and lines[at + 1 : at + 2] == ["年"]
    return alone and not _TO_DAY.search(lines[at - 1])

"""Tokens: the pieces of text that white space separates, and how each is set off from the one before.

Knows lines and character widths; knows nothing of tables.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from corpus.line import Line

_PIECE = re.compile(r"\S+")
_HALF = re.compile(r"[\x21-\x7e]")
_PAGE_LEAD = " "
"""What extraction leaves of a form feed: one space before the first line of a page. Indents are wider."""
_CLOSING = "、，。；：！？）》〉”’】〕,;.:)>%％"
_CHUNK = re.compile(r"[\x21-\x7e]{1,40}|[^\x21-\x7e]")


class Gap(StrEnum):
    """What stands between a token and the one before it."""

    SOFT = "soft"
    """A space beside a figure or a Latin word: typesetters put one there, so it may mean nothing."""
    HARD = "hard"
    """A space between wide characters: text on one base line, in two cells."""
    LINE = "line"
    BLANK = "blank"
    """A line break with at least one empty line."""
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text without white space. `line` indexes the lines given, `start` is an offset in the source text."""

    text: str
    start: int
    line: int
    gap: Gap
    blanks: int = 0
    """Empty lines before it."""

    opens_line: bool = field(init=False, compare=False)
    """Whether the token is the first of its line."""
    width: float = field(init=False, compare=False)
    """Printed width in ems."""
    head_width: float = field(init=False, compare=False)
    """Width of the shortest beginning that could stand alone on a line: a word with its closing marks."""

    def __post_init__(self) -> None:
        width, head_width = _measures(self.text)
        object.__setattr__(self, "opens_line", self.gap in (Gap.LINE, Gap.BLANK, Gap.PAGE))
        object.__setattr__(self, "width", width)
        object.__setattr__(self, "head_width", head_width)

    @property
    def end(self) -> int:
        """Offset just behind the last character."""
        return self.start + len(self.text)


def lines_to_tokens(lines: Sequence[Line], first: int, last: int) -> list[Token]:
    """The tokens of lines[first..last] (inclusive) in order; `Token.line` is the index into `lines`."""
    return [token for index in range(first, last + 1) for token in _line_to_tokens(lines, index, first)]


def em_width(text: str) -> float:
    """The printed width of `text` in ems: wide characters count one, Latin ones a half, white space nothing."""
    half = len(_HALF.findall(text))
    return len("".join(text.split())) - half / 2


def join_texts(left: str, right: str) -> str:
    """Two pieces of one cell put together: a space only where two Latin words or figures would run into one."""
    needs_space = left[-1:].isascii() and left[-1:].isalnum() and right[:1].isascii() and right[:1].isalnum()
    return f"{left} {right}" if needs_space else left + right


@lru_cache(maxsize=8192)
def _measures(text: str) -> tuple[float, float]:
    match = _CHUNK.match(text)
    end = match.end() if match else 0
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return em_width(text), em_width(text[:end])


def _line_to_tokens(lines: Sequence[Line], index: int, first: int) -> Iterator[Token]:
    line = lines[index]
    previous_end = 0
    for match in _PIECE.finditer(line.text):
        blanks = 0
        if previous_end:
            gap = _space_to_gap(line.text[previous_end - 1], match.group()[0])
        else:
            blanks = _blanks_before(lines, index, first)
            gap = _break_to_gap(lines, index, blanks)
        yield Token(match.group(), line.start + match.start(), index, gap, blanks)
        previous_end = match.end()


def _blanks_before(lines: Sequence[Line], index: int, first: int) -> int:
    blanks = 0
    while index - blanks - 1 >= first and not lines[index - blanks - 1].text:
        blanks += 1
    return blanks


def _break_to_gap(lines: Sequence[Line], index: int, blanks: int) -> Gap:
    before = index - blanks - 1
    turned = before >= 0 and lines[before].page != lines[index].page
    if turned or lines[index].lead == _PAGE_LEAD:
        return Gap.PAGE
    return Gap.BLANK if blanks else Gap.LINE


def _space_to_gap(left: str, right: str) -> Gap:
    """Automatic spacing only ever stands between an ideograph and a figure or Latin letter."""
    if (_is_word(left) and right.isalnum()) or (_is_word(right) and left.isalnum()):
        return Gap.SOFT
    return Gap.HARD


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()

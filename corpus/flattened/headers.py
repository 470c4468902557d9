"""Headers of task tables: the lines that name columns such as 序号, 具体举措, 责任单位, on one line or on many.

Knows words and lines; reads no rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.flattened.header_words import is_header_word, is_role_word, is_sequence_word
from corpus.flattened.tokens import Gap, Token, em_width, lines_to_tokens
from corpus.line import Line

_MARKS = re.compile(r"[。；，、：:“”]")
_MOST_TOKENS = 40
_LONGEST_NAME = 12.0
_LONGEST_LINE = 80.0
_MOST_PIECES = 4


@dataclass(frozen=True, slots=True)
class Header:
    """A header: the names of its columns and the lines (inclusive indexes) it stands on."""

    names: tuple[str, ...]
    first: int
    last: int


def find_headers(lines: Sequence[Line]) -> list[Header]:
    """All headers of task tables, in order, repeated ones too."""
    headers: list[Header] = []
    for index in range(len(lines)):
        if headers and index <= headers[-1].last:
            continue
        if header := _header_at(lines, index):
            headers.append(header)
    return headers


def _header_at(lines: Sequence[Line], index: int) -> Header | None:
    text = lines[index].text
    if not text or "\t" in text or em_width(text) > _LONGEST_LINE:
        return None
    tokens = lines_to_tokens(lines, index, index)
    names = _by_hard_gaps(tokens)
    if _is_task_header(names):
        return Header(names, index, index)
    return _spread_header(lines, index) if is_sequence_word(tokens[0].text) else None


def _by_hard_gaps(tokens: Sequence[Token]) -> tuple[str, ...]:
    names: list[str] = []
    for token in tokens:
        if names and token.gap is Gap.SOFT:
            names[-1] += token.text
        else:
            names.append(token.text)
    return tuple(names)


def _is_task_header(names: Sequence[str]) -> bool:
    if len(names) < 3 or any(em_width(name) > _LONGEST_NAME or _MARKS.search(name) for name in names):
        return False
    numbered = any(map(is_sequence_word, names))
    return any(map(is_role_word, names)) and (numbered or all(map(is_header_word, names)))


def _spread_header(lines: Sequence[Line], index: int) -> Header | None:
    """A header whose names stand on lines of their own or are wrapped, up to the first running number."""
    tokens: list[Token] = []
    for last in range(index, len(lines)):
        here = lines_to_tokens(lines, last, last)
        if here and here[0].text.strip(".．、") == "1":
            names = _tokens_to_names(tokens)
            return Header(names, index, _last_filled(lines, last - 1)) if _is_task_header(names) else None
        tokens += here
        if len(tokens) > _MOST_TOKENS or any(_MARKS.search(token.text) for token in here):
            return None
    return None


def _last_filled(lines: Sequence[Line], index: int) -> int:
    while not lines[index].text:
        index -= 1
    return index


def _tokens_to_names(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The cheapest way to join wrapped names: well-formed names cost least."""
    best: list[tuple[float, tuple[str, ...]]] = [(0.0, ())]
    for end in range(1, len(tokens) + 1):
        ways: list[tuple[float, tuple[str, ...]]] = []
        for start in range(end - 1, max(-1, end - 1 - _MOST_PIECES), -1):
            name = "".join(token.text for token in tokens[start:end])
            cost = 0.5 if is_header_word(name) else 1.5 + (end - start)
            ways.append((best[start][0] + cost, (*best[start][1], name)))
            if tokens[start].gap is Gap.HARD:
                break
        best.append(min(ways))
    return best[-1][1]

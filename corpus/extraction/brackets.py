"""Brackets in running text: where they open and close, and splitting outside them. Knows no policy words.

Round, square and angle brackets nest in one another; a full-width bracket may be closed by its half-width sister.
"""

from collections.abc import Container
from dataclasses import dataclass

_FAMILIES = ("（）()", "〔〕[]【】", "〈〉<>《》")
_OPENERS = {family[at]: family for family in _FAMILIES for at in range(0, len(family), 2)}
_CLOSERS = {family[at]: family for family in _FAMILIES for at in range(1, len(family), 2)}


@dataclass(frozen=True, slots=True)
class BracketGroup:
    """A pair of outermost brackets: `start` is the opening one, `end` is just behind the closing one."""

    start: int
    end: int
    inner: str


def bracket_groups(text: str) -> list[BracketGroup]:
    """The outermost closed bracket pairs of `text`, in order. What never closes is no group."""
    spans: list[tuple[int, int]] = []
    open_at: list[tuple[int, str]] = []
    for at, character in enumerate(text):
        if character in _OPENERS:
            open_at.append((at, _OPENERS[character]))
        elif character in _CLOSERS and any(family == _CLOSERS[character] for _, family in open_at[-4:]):
            start = _close(open_at, _CLOSERS[character])
            while spans and spans[-1][0] > start:
                spans.pop()
            spans.append((start, at + 1))
    return [BracketGroup(start, end, text[start + 1 : end - 1]) for start, end in spans]


def split_outside(text: str, separators: Container[str]) -> list[str]:
    """`text` cut at every character of `separators` that stands outside all brackets; empty pieces dropped."""
    pieces: list[str] = []
    last = 0
    covered = {at for group in bracket_groups(text) for at in range(group.start, group.end)}
    for at, character in enumerate(text):
        if character in separators and at not in covered:
            pieces.append(text[last:at])
            last = at + 1
    pieces.append(text[last:])
    return [piece.strip() for piece in pieces if piece.strip()]


def without_groups(text: str, groups: list[BracketGroup]) -> str:
    """`text` with these groups cut out."""
    kept: list[str] = []
    last = 0
    for group in groups:
        kept.append(text[last : group.start])
        last = group.end
    return "".join(kept) + text[last:]


def _close(open_at: list[tuple[int, str]], family: str) -> int:
    """Take back openers up to and including the nearest of `family`; its offset."""
    while True:
        start, opened = open_at.pop()
        if opened == family:
            return start

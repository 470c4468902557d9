"""Cutting long text at sentence ends, and at word borders where a sentence itself is too long. Knows no documents."""

import re
from collections.abc import Callable, Iterator

_SENTENCE = re.compile(r"[^。；！？;!?\n]*(?:[。；！？;!?\n]+[”’」』）)]*|$)")
_PAUSE = "，、,：: "


def text_to_sentences(text: str) -> list[str]:
    """Sentences with their end marks; joined, they are `text` again.

    >>> text_to_sentences("一是引进。二是培育；“三是盘活。”")
    ['一是引进。', '二是培育；', '“三是盘活。”']
    """
    return [sentence for sentence in _SENTENCE.findall(text) if sentence]


def text_to_pieces(text: str, size: int, borders: Callable[[str], list[int]]) -> list[str]:
    """`text` in pieces of at most `size` characters, as even as its sentences allow; joined, they are `text` again.

    `borders` gives the offsets at which a word of a text ends: no word is cut that fits into a piece.
    """
    if len(text) <= size:
        return [text]
    aim = -(-len(text) // -(-len(text) // size))
    pieces, current = [], ""
    for part in _parts(text, size, borders):
        if current and (len(current) + len(part) > size or len(current) >= aim):
            pieces.append(current)
            current = ""
        current += part
    return [*pieces, current]


def _parts(text: str, size: int, borders: Callable[[str], list[int]]) -> Iterator[str]:
    for sentence in text_to_sentences(text):
        rest = sentence
        while len(rest) > size:
            at = _cut(rest[: size + 1], size, borders)
            yield rest[:at]
            rest = rest[at:]
        yield rest


def _cut(text: str, size: int, borders: Callable[[str], list[int]]) -> int:
    """The last pause in the second half, else the last word border, else `size`."""
    pause = max(text.rfind(mark, size // 2, size) for mark in _PAUSE)
    if pause >= 0:
        return pause + 1
    return max((end for end in borders(text) if size // 2 < end <= size), default=size)

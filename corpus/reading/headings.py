"""Where a numbered text ends being a heading and begins being a paragraph. Knows one text, no document."""

import re
from dataclasses import dataclass

from corpus.quoting import compact, squeeze
from corpus.reading.marks import Mark, Style, strip_edges, text_to_mark

__all__ = ["HeadingParts", "text_to_heading", "whole_heading"]

_SPACED = frozenset({Style.CHAPTER, Style.SECTION})
_CONTENTS = re.compile(r"[.…·．]{3}[.…·．\s]{0,60}\d{1,4}\s{0,20}$")
_STOP = re.compile(r"[。！？]")
_BOLD = re.compile(r"\*\*([^*\n]{2,60})\*\*")
_BREAKS = re.compile(r"[；;]")
_COMMAS = re.compile(r"[，,]")
_ENUMERATION = re.compile(r"[；;，,、]$")
_COLON = re.compile(r"[：:]")
_DATED = re.compile(r"[（(](?:19|20)\d\d年[^（()）]{0,36}[)）]$")
"""（2025年4月1日，节选）: no words of a title, however long."""
_TRAILING = "。：:！"
_LONGEST = 45
_LONGEST_RUN_IN = 32
_LONGEST_SENTENCE = 20
_MOST_COMMAS = 1
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class HeadingParts:
    """Offsets into the text that was split. [start, end) is the heading, `body` where the paragraph begins, if any.

    `title_start` lies behind the number; `marked` says that marks such as ** stand between number and title, so that
    only the title can be quoted in one piece.
    """

    mark: Mark
    start: int
    title_start: int
    end: int
    body: int | None
    marked: bool

    def label(self, text: str) -> str:
        """Number and title as an official would cite them."""
        number, title = squeeze(self.mark.number), self.title(text)
        return f"{number} {title}" if title and self.mark.style in _SPACED else number + title

    def title(self, text: str) -> str:
        """The words without the number."""
        return squeeze(text[self.title_start : self.end])

    def quote(self, text: str) -> str:
        """The words that stand in one piece: number and title, or the title alone where marks part them."""
        return self.title(text) if self.marked else self.label(text)


def text_to_heading(text: str) -> HeadingParts | None:
    """The heading that `text` is or begins with (（一）优化流程。各部门…); None for a paragraph, numbered or not."""
    mark = text_to_mark(text)
    if mark is None or mark.style is Style.ANNEX or _CONTENTS.search(text) or text.rstrip().endswith(("；", ";")):
        return None
    if mark.style is Style.ARTICLE:
        return _parts(text, mark, mark.end, mark.end)
    if mark.style is Style.TAG:
        return _parts(text, mark, text.index("】", mark.end), text.index("】", mark.end) + 1)
    bold = _BOLD.match(text, *_from_title(text, mark))
    if bold:
        return _parts(text, mark, bold.end(), bold.end())
    stop = _first_stop(text, mark.end)
    run_in = stop is not None and text[stop + 1 :].strip("* \n\t\u3000") != ""
    if run_in and stop is not None:
        return _parts(text, mark, stop, stop + 1) if _is_run_in_title(text[mark.end : stop], mark) else None
    return _parts(text, mark, len(text), None) if _is_whole_title(text[mark.end :]) else None


def whole_heading(text: str, style: Style) -> HeadingParts:
    """All of `text` as a heading without a number."""
    start, end = strip_edges(text, 0, len(text))
    return _parts(text, Mark(style, "", None, start, start), end, None)


def _from_title(text: str, mark: Mark) -> tuple[int, int]:
    start = mark.end
    while start < len(text) and text[start].isspace():
        start += 1
    return start, len(text)


def _parts(text: str, mark: Mark, end: int, body: int | None) -> HeadingParts:
    """The parts with marks and the closing stop left out; `body` is None where nothing but marks follows."""
    title_start, end = strip_edges(text, mark.end, end)
    while end > title_start and (text[end - 1] in _TRAILING or text[end - 1].isspace()):
        end -= 1
    title_start = min(title_start, end) if end > mark.end else mark.end
    if body is not None:
        body, last = strip_edges(text, body, len(text))
        body = body if body < last else None
    between = text[mark.end : title_start]
    return HeadingParts(mark, mark.start, title_start, max(end, mark.end), body, bool(between.strip()))


def _first_stop(text: str, start: int) -> int | None:
    """The first full stop outside brackets and quotation marks."""
    depth = 0
    for offset in range(start, min(len(text), start + 400)):
        character = text[offset]
        depth += (character in "（(《“〔") - (character in "）)》”〕")
        if depth <= 0 and _STOP.match(character):
            return offset
    return None


def _is_run_in_title(title: str, mark: Mark) -> bool:
    words = compact(title)
    commas = len(_COMMAS.findall(words))
    allowed = 0 if mark.style is Style.DASH else _MOST_COMMAS
    plain = not _BREAKS.search(words) and not _COLON.search(words)
    return _SHORTEST <= len(words) <= _LONGEST_RUN_IN and commas <= allowed and plain


def _is_whole_title(title: str) -> bool:
    """A line of its own: without a full stop up to 45 characters, with one (（二）发展目标。) only if short."""
    words = compact(title).strip("*")
    if not words or _ENUMERATION.search(words) or _BREAKS.search(words):
        return False
    if _STOP.search(words):
        return len(words) <= _LONGEST_SENTENCE and not _COMMAS.search(words) and not _STOP.search(words[:-1])
    words = _DATED.sub("", words)
    return len(words) <= _LONGEST and not _COLON.search(words[:-1]) and len(_COMMAS.findall(words)) <= _MOST_COMMAS

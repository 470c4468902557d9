"""A body printed as one endless line, cut at its numbered headings. Knows nothing of blocks.

Some web exports lose every line break. Such a line is cut only where its numbers 一、二、三、… run in order, so that an
ordinary long paragraph stays whole.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.folding.numerals import numeral_to_int
from corpus.line import Line

__all__ = ["unfold_lines"]

_ENDLESS = 1500
_FEWEST = 3
_NUMBER = re.compile(r"(?P<one>[一二三四五六七八九十]{1,3})、|[（(](?P<paren>[一二三四五六七八九十]{1,3})[）)]")
_BEFORE = "。！？；：）)”"
_LONGEST_HEADING = 40
_ADDRESSEE = re.compile(r"\A各[^。：:]{2,120}[：:]")
_CLAUSE_END = re.compile(r"负责[）)〕](?=[^。，；、）)〕])")
_SIGNATURE = re.compile(r"(?<=。)[^。，；：\d]{2,40}\d{4}年\d{1,2}月\d{1,2}日(?:[（(][^（()）]{2,12}[）)])?$")


def unfold_lines(lines: Sequence[Line]) -> list[Line]:
    """`lines` with every endless line cut into one line per paragraph, as far as headings, responsibility clauses,
    addressee and signature tell where these begin; line numbers repeat then.
    """
    return [piece for line in lines for piece in _unfold(line)]


def _unfold(line: Line) -> list[Line]:
    if len(line.text) < _ENDLESS:
        return [line]
    cuts = list(_headings(line.text))
    if len(cuts) < _FEWEST:
        return [line]
    addressee = _ADDRESSEE.match(line.text)
    signature = _SIGNATURE.search(line.text, cuts[-1])
    cuts += [match.end() for match in _CLAUSE_END.finditer(line.text)]
    cuts += [addressee.end()] if addressee and addressee.end() < cuts[0] else []
    cuts += [signature.start()] if signature else []
    borders = sorted({0, *cuts, len(line.text)})
    return [Line(line.number, line.page, line.start + start, line.text[start:end]) for start, end in pairwise(borders)]


def _headings(text: str) -> Iterator[int]:
    """Offsets of the headings whose numbers run in order: 一、二、… and, within or across them, （一）（二）…."""
    section, item, heading = 0, 0, -_LONGEST_HEADING
    for match in _NUMBER.finditer(text):
        at = match.start()
        after_end = at == 0 or text[at - 1] in _BEFORE
        value = numeral_to_int(match["one"] or match["paren"])
        if match["one"] and after_end and value == section + 1:
            section, heading = section + 1, at
            yield at
        elif match["paren"] and _is_item(value, item, after_end or _within_heading(text, heading, at)):
            item = value or 0
            yield at


def _is_item(value: int | None, last: int, placed: bool) -> bool:
    return placed and value is not None and value in {1, last + 1}


def _within_heading(text: str, heading: int, at: int) -> bool:
    """A first （一） may follow its 一、 heading without a full stop between them."""
    return heading >= 0 and at - heading < _LONGEST_HEADING and "。" not in text[heading:at]

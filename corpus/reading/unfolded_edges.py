"""Where title, 文号, addressee and signature begin and end in a text that lost its line breaks. Knows one text."""

import re
from collections.abc import Iterator

from corpus.folding.dates import DAY
from corpus.reading.organisations import is_organisation

__all__ = ["edge_cuts"]

_LETTERHEAD = re.compile(r"[\u4e00-\u9fff\s（）()]{3,80}?文件(?=[\u4e00-\u9fff]{2,12}\s?[〔\[（(【]\s?\d{4})")
_NUMBER = re.compile(r"\s{0,4}[\u4e00-\u9fff]{2,12}\s?[〔\[（(【]\s?\d{4}\s?年?[〕\]）)】]\s{0,3}第?\d{1,5}\s?号")
_LETTER = re.compile(
    r"\s{0,4}[^。；：:]{2,160}?的(?:通知|意见|函|通报|决定|批复|公告|通告|报告)(?=\s{0,4}[^。；：:]{2,300}[：:])"
)
_TITLE = re.compile(
    r"\s{0,4}(?:《[^《》]{6,90}》|[^。，；：:]{6,90}?(?:方案|办法|规划|意见|细则|规定|措施|计划|纲要|条例|要点|制度|预案|规则)"
    r"(?:[（(][^（()）]{2,20}[)）])?)(?=\s{0,4}(?:为[^了]|根据|按照|依据|$|[（(][^（()）]{4,300}(?:通过|批准|公布|发布|修正|修订)[^（()）]{0,40}[)）]))"
)
_ADDRESSEE = re.compile(r"\s{0,4}各[^。：:]{2,200}[：:]")
_ADDRESSED = re.compile(r"\s{0,4}[^。；：:]{2,300}[：:]")
_NAMES = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff][\u4e00-\u9fff \u3000（）()]{3,80}$")
_REMARK = re.compile(r"\s{0,4}[（(](?:此件|本文|联系)[^（()）]{2,40}[）)]")
_CLOSES = re.compile(r"\s{0,4}(?:$|附\s?件|《)")
_LONGEST_NAMES = 82


def edge_cuts(text: str, first: int, last: int) -> list[int]:
    """Where what stands above the first number of `text` and behind the `last` cut is to be cut."""
    return [*_head(text[:first]), *_foot(text, last, len(text))]


def _head(head: str) -> Iterator[int]:
    """The cuts in what stands above the first number: the letter with its title, and the title of what it sends."""
    at = 0
    for pattern in (_LETTERHEAD, _NUMBER):
        if match := pattern.match(head, at):
            at = match.end()
            yield at
    if letter := _LETTER.match(head, at):
        at = letter.end()
        yield at
    if addressee := (_ADDRESSED if letter else _ADDRESSEE).match(head, at):
        at = addressee.end()
        yield at
    signed = list(_foot(head, at, len(head)))
    yield from signed
    if title := _TITLE.match(head, signed[-1] if signed else at):
        yield title.end()


def _foot(text: str, start: int, end: int) -> Iterator[int]:
    """Where a signature, bodies and a day without a gap, begins and ends: nothing follows but what it was put under."""
    for day in DAY.finditer(text, start, end):
        names = _NAMES.search(text[max(start, day.start() - _LONGEST_NAMES) : day.start()])
        if names is None or not all(map(is_organisation, names[0].split())):
            continue
        behind = remark.end() if (remark := _REMARK.match(text, day.end())) else day.end()
        if remark or _CLOSES.match(text, behind) or _TITLE.match(text, behind, end):
            yield from (day.start() - len(names[0]), behind)

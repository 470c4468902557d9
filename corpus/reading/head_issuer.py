"""Whom the head of a document names as issuing it. Knows lines, no frame."""

import re
from collections.abc import Sequence
from itertools import pairwise

from corpus.line import Line
from corpus.quoting import compact
from corpus.reading.marks import strip_edges
from corpus.reading.organisations import is_organisation, join_names, name_to_region

__all__ = ["head_issuer"]

_LETTER = 3
_FIELD = re.compile(
    r"(?:印发|发布|制定|发文|填报|填表|编制|制表|报送)(?:机构|机关|单位|部门)\**\s{0,3}[:：]\**\s{0,3}"
    r"([^\s:：*，。；;无][^\s:：*，。；;]{1,120}?)(?=$|[\s*，。；;（(]|截[至止]|20\d\d年|(?:资金|金额|计量|总?投资|数据)?单位[:：]|[填编制报]\S{0,2}(?:日期|时间)[:：])"
)
_LABEL = re.compile(r"(?:印发|发布|制定|发文)(?:机构|机关|单位|部门)[:：]")
"""The label of such a field, its value on the next line."""
_LETTERHEAD = re.compile(r"(.{3,40}?)(?:文\s?件|令)")


def head_issuer(head: Sequence[Line]) -> tuple[str, int, int] | None:
    """Whom the letterhead, a line of its own beside the title, or a field 发布机构：… names, and where."""
    for line in head[:_LETTER]:
        words = line.text[slice(*strip_edges(line.text, 0, len(line.text)))]
        letterhead = _LETTERHEAD.fullmatch(words)
        named = letterhead[1] if letterhead else words
        if letterhead or (is_organisation(named) and name_to_region(compact(named))):
            return "、".join(join_names([named])), line.start, line.end
    for label, line in pairwise(head):
        if _LABEL.fullmatch(compact(label.text)) and is_organisation(line.text):
            return compact(line.text), line.start, line.end
    fields = ((line, match) for line in head if (match := _FIELD.search(line.text)))
    return next(((one[1], line.start + one.start(1), line.start + one.end(1)) for line, one in fields), None)

"""Names of documents inside a question (消费扶贫意见, 总部经济扶持办法): they say where to look, not what for."""

import re
from collections.abc import Iterable, Iterator

from corpus.document import Document

__all__ = ["without_titles"]

_KIND = re.compile(r"(?:实施|指导|推进|行动)?(?:意见|方案|细则|办法|规划|通知|计划|条例|规定|纲要)")
_OF = "的"
_FEWEST = 4
"""Characters of a title that name its document together with its kind: 农机|意见."""
_FEWEST_EACH = 2
_LONGEST = 60


def without_titles(text: str, documents: Iterable[Document], mark: str = "，") -> str:
    """`text` with `mark` for each run of words of a document's title that ends in the kind of document it is."""
    for document in documents:
        spans = list(_named(text, document.metadata.title))
        outer = [one for one in spans if not any(other[0] <= one[0] and one[1] < other[1] for other in spans)]
        for start, end in reversed(outer):
            text = text[:start] + mark + text[end:]
    return text


def _named(text: str, title: str) -> Iterator[tuple[int, int]]:
    """Where a title stands in a text: its pieces of at least two characters, one behind the other, up to its kind."""
    for kind in _KIND.finditer(text):
        if not any(kind[0].endswith(word) and word in title for word in (kind[0], kind[0][-2:])):
            continue
        start = _beginning(text, kind.start(), title)
        if kind.end() - start >= _FEWEST and start < kind.start():
            yield start, kind.end()


def _beginning(text: str, end: int, title: str) -> int:
    """Where the words of the title begin that go up to `end`."""
    start = end - 1 if text[:end].endswith(_OF) else end
    first = start
    while start > max(0, end - _LONGEST):
        piece = _longest_before(text, start, title)
        if piece < _FEWEST_EACH:
            break
        start -= piece
    return start if start < first else end


def _longest_before(text: str, end: int, title: str) -> int:
    """The length of the longest piece of a title that ends at `end` of the text."""
    length = 0
    while length < end and text[end - length - 1 : end] in title:
        length += 1
    return length

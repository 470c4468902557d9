"""How many numbered things stand below each part of a document or a section. Knows no asks."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from assistant.draft import Statement
from corpus.document import Block, Document, Heading, Paragraph
from corpus.facts import Evidence

__all__ = ["counted_parts"]

_NUMBER = re.compile(
    r"(?P<open>[（(]?)(?P<number>[一二三四五六七八九十百]{1,4}|\d{1,3})(?P<close>[）)、.．]|项|条)(?!\d)"
)
_ARTICLE = re.compile(r"第[一二三四五六七八九十百\d]{1,4}条")
_ANNEX = "附件"
_OPENING = 12
_FEWEST = 2


def counted_parts(document: Document, above: Heading | None = None) -> list[Statement]:
    """How many numbered parts there are (below a heading, where one is given) with numbered things below them, how
    many these are in all, and a line for each part; [] where there are no such parts.
    """
    parts = _parts(document, above)
    below = [(head, items) for head in parts if len(items := _items(document, head)) >= _FEWEST]
    if len(below) < _FEWEST:
        return []
    total = [item for _, items in below for item in items]
    heads = tuple(Evidence(quote=head.text, place=head.place) for head in parts)
    first = f"{_named(above)}共{len(parts)}个部分，下面共{len(total)}条。"
    return [Statement(first, (*heads, *total)), *(_line(head, items) for head, items in below)]


def _line(head: Heading, items: Sequence[Evidence]) -> Statement:
    return Statement(f"{head.title}：{len(items)}条。", (Evidence(quote=head.text, place=head.place), *items))


def _named(above: Heading | None) -> str:
    return f"“{above.title}”" if above else "正文"


def _parts(document: Document, above: Heading | None) -> list[Heading]:
    """The numbered headings at the nearest level below a heading; of the text without annexes where none is given."""
    below = _below(document, above) if above else takewhile(lambda block: not _is_annex(block), document.blocks)
    numbered = [one for one in below if isinstance(one, Heading) and one.number]
    depth = min((len(one.place.path) for one in numbered), default=0)
    return [one for one in numbered if len(one.place.path) == depth]


def _is_annex(block: Block) -> bool:
    return isinstance(block, Heading) and block.number.startswith(_ANNEX)


def _items(document: Document, head: Heading) -> list[Evidence]:
    """The openings of the blocks below a heading that are numbered in the way the first of them is."""
    depth = len(head.place.path) + 1
    blocks = [one for one in _below(document, head) if len(one.place.path) == depth]
    styled = [(style, one) for one in blocks if (style := _style(_numbered(one)))]
    return [_opening(one) for style, one in styled if style == styled[0][0]]


def _below(document: Document, head: Heading) -> Iterator[Heading | Paragraph]:
    at = next(at for at, block in enumerate(document.blocks) if block is head)
    for block in document.blocks[at + 1 :]:
        if len(block.place.path) <= len(head.place.path):
            return
        if isinstance(block, Heading | Paragraph):
            yield block


def _numbered(block: Heading | Paragraph) -> str:
    """What is printed first: the number of a heading may stand apart from its text."""
    return block.number if isinstance(block, Heading) else block.text


def _style(text: str) -> str:
    """How a block is numbered: in brackets or not, by which numerals; empty where it is not."""
    if _ARTICLE.match(text):
        return "article"
    match = _NUMBER.match(text)
    return f"{bool(match['open'])}{match['number'].isdigit()}" if match else ""


def _opening(block: Heading | Paragraph) -> Evidence:
    return Evidence(quote=block.text[:_OPENING].strip(), place=block.place)

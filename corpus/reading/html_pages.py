"""Pages made ready for reading: what wraps the whole page opened, the edges of its leaves taken away.

Edges are the feet of a page turned leaf by leaf in a browser (12, 下一页) and the heads that run on above every leaf:
they stand in the middle of sentences and belong to no document. Knows elements, no lines.
"""

import re
from itertools import takewhile

from lxml.html import HtmlElement

from corpus.quoting import compact
from corpus.reading.html_words import BLOCK, is_furniture, plain

__all__ = ["drop_leaf_edges", "open_wrappings"]

_TURN = re.compile(r"[<«‹＜]?(?:上|下|前|后)[1一]?页[>»›＞]?")
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4})?")
_DEEPEST = 4
"""So many lines may run on above the leaves."""


def open_wrappings(root: HtmlElement) -> None:
    """Makes plain boxes of what is named like furniture of a page and holds more than half of its words: some servers
    put every page into a form, some designers the text into a box called menu.
    """
    whole = sum(len(compact(words)) for words in root.xpath("//text()[not(ancestor::script or ancestor::style)]"))
    for one in root.iter():
        if isinstance(one.tag, str) and is_furniture(one) and len(compact(plain(one))) * 2 > whole:
            one.tag = "div"
            one.attrib.pop("class", None)
            one.attrib.pop("id", None)


def drop_leaf_edges(root: HtmlElement) -> None:
    """Takes away what turns the leaves, the number before it and the lines behind it that also begin the first leaf."""
    lines = [(one, words) for one in root.iter() if _is_line(one) and (words := compact(one.text_content()))]
    turns = [at for at, (_, words) in enumerate(lines) if _TURN.fullmatch(words)]
    first = [words for _, words in lines[: min(_DEEPEST, *turns)]] if len(turns) > 1 else []
    for at in turns:
        behind = [*takewhile(lambda one: one[1] in first, lines[at + 1 : at + 1 + _DEEPEST])]
        number = [one for one in lines[max(0, at - 1) : at] if _NUMBER.fullmatch(one[1])]
        for element, _ in [*number, lines[at], *behind]:
            element.drop_tree()


def _is_line(element: HtmlElement) -> bool:
    """Whether an element is a block of words without blocks in it."""
    if not isinstance(element.tag, str) or not BLOCK.fullmatch(element.tag):
        return False
    return not any(isinstance(one.tag, str) and BLOCK.fullmatch(one.tag) for one in element.iterdescendants())

"""The feet of a page turned leaf by leaf in a browser (12, 下一页) and the heads that run on above every leaf.

They stand in the middle of sentences and belong to no document. Knows elements, no lines.
"""

import re
from itertools import takewhile

from lxml.html import HtmlElement

from corpus.quoting import compact
from corpus.reading.html_words import BLOCK

__all__ = ["drop_leaf_edges"]

_TURN = re.compile(r"[<«‹＜]?(?:上|下|前|后)[1一]?页[>»›＞]?")
_NUMBER = re.compile(r"\d{1,4}(?:/\d{1,4})?")
_DEEPEST = 4
"""So many lines may run on above the leaves."""


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

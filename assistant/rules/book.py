"""All rules of a library by document: those of its sentences and those of its tables of standards."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.reading.words import fold
from assistant.rules.rows import rules_of_tables
from assistant.rules.rule import Rule
from assistant.rules.written import rules_in
from corpus.document import Document, Heading, Paragraph
from corpus.facts import Library
from corpus.quoting import bigrams

__all__ = ["rules_of"]

_FEW = 2
"""In more sentences or rows a pair of characters tells none from the others."""
_ITEM = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.])")


@lru_cache(maxsize=4)
def rules_of(library: Library) -> Mapping[str, tuple[Rule, ...]]:
    """The rules of each document, in printed order, those of its tables behind those of its sentences."""
    tables = rules_of_tables(library)
    return {
        one.id: _told_apart([*_written(one), *(rule for rule in tables if rule.document == one.id)])
        for one in library.documents.values()
    }


def _told_apart(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """The rules, each with the pairs of its label that are in few other sentences or rows."""
    held: dict[str, set[str]] = {}
    for one in rules:
        for pair in bigrams(fold(one.label)):
            held.setdefault(pair, set()).add(one.text)
    return tuple(
        replace(one, own=frozenset(pair for pair in bigrams(fold(one.label)) if len(held[pair]) <= _FEW))
        for one in rules
    )


def _written(document: Document) -> Iterator[Rule]:
    """The rules of the running text; an item of a list is also about what announces it."""
    announced = ""
    for block in document.blocks:
        if isinstance(block, Paragraph | Heading):
            paragraph = block if isinstance(block, Paragraph) else _as_paragraph(block)
            own = _ITEM.match(paragraph.text)
            head = " ".join((*paragraph.place.path[-2:], announced if own else ""))
            yield from rules_in(paragraph, head)
            if not own or paragraph.text.rstrip().endswith(("：", ":")):
                announced = paragraph.text if paragraph.text.rstrip().endswith(("：", ":")) else ""


def _as_paragraph(heading: Heading) -> Paragraph:
    return Paragraph(text=heading.text, place=heading.place, span=heading.span)

"""Lines that say in front of a colon what they tell (组长：…, 发布时间：…): those whose label the question names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft import Statement
from assistant.reading.ask import Ask
from assistant.reading.words import pairs, terms_of
from corpus.document import Paragraph
from corpus.facts import Evidence, Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["Labelled", "labelled"]

_LABEL = re.compile(r"^(?:[（(]?[\d①-⑳]{1,2}[）)．.、]?)?(?P<label>[一-鿿]{2,10})\*{0,2}[：:](?=.)")
_ASIDE = frozenset({"附件", "备注", "抄送", "各位代表"})
_LONGEST = 200
_MOST = 4


@dataclass(frozen=True, slots=True)
class Labelled:
    """The lines of one section that are named, and the share of the words asked that they and their heading hold."""

    statements: tuple[Statement, ...]
    share: float


@dataclass(frozen=True, slots=True)
class _Line:
    label: str
    section: tuple[str, tuple[str, ...]]
    evidence: Evidence


def labelled(ask: Ask, index: "Index") -> Labelled | None:
    """The lines whose labels the question names, of the section that fits it best; None where it names none."""
    library = index.library
    terms = terms_of(ask.where.words, library)
    scope = ask.where.documents or tuple(library.documents)
    named = [one for document in scope for one in _lines(document, library) if one.label in ask.gist]
    found = None
    for section in dict.fromkeys(one.section for one in named):
        lines = list(_apart(ask.gist, [one for one in named if one.section == section]))[:_MOST]
        held = pairs(" ".join((*section[1], *(one.evidence.quote for one in lines))))
        share = terms.coverage(held)
        if lines and (found is None or share > found.share):
            ordered = sorted(lines, key=lambda one: one.evidence.place.line)
            found = Labelled(tuple(map(_statement, ordered)), share)
    return found


def _apart(question: str, lines: Iterable[_Line]) -> Iterator[_Line]:
    """Those whose label stands in the question other than inside of a longer one: 组长 does not in 副组长."""
    left = question
    for line in sorted(lines, key=lambda one: -len(one.label)):
        if line.label in left:
            left = left.replace(line.label, " " * len(line.label), 1)
            yield line


def _statement(line: _Line) -> Statement:
    return Statement(f"{line.evidence.quote.rstrip('。；')}。", (line.evidence,))


@lru_cache(maxsize=256)
def _lines(document_id: str, library: Library) -> tuple[_Line, ...]:
    blocks = (one for one in library.document(document_id).blocks if isinstance(one, Paragraph))
    return tuple(
        _Line(match["label"], (document_id, block.place.path), Evidence(quote=block.text, place=block.place))
        for block in blocks
        if len(block.text) <= _LONGEST and (match := _LABEL.match(block.text)) and match["label"] not in _ASIDE
    )

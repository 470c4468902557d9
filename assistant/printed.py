"""Whether the numbers of a claim are printed of what it claims them of, so that another number does not deny them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.facts.record_saying import cell_words
from assistant.facts.record_tables import record_tables
from assistant.reading.ask import Ask
from assistant.reading.words import pairs, terms_of
from corpus.document import Paragraph
from corpus.facts import Library
from corpus.folding.characters import fold

__all__ = ["is_printed"]

_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.年])|(?<![A-Za-z])[IVX]{1,4}(?![A-Za-z])")
"""Figures, and the Roman numerals of classes."""
_SENTENCES = re.compile(r"[^。；;！？\n]+")


def is_printed(ask: Ask, said: str, library: Library) -> bool:
    """Whether a sentence or cell in scope has the numbers claimed and as many words of the claim as what is `said`."""
    claimed = _numbers(ask.where.words)
    if not claimed:
        return False
    terms = terms_of(_NUMBER.sub("", ask.where.words), library)
    least = terms.coverage(pairs(said))
    lines = (line for one in ask.where.documents or library.documents for line in _lines(one, library))
    return any(claimed <= numbers and terms.coverage(pairs(line)) >= least for line, numbers in lines)


@lru_cache(maxsize=256)
def _lines(document: str, library: Library) -> tuple[tuple[str, frozenset[str]], ...]:
    """The sentences and cells of a document that have numbers, with these."""
    each = ((line, _numbers(line)) for line in (*_sentences(document, library), *_cells(document, library)))
    return tuple((line, numbers) for line, numbers in each if numbers)


def _sentences(document: str, library: Library) -> Iterator[str]:
    for block in library.document(document).blocks:
        if isinstance(block, Paragraph):
            yield from _SENTENCES.findall(block.text)


def _cells(document: str, library: Library) -> Iterator[str]:
    """Each cell behind the name of its row and its column."""
    for table in record_tables(library):
        if table.document == document:
            for record in table.records:
                for at in (*table.categories, *table.numbers, *table.texts):
                    yield f"{table.called(record)}——{table.label(at)}：{cell_words(record, at, table)}"


def _numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(fold(text)))

"""Splitting prose into sentences, clauses and the items of a list, losing no character. Knows no questions."""

from collections.abc import Iterator

from corpus.document import Document, Paragraph
from corpus.facts import Evidence

_OPENERS = "（(“《〈【〔["
_CLOSERS = "）)”》〉】〕]"
_ENDS = "。！？!?\n"
_TAILS = "”’）)"


def text_to_sentences(text: str) -> list[str]:
    """The sentences of a text, each with its stop; joined they are the text. Stops inside brackets do not split."""
    return list(_split(text, _ENDS))


def document_to_sentences(document: Document) -> Iterator[Evidence]:
    """The sentences of the running text of a document, each with where it stands."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for sentence in text_to_sentences(block.text):
                yield Evidence(quote=sentence, place=block.place)


def sentence_to_clauses(sentence: str, marks: str = "，,；;：:。") -> list[str]:
    """The clauses of a sentence, each with its closing mark; marks inside brackets and quotes do not split."""
    return list(_split(sentence, marks))


def _split(text: str, marks: str) -> Iterator[str]:
    """Pieces of `text` ending behind a run of `marks` that stands outside brackets; unbalanced brackets are ignored."""
    start, depth = 0, 0
    for at, character in enumerate(text):
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth = max(0, depth - 1)
        following = text[at + 1 : at + 2]
        if character in marks and not depth and (not following or following not in marks + _TAILS):
            yield text[start : at + 1]
            start, depth = at + 1, 0
        elif depth and character == "。" and following and following not in _TAILS and at - start > 300:
            depth = 0  # a bracket that was never closed must not swallow the rest
    if start < len(text):
        yield text[start:]

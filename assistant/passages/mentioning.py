"""Which documents speak of a thing at all: told by its very words. Knows no targets and no tasks."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.compound import question_to_parts
from assistant.draft import Draft, Statement
from assistant.labels import document_label
from assistant.passages.searching import anchor_words
from assistant.passages.trimming import as_statement
from assistant.query import Operation, Query
from assistant.sentences import document_to_sentences, sentence_to_clauses
from corpus.document import Document, Heading
from corpus.facts import Evidence, Library
from corpus.quoting import compact

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["compare_mentions"]

_WHICH = re.compile(r"(?:哪[些几个份]?|谁|只有).{0,14}(?:提|写|讲|说|涉及|出现)(?:[到了过及]|$|[?？。,，])")
_SILENT = re.compile(r"(?:没有?|未)(?:提|写|讲|涉及)")
_SHORTEST = 2
_LONGEST = 45
"""Characters of what one document says."""


def compare_mentions(query: Query, index: "Index") -> Draft | None:
    """Who speaks of it and in what words, and who does not, where that is asked of several documents."""
    if query.operation is not Operation.COMPARE or len(query.documents) < 2 or len(question_to_parts(query.text)) > 1:
        return None
    if not (_WHICH.search(query.text) or _SILENT.search(query.text)):
        return None
    library = index.library
    words = _words(query, library)
    if not words:
        return None
    found = {one: next(_sentences(words, library.document(one)), None) for one in query.documents}
    lines = [_line(words, document_label(library, one), item) for one, item in found.items()]
    silent = [document_label(library, one) for one, item in found.items() if item is None]
    return Draft(AnswerKind.COMPARISON, (*_verdict(query, words, silent), *lines))


def _words(query: Query, library: Library) -> tuple[str, ...]:
    """The words looked for: those the question quotes or gives as examples, else its longest that a document prints."""
    texts = [compact(library.document(one).text) for one in query.documents]
    quoted = tuple(one for one in anchor_words(query.text, query) if _is_in(one, texts))
    longest = sorted(query.topic.split(), key=len, reverse=True)
    return quoted or tuple(one for one in longest if len(one) >= _SHORTEST and _is_in(one, texts))[:1]


def _is_in(words: str, texts: Iterable[str]) -> bool:
    return any(compact(words) in text for text in texts)


def _holds(text: str, words: Iterable[str]) -> bool:
    return any(compact(one) in compact(text) for one in words)


def _sentences(words: tuple[str, ...], document: Document) -> Iterator[Evidence]:
    """The sentences that hold the words, those of running text first."""
    yield from (sentence for sentence in document_to_sentences(document) if _holds(sentence.quote, words))
    for block in document.blocks:
        if isinstance(block, Heading) and _holds(block.text, words):
            yield Evidence(quote=block.text, place=block.place)
    for table in document.tables:
        yield from (Evidence(quote=row.quote, place=row.place) for row in table.rows if _holds(row.quote, words))


def _line(words: tuple[str, ...], label: str, item: Evidence | None) -> Statement:
    if item is None:
        return Statement(f"{label}：未提及。", ())
    return Statement(f"{label}：{as_statement(_part(words, item.quote))}", (item,))


def _part(words: tuple[str, ...], sentence: str) -> str:
    """The clause with the words, and what follows it as far as that stays short."""
    clauses = sentence_to_clauses(sentence, "，,；;。")
    at = next((at for at, clause in enumerate(clauses) if _holds(clause, words)), 0)
    part = clauses[at]
    for clause in clauses[at + 1 :]:
        if len(part) + len(clause) > _LONGEST:
            break
        part += clause
    return part


def _verdict(query: Query, words: tuple[str, ...], silent: list[str]) -> list[Statement]:
    """Who is silent, where that is what is asked."""
    if not _SILENT.search(query.text):
        return []
    named = "或".join(f"“{one}”" for one in words)
    told = f"没有提到{named}的是：{'、'.join(silent)}" if silent else f"各份文件都提到了{named}"
    return [Statement(f"{told}。", ())]

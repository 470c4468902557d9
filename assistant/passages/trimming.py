"""Cutting a long sentence to the clauses that answer, verbatim. Knows nothing of documents."""

import re

from assistant.passages.asked import Asked
from assistant.passages.searching import Found
from assistant.sentences import sentence_to_clauses
from corpus.quoting import squeeze

__all__ = ["as_statement", "trimmed"]

_LONG = 110
_LONG_LIST = 150
_KEPT = 0.85
_TELLING = 0.2
"""A short sentence that shares less than this with the question is not cut: words do not tell which part answers."""
_MOST_PIECES = 40
_CONNECTIVE = re.compile(
    r"^(?:且|此外|同时|另外|但是?|并且|并|而)(?:[，,]|(?=[全各市区]))|^或者?(?=企业|单位|机构|个人|其他)"
)
_ENUMERATOR = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]\s{0,3}|[-—#*]{1,6}\s{0,3})")


def trimmed(sentence: str, found: Found, limit: int = 0) -> str:
    """The part of a sentence that answers: whole segments between ；, and of a long one whole clauses between ，.

    A run of clauses goes on to the end of its segment as far as that stays short: what follows from a condition
    (…的，予以限制) stands behind it. Without a `limit` a list may be longer than other answers.
    """
    limit = limit or (_LONG_LIST if found.wanted.asks(Asked.LIST) else _LONG)
    if len(sentence) <= limit and found.terms.covered(sentence) < _TELLING:
        return sentence
    segment = _narrowed(sentence, "；;", found)
    if len(segment) <= limit:
        return segment
    run = _narrowed(segment, "，,", found)
    start = segment.index(run)
    for clause in sentence_to_clauses(segment[start + len(run) :], "，,"):
        if len(run) + len(clause) > limit:
            break
        run += clause
    return run


def as_statement(text: str) -> str:
    """Verbatim words made presentable: no list number in front, one full stop behind."""
    bare = _CONNECTIVE.sub("", _ENUMERATOR.sub("", squeeze(text).replace("**", "").strip())).strip("，,；;：:、 ")
    return bare if bare.endswith(("。", "！", "？")) else f"{bare}。"


def _narrowed(text: str, marks: str, found: Found) -> str:
    """The first of the shortest runs of pieces that keep most of what `text` shares with the question and what it asks
    for: what a sentence says first it says foremost.
    """
    pieces = sentence_to_clauses(text, marks)[:_MOST_PIECES]
    least = found.terms.covered(text) * _KEPT
    for count in range(1, len(pieces)):
        for start in range(len(pieces) - count + 1):
            run = "".join(pieces[start : start + count])
            if found.terms.covered(run) >= least and found.wanted.keeps(run, text):
                return run
    return text

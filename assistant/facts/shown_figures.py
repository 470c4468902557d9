"""Answers from numbers that the turns before have shown: their sum, how far they lie apart, how many times one is of
the other. Each with the words that said it.
"""

from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Folded, Term, averaged, difference, extreme, rank_words, ratio, summed
from assistant.reading.ask import Ask, Fold

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_shown_figures"]

_SUMS = {Fold.SUM: (summed, "合计"), Fold.AVERAGE: (averaged, "平均")}
_PAIRS = {Fold.DIFFERENCE: difference, Fold.RATIO: ratio}
_PAIR = 2
_RATES = frozenset({"%", "％"})
_CERTAIN = {"match": 1.0, "own": 1.0, "named": 1.0, "agree": 1.0, "filled": 1.0, "folded": 1.0}


def answer_shown_figures(ask: Ask, index: "Index") -> list[Candidate]:
    """What an ask makes of the numbers shown; [] where they measure different things or are in no document here."""
    terms = [Term("", one.value, one.unit, one.said, one.evidence, one.ranged) for one in ask.figures]
    known = all(item.place.document_id in index.library.documents for term in terms for item in term.evidence)
    result = _result(ask, terms) if known else ""
    if not result:
        return []
    text = "；".join(term.said for term in terms) + f"；{result}。"
    evidence = distinct(item for term in terms for item in term.evidence)
    return [Candidate(ask, Draft(AnswerKind.CALCULATION, (Statement(text, evidence),)), _CERTAIN)]


def _result(ask: Ask, terms: list[Term]) -> str:
    if ask.fold in _SUMS:
        way, word = _SUMS[ask.fold]
        return _words(way(terms), word)
    if ask.fold is Fold.EXTREME:
        return _extreme(terms, low=ask.low)
    return _of_pair(ask.fold, terms) if len(terms) == _PAIR else ""


def _extreme(terms: list[Term], *, low: bool) -> str:
    """The first of several, with all that tie with it."""
    first = extreme(terms, low=low)
    word = rank_words(1, low=low, rate=bool(first) and first[0].unit in _RATES)
    return f"{word}的是：{'；'.join(term.said for term in first)}" if first else ""


def _of_pair(fold: Fold, terms: list[Term]) -> str:
    first, second = terms
    folded = _PAIRS[fold](first, second) if fold in _PAIRS else None
    if fold is Fold.RATIO:
        return _words(folded, "前者是后者的")
    if folded and not folded.value:
        return "两者相同"
    return _words(folded, "前者比后者多" if folded and folded.terms[0].said == first.said else "后者比前者多")


def _words(folded: Folded | None, head: str) -> str:
    return f"{head}{folded.text}" if folded else ""

"""Goals without a number: what is to be reached for the first time or everywhere (零突破, 全覆盖)."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind, RefusalReason
from assistant.candidate import Candidate
from assistant.draft import Draft, NoAnswer, Statement
from assistant.facts.measuring import number_words
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import pairs, terms_of
from assistant.sentences import sentence_to_clauses
from corpus.document import Paragraph
from corpus.facts import Evidence, Library
from corpus.quoting import squeeze

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_outcomes"]

_OUTCOME = re.compile(r"零突破|全覆盖|清零|翻[一两]?番|实现零的突破|从无到有")
_FOLDS = frozenset({Fold.SHOW, Fold.COUNT, Fold.WHETHER})


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A clause that sets such a goal."""

    document: str
    clause: str
    own: frozenset[str]
    evidence: Evidence


def answer_outcomes(ask: Ask, index: "Index") -> list[Candidate]:
    """The clauses that set a goal without a number for what the words name, best document first."""
    if ask.fold not in _FOLDS or ask.where.areas or ask.per_document:
        return []
    terms = terms_of(ask.where.words, index.library)
    scope = ask.where.documents or tuple(index.library.documents)
    scored = [(terms.coverage(one.own), one) for one in _outcomes(index.library) if one.document in scope]
    best = max((score for score, _ in scored), default=0.0)
    if not best:
        return []
    meant = [one for score, one in scored if score == best]
    meant = [one for one in meant if one.document == meant[0].document]
    features = {"match": best, "own": best, "meaning": 0.0, "agree": 0.0, "filled": 1.0, "outcome": 1.0}
    features["margin"] = best - max((score for score, one in scored if one not in meant), default=0.0)
    return [Candidate(ask, _outcome(ask, meant, index.library), features, tuple(one.clause for one in meant))]


def _outcome(ask: Ask, meant: list[_Outcome], library: Library) -> Draft | NoAnswer:
    label = document_label(library, meant[0].document)
    told = "；".join(one.clause for one in meant)
    evidence = tuple(one.evidence for one in meant)
    amounts = [number_words(one.value, one.unit) for one in ask.where.amounts]
    if amounts:
        message = f"{label}的文件写的是：{told}；没有写{'、'.join(amounts)}。"
        return NoAnswer(RefusalReason.FALSE_PREMISE, message, evidence)
    return Draft(AnswerKind.FACT, (Statement(f"{label}：{told}（没有写数量）。", evidence),))


@lru_cache(maxsize=4)
def _outcomes(library: Library) -> tuple[_Outcome, ...]:
    return tuple(
        _Outcome(
            document.id, squeeze(clause).rstrip("，,；;：:。"), pairs(clause), Evidence(quote=clause, place=block.place)
        )
        for document in library.documents.values()
        for block in document.blocks
        if isinstance(block, Paragraph) and _OUTCOME.search(block.text)
        for clause in sentence_to_clauses(block.text)
        if _OUTCOME.search(clause)
    )

"""What text and task table of one document say differently, as found when it was read. Knows no passages."""

import re
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.draft import Draft, Statement
from assistant.query import Operation, Query
from assistant.understanding.likeness import text_to_grams, weights_of
from corpus.facts import Finding, FindingKind, Library

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_difference"]

_COMPARED = re.compile(r"一样|一致|不同|差异|出入|相符|对得上|区别")
_SIDES = re.compile(r"正文.{0,12}(?:表|清单|附件)|(?:表|清单|附件).{0,12}正文")
_NAMED = re.compile(r"名称|名字|叫法|提法")
_ASKING = re.compile(r"一样|一致|名称|名字|叫法|提法|任务表|任务|清单|附件|正文|责任单位|一项|里|说|楼宇")
_ENOUGH = 0.8


def answer_difference(query: Query, index: "Index") -> Draft | None:
    """What the finding about the work in question says; None where there is no such finding."""
    if len(query.documents) != 1 or not _COMPARED.search(query.text) or not _SIDES.search(query.text):
        return None
    if query.operation not in {Operation.YES_NO, Operation.TEXT, Operation.DIFFERENCE, Operation.LIST}:
        return None
    found = _finding(query, index.library)
    if found is None:
        return None
    return Draft(AnswerKind.YES_NO, (Statement(f"不一样。{found.message}", found.evidence),))


def _finding(query: Query, library: Library) -> Finding | None:
    """The finding that holds nearly all the words of the question, one about names where names are asked for."""
    weights = weights_of(library)
    asked = text_to_grams(_ASKING.sub(" ", query.topic))
    findings = [one for one in library.facts[query.documents[0]].findings if one.kind is FindingKind.CLAUSE_TABLE]
    if _NAMED.search(query.text):
        findings = [one for one in findings if _NAMED.search(one.message)]
    scored = [(weights.coverage(asked, text_to_grams(one.message)), one) for one in findings]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= _ENOUGH else None

"""Several indicators in one question (入驻率、注册率、纳税率各是多少): each is answered, two may be compared."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import AnswerKind
from assistant.comparing.wording import normal_form
from assistant.draft import Draft
from assistant.fact_answers.target_choice import chosen_targets
from assistant.fact_answers.target_differences import difference_of
from assistant.fact_answers.targets import distinct_targets, target_statement
from assistant.query import Operation, Query
from assistant.reading.vocabulary import vocabulary_of
from assistant.understanding.indicators import match_indicators
from assistant.understanding.topic import text_to_topic
from corpus.facts import Library
from corpus.target import Target

if TYPE_CHECKING:
    from indexing.index import Index

__all__ = ["answer_several_targets"]

_ASKED = frozenset({Operation.VALUE, Operation.LIST, Operation.DIFFERENCE, Operation.TEXT, Operation.COUNT})
_JOINT = re.compile(r"^(?:[、,]|和|与|及|以及|跟|比)$")
_WORD_END = re.compile(r"[\s和与及、]+")
_THAN = re.compile(r"^(.{2,40}?)[要应得]?比(.{2,40}?)[要应得]?[高低多少大小]")
_MEASURE = 3
_NAMED = 0.5
_NEAR = 0.7


def answer_several_targets(query: Query, index: "Index") -> Draft | None:
    """The values of every indicator in a list of them; their difference where that is asked for."""
    library = index.library
    if query.operation not in _ASKED or len(query.documents) != 1:
        return None
    found = [_targets(indicators, query, library) for indicators in _enumerated(query, library)]
    if len(found) < 2 or not all(found):
        return None
    if query.operation is Operation.DIFFERENCE:
        pair = [targets[-1] for targets in found]
        statement = difference_of(pair[0], pair[1], library) if len(pair) == 2 else None
        return Draft(AnswerKind.CALCULATION, (statement,)) if statement else None
    return Draft(AnswerKind.LIST, tuple(target_statement(targets, library) for targets in found))


def _targets(indicators: Sequence[str], query: Query, library: Library) -> list[Target]:
    """The targets of the first of these indicators that has what is asked for."""
    best = replace(query, indicators=tuple(indicators[:1]))
    asked = (best, replace(best, scopes=()), replace(query, indicators=tuple(indicators)))
    choices = (chosen_targets(one, query.documents[0], library) for one in asked)
    targets = distinct_targets(next((choice.targets for choice in choices if choice.targets), ()))
    return [one for one in targets if one.indicator == targets[0].indicator]


def _enumerated(query: Query, library: Library) -> list[list[str]]:
    """For each of the words that the question joins by 、 or 和, the indicators it may mean, best first."""
    words = [word for word in _WORD_END.split(query.topic) if word]
    listed = [word for at, word in enumerate(words) if _is_joined(words, at, query.text)]
    listed = listed or _members(query, library) or _sides(query, library)
    best: dict[str, list[str]] = {}
    for word in listed:
        matches = match_indicators([word], query.text, library, query.documents)
        near = [match.indicator for match in matches if match.score >= max(_NAMED, _NEAR * matches[0].score)]
        if near:
            best.setdefault(normal_form(near[0]), near)
    return list(best.values())


def _members(query: Query, library: Library) -> list[str]:
    """The members of the set that the question names (三率), where the document says what they are."""
    definitions = library.facts[query.documents[0]].definitions
    named = [one for one in definitions if one.members and one.term in query.text]
    return list(named[0].members) if len(named) == 1 else []


def _sides(query: Query, library: Library) -> list[str]:
    """What a question sets against each other (星级楼宇的入驻率比城区楼宇高多少): the second side is measured as the
    first. Nothing where years or areas are compared.
    """
    than = _THAN.search(query.text) if query.operation is Operation.DIFFERENCE else None
    if than is None or len(query.years) > 1 or len(query.scopes) > 1:
        return []
    names = "|".join(map(re.escape, vocabulary_of(library).regions(query.documents[0]))) or "(?!)"
    left, right = (text_to_topic(re.sub(names, " ", side)) for side in than.groups())
    if not left or not right:
        return []
    measure = left.split()[-1][-_MEASURE:]
    return [left.replace(" ", ""), f"{right.replace(' ', '')}{'' if right.endswith(measure) else measure}"]


def _is_joined(words: Sequence[str], at: int, text: str) -> bool:
    """Whether a word of the topic stands beside its neighbour with nothing but a joint between them."""
    beside = [(words[at], words[at + 1])] if at + 1 < len(words) else []
    beside += [(words[at - 1], words[at])] if at else []
    return any(_JOINT.match(_between(left, right, text)) for left, right in beside)


def _between(left: str, right: str, text: str) -> str:
    start = text.find(left)
    end = text.find(right, start + len(left)) if start >= 0 else -1
    return text[start + len(left) : end] if end >= 0 else ""

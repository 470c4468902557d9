"""Several questions asked in one breath: taking them apart, putting their answers together. Knows no answerers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.draft import Draft, NoAnswer, Statement
from assistant.figures import figures, folded
from corpus.facts import Evidence
from corpus.place import Place
from corpus.quoting import compact

__all__ = ["question_to_parts", "with_parts"]

_ASKS = re.compile(r"多少|几|哪|谁|什么|啥|多[大长久高]|何时|怎么|怎样|如何|吗|是否|有没有")
_EMPTY = re.compile(r"分别|其中|各自|各|都|具体|大概|是|为|有|要|在|到|能|会|的|了|呢|个|和|那|又|个|项|年|[\W_]")
_STOP = re.compile(r"(?<=[？?；;])|(?<=[，,])")
_FEWEST = 2
"""Characters of its own that make a clause a question, beside its asking words: 由哪家公司建设, not 是多少."""
_MOST = 4
_EXACT = frozenset({AnswerKind.FACT, AnswerKind.LIST, AnswerKind.TASKS, AnswerKind.CALCULATION, AnswerKind.METADATA})


def question_to_parts(question: str) -> tuple[str, ...]:
    """The questions that a text asks one behind the other; itself alone where it asks but one, or too many.

    >>> question_to_parts("大厦在哪个地块，建筑面积多大？由谁投资建设？")
    ('大厦在哪个地块', '建筑面积多大', '由谁投资建设')
    >>> question_to_parts("哪个镇最多，是多少？")
    ('哪个镇最多，是多少？',)
    """
    parts = [""]
    for clause in filter(None, _STOP.split(question)):
        if _is_whole(parts[-1]) and _is_whole(clause):
            parts.append("")
        parts[-1] += clause
    return tuple(part.rstrip("？?；;，,") for part in parts) if 1 < len(parts) <= _MOST else (question,)


def with_parts(whole: Draft | NoAnswer, parts: Iterable[Draft | NoAnswer]) -> Draft | NoAnswer:
    """The answer to several questions: that to all of them at once, and what the answers to each add to it.

    Prose that answers all of them stays as it is, without a look at `parts`; prose that answers one of them gives its
    best statement only.
    """
    if isinstance(whole, Draft) and whole.kind not in _EXACT:
        return whole
    outcomes = list(parts)
    drafts = [one for one in outcomes if isinstance(one, Draft)]
    if len(drafts) < max(len(outcomes), 1) or not any(one.kind in _EXACT for one in drafts):
        return whole
    added = [one if one.kind in _EXACT else replace(one, statements=one.statements[:1]) for one in drafts]
    if isinstance(whole, NoAnswer):
        return replace(added[0], statements=_joined(added))
    return replace(whole, statements=_joined([whole, *added]))


def _is_whole(clause: str) -> bool:
    return bool(_ASKS.search(clause)) and len(_EMPTY.sub("", _ASKS.sub("", clause))) >= _FEWEST


def _joined(drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """The statements of the first, and those of the others from the same sections and tables that tell of a number or
    rest on words not yet there. What follows names no subject again: what is from elsewhere is about another one.
    """
    kept = list(drafts[0].statements)
    for draft in drafts[1:]:
        quotes = {_key(item) for one in kept for item in one.evidence}
        places = {_section(item.place) for one in kept for item in one.evidence}
        numbers = {figure.value for one in kept for figure in figures(folded(one.text))}
        for one in draft.statements:
            is_beside = any(_section(item.place) in places for item in one.evidence)
            own = {figure.value for figure in figures(folded(one.text))}
            if is_beside and (own - numbers or {_key(item) for item in one.evidence} - quotes):
                kept.append(one)
    return tuple(kept)


def _section(place: Place) -> tuple[str, tuple[str, ...], int | None]:
    return place.document_id, place.path, place.table_no


def _key(item: Evidence) -> tuple[str, str]:
    return item.place.document_id, compact(item.quote)

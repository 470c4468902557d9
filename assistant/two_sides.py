"""The answers to the two sides of a question put together: what each says, and how far their numbers lie apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.citing import statement_problems
from assistant.comparing.differing import between
from assistant.draft import Draft, Statement
from assistant.facts.folding import Term
from assistant.facts.measuring import agreement, convertible
from assistant.joining import joint_features
from assistant.reading.ask import Ask
from assistant.reading.forms import forms_of
from assistant.reading.reading import Reading
from assistant.reading.stated import one_by_one
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.words import pairs, terms_of
from corpus.facts import Library
from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.units import in_base_units

if TYPE_CHECKING:
    from assistant.answering import Outcome

_CLAUSE = re.compile(r"[^，,。；;、]+")
_TITLED = re.compile(r"^《[^》]*》：")
_OF_NUMBERS = frozenset({"how_much", "ask_count", "difference", "most", "least", "whether", "each"})
"""Senses that compare one number of each."""
_TWO = 2
_LOOKED_AT = 4
_MONEY = frozenset({"money"})
_ROOM = 240
"""Characters of both answers; of more than that only what says most, or the statement in which the number stands."""


class _Value(NamedTuple):
    """A number of one side's answer, where it stands, and how much the words by it are those asked for."""

    held: int
    words: frozenset[str]
    term: Term
    said: Statement


def side_by_side(outcomes: "Sequence[tuple[str, Outcome]]", ask: Ask, library: Library) -> list[Candidate]:
    """The candidate that says what is likeliest of either side; none where nothing is said of one, or both are told by
    the same words.
    """
    sides = [(label, found) for label, one in outcomes if (found := _likeliest(label, one, library)) is not None]
    drafts = [(label, one.result) for label, one in sides if isinstance(one.result, Draft)]
    if len(drafts) < len(outcomes) or len({draft.statements for _, draft in drafts}) < _TWO:
        return []
    meant = _meant(sides)
    told = _compared(meant, library) if ask.heard & _OF_NUMBERS else []
    if not told and set.intersection(*(set(draft.evidence) for _, draft in drafts)):
        return []
    each = [one for _, one in sides]
    shown = [draft.statements for _, draft in drafts]
    if sum(len(draft.text) for _, draft in drafts) > _ROOM:
        shown = [(one.said,) for one in meant] if told else [_nearest(one, library) for one in each]
    said = [one for (label, _), some in zip(drafts, shown, strict=True) for one in _labelled(label, some)]
    draft = Draft(AnswerKind.COMPARISON, tuple(dict.fromkeys([*told, *said])))
    features = joint_features(each) | {"compared": float(bool(told))}
    rows = tuple(row for one in each for row in one.rows)
    return [Candidate(replace(ask, per_document=True), draft, features, rows, several=True)]


def _likeliest(label: str, side: "Outcome", library: Library) -> "Outcome | None":
    """The outcome of a side as its likeliest draft that is said of it, be it not likely enough alone; None where none
    is: the other side may bear it out.
    """
    likely = (one for one in side.choices[:_LOOKED_AT] if not one.candidate.ask.per_document)
    drafts = (one for one in likely if isinstance(one.candidate.outcome, Draft))
    own = next((one for one in drafts if _is_of(label, one.candidate, side.understood.reading, library)), None)
    if own is None:
        return None
    one = own.candidate
    return replace(side, result=one.outcome, ask=one.ask, chance=own.chance, rows=one.rows)


def _nearest(side: "Outcome", library: Library) -> tuple[Statement, ...]:
    """The statements of a side that say most of what is asked of it, as many as there is room for."""
    asked = terms_of(side.ask.where.words, library).items
    said = side.result.statements if isinstance(side.result, Draft) else ()
    held = {one: sum(term.weight for term in asked if any(form in one.text for form in term.forms)) for one in said}
    first, *rest = sorted(said, key=lambda one: -held[one])
    kept, room = [first], _ROOM // 2 - len(first.text)
    for one in rest:
        room -= len(one.text)
        kept += [one] if room >= 0 else []
    return tuple(one for one in said if one in kept)


def _is_of(label: str, one: Candidate, reading: Reading, library: Library) -> bool:
    """Whether a candidate rests on the documents of a side; those of another place must name its own."""
    names = {label, *reading.called}
    said = any(name in text for name in names for text in (one.outcome.text, *(item.quote for item in one.evidence)))
    own = {*reading.documents, *(vocabulary_of(library).speakers(label) if reading.told else ())}
    return (reading.told and said) or {item.place.document_id for item in one.evidence} <= own


def _labelled(label: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """The statements of a side, behind what it is called where they do not say it."""
    first, *rest = statements
    text = _TITLED.sub("", first.text)
    yield first if label in text else replace(first, text=f"{label}：{text}")
    yield from rest


def _compared(meant: Sequence[_Value], library: Library) -> list[Statement]:
    """Which side has the greater number and by how much."""
    if not meant:
        return []
    text = between([one.term for one in meant])
    evidence = tuple(dict.fromkeys(item for one in meant for item in one.term.evidence))
    statement = Statement(f"{text}。", evidence)
    return [statement] if text and not statement_problems(statement, library) else []


def _meant(sides: "Sequence[tuple[str, Outcome]]") -> list[_Value]:
    """The numbers of the two sides that are compared: of one unit, called as is asked, and as each other."""
    if len(sides) != _TWO:
        return []
    one, other = (list(_values(label, outcome)) for label, outcome in sides)
    found = [
        ((a.held + b.held, len(a.words & b.words)), (a, b))
        for a in one
        for b in other
        if a.held and b.held and convertible(a.term.unit, b.term.unit) and _apart(a, b)
    ]
    most = max((how for how, _ in found), default=None)
    best = [pair for how, pair in found if how == most]
    if len({(a.term.said, b.term.said) for a, b in best}) != 1:
        return []
    first, second = best[0]
    return [_in_larger(first, second), _in_larger(second, first)]


def _in_larger(one: _Value, other: _Value) -> _Value:
    """A number in the unit of the other, where that is the larger of the two: 8000万元 beside 3亿元 are 0.8亿元."""
    own, its = (in_base_units(Decimal(1), value.term.unit) for value in (one, other))
    if own >= its:
        return one
    return one._replace(term=replace(one.term, value=one.term.value * own / its, unit=other.term.unit))


def _apart(one: _Value, other: _Value) -> bool:
    """Whether two numbers are told by other words, not both by the same."""
    return not set(one.term.evidence) & set(other.term.evidence) or one.said.text != other.said.text


def _values(label: str, outcome: "Outcome") -> Iterator[_Value]:
    """The numbers of a side's answer that are of the kind asked for."""
    if not isinstance(outcome.result, Draft):
        return
    ask = outcome.ask
    asked = pairs(ask.gist)
    measures = ask.measures or (_MONEY if "money" in forms_of(ask.gist) else frozenset[str]())
    for said in outcome.result.statements:
        for clause in _CLAUSE.findall(one_by_one(_TITLED.sub("", said.text))):
            for one in _exact_amounts(clause):
                unit, words = one.quantity.unit, pairs(clause[: one.number])
                if unit and agreement(measures, unit) >= 0:
                    term = Term.of(one.quantity, label, evidence=said.evidence)
                    yield _Value(len(asked & words), words, term, said)


def _exact_amounts(text: str) -> list[Amount]:
    """The amounts of a text; none where one is a range, from which nothing is calculated."""
    found = find_amounts(text, spelled=False)
    return [] if any(one.quantity.high is not None for one in found) else found

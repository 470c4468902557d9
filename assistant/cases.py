"""A claim against a sentence that lists cases: every value of the kind claimed stands with the words of its own, and
only the one whose words the claim says bears it out or says otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.claims import Claim
from assistant.held import brackets_of, compared, is_within, share_said, sides_meet, told
from assistant.reading.claimed import content_of, turns_of
from assistant.reading.contrast import are_opposed, replaced
from assistant.reading.printed import ASIDE, BARE, LASTING, TIMES, Printed, all_in, values_in
from assistant.reading.stated import Bracket, Stated, counted_in, stated_in
from assistant.reading.ways import are_opposite, ways_of
from assistant.reading.words import Term, fold, pairs

_FIRST = re.compile(r"^[^,，;；、。]*[,，;；、。]")
"""What still belongs to the value before."""
_ENDS, _TIME_ENDS = re.compile(r"[,，;；、。]"), re.compile(r"[,，;；]")
_CLAUSES = re.compile(r"[,，;；:：、。（）()]")
_LATIN = re.compile(r"[a-z]+")
"""Classes and names of things: Ⅲ级, AED."""
_OF_THEM = "其中"
_MONTHS, _DAYS = {"年": 12, "个月": 1}, {"周": 7, "天": 1}
_ALL, _MOST, _TAIL = 0.99, 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a claim is so, and the share of its words that tell it."""

    holds: bool
    share: float


@dataclass(frozen=True, slots=True)
class _Case:
    """A value, the words that stand between it and the one of its kind before, and those behind it."""

    stated: Stated
    own: str
    behind: str
    text: str
    """The words that tell what it is of."""


def verdict_of_cases(claim: Claim, sentence: str, about: str, *, row: bool = False) -> Verdict | None:
    """What a sentence about something, or the columns of a `row` of that name, says to a claim with values; None where
    it leaves it open.
    """
    claimed = claim.claimed
    stated = stated_in(sentence)
    every = [one for one in (*claimed.stated, *counted_in(claimed.words)) if one.printed.kind not in ASIDE]
    put = [case for one in every if _is_case(one, stated) for case in brackets_of(one, stated)]
    values = [one for one in every if not _is_case(one, stated)]
    if not all(one.printed.kind for one in values) or not _is_timely(claim, sentence, about, timed=bool(values)):
        return None
    values = values or [one for one in claimed.stated if one.printed.kind in TIMES]
    held = [_held(one, values, put, claim, sentence, row=row) for one in values]
    if not held or None in held:
        return None
    holds, whole = all(held), f"{sentence} {about}"
    named = {*_LATIN.findall(claimed.words)} <= {*_LATIN.findall(fold(whole))} and {
        *claim.names_held(sentence, about)
    } <= {True}
    if not named:
        return None
    heard = told(claimed.terms, whole)
    missing = [term for term in claimed.terms if term not in heard]
    if holds and (claimed.turns - turns_of(sentence) or any(replaced(claimed.words, fold(sentence), missing))):
        return None
    return Verdict(holds, claim.known_share(whole))


def _is_case(one: Stated, stated: Sequence[Stated]) -> bool:
    """Whether a value claimed only puts the case that a sentence knows (80—89分的)."""
    return bool(brackets_of(one, stated)) and not any(other.is_a(one.printed.kind) for other in stated)


def _is_timely(claim: Claim, sentence: str, about: str, *, timed: bool) -> bool:
    """Whether the times claimed beside a value are told with it; where times alone are claimed, whether nothing else
    that is printed in figures is.
    """
    claimed = claim.claimed
    if not timed:
        words = list(claimed.words)
        for one in values_in(claimed.words, bare=True):
            words[one.start : one.end] = " " * (one.end - one.start)
        return not any(map(str.isdigit, words))
    times = [one.printed for one in claimed.stated if one.printed.kind in TIMES]
    each = (frozenset(one.value for one in values_in(text) if one.kind in TIMES) for text in (sentence, about))
    said = next(filter(None, each), frozenset())
    return all(said and all_in(one.kind, frozenset({one.value}), said) for one in times)


def _held(
    mine: Stated, values: Sequence[Stated], put: Sequence[Bracket], claim: Claim, sentence: str, *, row: bool
) -> bool | None:
    """Whether the case that is meant has the value claimed."""
    kind, words = mine.printed.kind, claim.claimed.words
    cases = [one for one in _cases(kind, sentence, claim, row=row) if sides_meet(mine, one.stated)]
    wanted = [*put, *mine.cases]
    cases = [one for one in cases if is_within(one.stated, wanted)] if wanted else cases
    before = [one for one in values if one.printed.kind == kind and one.printed.end <= mine.printed.start]
    meant = _behind(before[-1], cases) if before else _meant(cases, claim)
    if meant is None or (not wanted and any(one.unit in _alike(kind) for one in meant.stated.cases)):
        return None
    if are_opposed(claim.claimed.terms, words, meant.text) or are_opposite(ways_of(words), ways_of(meant.text)):
        return None
    same = _is_same(mine, meant.stated)
    if same is False and not _is_plainly(meant, cases, claim):
        return None
    equal = (one for one in cases if one is not meant and same is False and _is_same(mine, one.stated))
    if any(not _own_words(one, cases, claim) for one in equal):
        return None
    return same


def _cases(kind: str, sentence: str, claim: Claim, *, row: bool) -> list[_Case]:
    """The values of a kind in a sentence, each with its words."""
    every = (*stated_in(sentence), *counted_in(sentence))
    alike = _alike(kind)
    found = [one for one in every if one.printed.kind in alike or one.is_a(kind) or (row and one.printed.kind == BARE)]
    plain = fold(sentence)
    starts = [0, *(one.printed.end for one in found)]
    ends = [*(one.printed.start for one in found[1:]), len(plain)]
    cases = []
    for one, start, end in zip(found, starts, ends, strict=False):
        own, timed = plain[start : one.printed.start], kind in TIMES
        if start:
            first = _FIRST.match(own)
            own = own[first.end() :] if first else "" if timed else own
        behind = (_TIME_ENDS if timed else _ENDS).split(plain[one.printed.end : end])[0]
        text = own if not timed and content_of(own, claim.library) else f"{own} {behind}"
        cases.append(_Case(one, own, behind, text))
    return cases


def _alike(kind: str) -> frozenset[str]:
    """The kinds that values are of which stand for each other."""
    return TIMES if kind in TIMES else LASTING if kind in LASTING else frozenset({kind})


def _behind(before: Stated, cases: Sequence[_Case]) -> _Case | None:
    """The case right behind the one that has the value claimed before (1050批次、不合格48批次)."""
    at = [place for place, one in enumerate(cases) if _is_same(before, one.stated)]
    return cases[at[0] + 1] if len(at) == 1 and at[0] + 1 < len(cases) else None


def _meant(cases: Sequence[_Case], claim: Claim) -> _Case | None:
    """The case that a claim is of: the only one, the one of which it says all words that the others lack, or the one
    of whose words it says all that it says of others', and more.
    """
    if len(cases) <= 1:
        return cases[0] if cases else None
    said = [frozenset(term.forms[0] for term in told(claim.claimed.terms, one.text)) for one in cases]
    own = [_own_share(one, cases, claim) for one in cases]
    whole = [at for at, one in enumerate(own) if one >= _ALL]
    if len(whole) > 1 and (parts := [at for at, one in enumerate(cases) if at and _OF_THEM in one.own]):
        whole = [at for at in whole if at >= parts[0]] or whole
    most = [at for at, one in enumerate(said) if all(one > other for there, other in enumerate(said) if there != at)]
    if len(whole) == 1 or (most and most[0] in whole):
        return cases[whole[0] if len(whole) == 1 else most[0]]
    if not most or whole or (most == [0] and own[0] < _MOST):
        return None
    return cases[most[0]]


def _own_share(case: _Case, cases: Sequence[_Case], claim: Claim) -> float:
    """The share that a claim says of the words of a case that no other has, or of its characters where none has any."""
    if own := _own_words(case, cases, claim):
        return share_said(own, claim.claimed.words)
    if any(_own_words(one, cases, claim) for one in cases):
        return 0.0
    others = "".join(one.own for one in cases if one is not case)
    single = [one for one in case.own if one not in others]
    return float(bool(single) and all(one in claim.claimed.words for one in single))


def _is_plainly(meant: _Case, cases: Sequence[_Case], claim: Claim) -> bool:
    """Whether a claim says all words of a case that no other has, or most of the last clause before its value."""
    tail = content_of(_tail(meant, claim), claim.library)
    own = len(cases) > 1 and _own_share(meant, cases, claim) >= _ALL
    return own or (bool(tail) and share_said(tail, claim.claimed.words) >= _TAIL)


def _own_words(case: _Case, cases: Sequence[_Case], claim: Claim) -> list[Term]:
    others = frozenset[str]().union(*(pairs(one.text) for one in cases if one is not case))
    return [term for term in content_of(case.text, claim.library) if term.forms[0] not in others]


def _tail(case: _Case, claim: Claim) -> str:
    """The last clause with words before a value."""
    parts = reversed(_CLAUSES.split(case.text))
    return next((one for one in parts if content_of(one, claim.library)), "")


def _is_same(mine: Stated, other: Stated) -> bool | None:
    """Whether two values are the same; None where one leaves room for the other, or where that cannot be told."""
    left, right = mine.printed, other.printed
    if left.kind in TIMES:
        return all_in(left.kind, frozenset({left.value}), frozenset({right.value}))
    if left.kind == right.kind or not {left.kind, right.kind} <= LASTING:
        return compared(mine, other)
    for units in (_MONTHS, _DAYS):
        if left.kind in units and right.kind in units:
            return _in(units, left) == _in(units, right)
    return None if "日" in left.kind + right.kind else False


def _in(units: dict[str, int], value: Printed) -> Decimal:
    return Decimal(str(value.value)) * units[value.kind]

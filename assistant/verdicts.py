"""What no verdict may rest on: a 不是 over words that state the very amount claimed, a 是 over those of another. Gives
none, takes some back.
"""

import re
from dataclasses import replace

from assistant.answer import AnswerKind
from assistant.candidate import Candidate
from assistant.draft import Draft
from assistant.facts.measuring import same_amount
from assistant.facts.target_verdicts import claimed_amounts
from assistant.reading.ask import Ask, Fold
from assistant.reading.maker import RANKED
from assistant.reading.words import pairs, terms_of
from corpus.facts import Library
from corpus.folding.amounts import find_amounts
from corpus.target import Quantity

__all__ = ["with_sound_verdict"]

_VERDICT = re.compile(r"^(不?是)。")
_CLAUSES = re.compile(r"[，,；;。、：:]")
_NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?![\d.年])")
_CLEARLY = 0.15
"""A clause says clearly more of a claim where it holds so much more of its words."""
_LOOKED_FOR = frozenset({Fold.EXTREME, Fold.ORDER})


def with_sound_verdict(candidate: Candidate, library: Library) -> Candidate:
    """A candidate for a claim without a verdict that its own words leave open."""
    draft, ask = candidate.outcome, candidate.ask
    if not isinstance(draft, Draft) or not (given := _VERDICT.match(draft.text)):
        return candidate
    text = draft.text[given.end() :]
    open_ = _states(ask, text) if given[1] == "不是" else _is_of_another(ask, text, library)
    return _without(candidate, draft) if open_ else candidate


def _claimed(ask: Ask) -> list[Quantity]:
    """The amounts claimed, those with a bound too."""
    bounded = (Quantity(value=one.value, unit=one.unit, bound=one.bound) for one in ask.where.conditions)
    return [*claimed_amounts(ask), *bounded]


def _states(ask: Ask, text: str) -> bool:
    """Whether a text states an amount that is claimed; or the years, where nothing else is."""
    claimed, stated = _claimed(ask), [one.quantity for one in find_amounts(text)]
    if claimed:
        return any(same_amount(one, other) for one in claimed for other in stated)
    years = ask.where.years
    return bool(years) and not ask.where.units and all(f"{year}年" in text for year in years)


def _is_of_another(ask: Ask, text: str, library: Library) -> bool:
    """Whether a rank is claimed that was not looked for, or the amount claimed stands in a clause that says less of the
    claim than another with an amount.
    """
    if ask.heard & RANKED and ask.fold not in _LOOKED_FOR:
        return True
    terms = terms_of(ask.where.words, library)
    said = [(set(_NUMBER.findall(clause)), terms.coverage(pairs(clause))) for clause in _CLAUSES.split(text)]
    claimed = set(_NUMBER.findall(ask.where.words))
    own = max((share for numbers, share in said if numbers & claimed), default=1.0)
    return any(share > own + _CLEARLY for numbers, share in said if numbers and not numbers & claimed)


def _without(candidate: Candidate, draft: Draft) -> Candidate:
    first, *others = draft.statements
    stated = replace(first, text=_VERDICT.sub("", first.text))
    features = {name: value for name, value in candidate.features.items() if name != "borne_out"}
    return replace(
        candidate, outcome=replace(draft, kind=AnswerKind.FACT, statements=(stated, *others)), features=features
    )

"""How far a goal is from what the text says there is; how much there was before, less what was added since."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from assistant.answer import AnswerKind
from assistant.draft import Draft
from assistant.facts.evidence import targets_evidence
from assistant.facts.folding import Term, difference, summed
from assistant.facts.indicators import Meant
from assistant.facts.measuring import convertible, families, same_amount
from assistant.facts.target_choice import chosen
from assistant.facts.target_rows import (
    area_words,
    distinct_targets,
    in_table,
    is_whole,
    said,
    to_term,
    value_words,
    year_of,
    year_words,
)
from assistant.facts.target_silence import Figure, figures_beside, name_pairs, plain_name
from assistant.reading.ask import Ask
from corpus.extraction.indicators import indicator_core
from corpus.extraction.periods import own_year
from corpus.facts import Library
from corpus.folding.amounts import Amount
from corpus.folding.characters import fold
from corpus.folding.units import in_base_units
from corpus.target import Bound, Target, TargetKind

__all__ = ["achieved", "earlier_level", "figures_before", "goals_meant"]

_EXACT = frozenset({Bound.EQ, Bound.APPROX})
_ADDED = re.compile(r"(?:新增|净增)[^，,；;\d]{0,16}$")
_SURE = 0.75
"""The share of a name that a clause must hold to be set against the goal."""
_LEVELS = frozenset({TargetKind.LEVEL, TargetKind.CUMULATIVE})


def achieved(ask: Ask, meant: Meant, library: Library) -> Draft | None:
    """What there is beside the goal that is meant, and how far they lie apart where that is asked; None where there is
    no one goal or no one figure.
    """
    if not {"difference", "done"} & (ask.heard | ask.hints):
        return None
    goals = distinct_targets(goals_meant(ask, meant, library))
    if len(goals) != 1:
        return None
    goal, told = goals[0], _fullest(figures_before(goals, meant, library), meant, goals[0])
    if told is None:
        return None
    amount, wanted = _amounts(told, goal)[0].quantity, to_term(goal, "", library)
    if convertible(wanted.unit, amount.unit):
        value = in_base_units(wanted.value, wanted.unit) / in_base_units(Decimal(1), amount.unit)
        wanted = replace(wanted, value=value, unit=amount.unit)
    folded = difference(wanted, Term("", amount.value, amount.unit, told.evidence.quote, (told.evidence,)))
    if folded is None:
        return None
    goal_words = f"{area_words(goal, library)}{year_words(goal)}{goal.indicator}目标为{value_words(goal)}"
    more = f"，相差{folded.text}" if "difference" in ask.heard else ""
    text = f"{goal_words}，文中另写“{told.evidence.quote}”{more}。"
    return Draft(AnswerKind.CALCULATION, (said(text, (told.evidence, *targets_evidence(goals, library))),))


def goals_meant(ask: Ask, meant: Meant, library: Library) -> list[Target]:
    """The targets that an ask chooses of an indicator, those of a base year left out."""
    return [one for one in chosen(meant.targets, ask, library).targets if not one.is_baseline]


def figures_before(goals: Sequence[Target], meant: Meant, library: Library) -> list[Figure]:
    """The figures beside the goals that are surely of the same thing, of no year or of one before the first goal."""
    first = min((year for one in goals if (year := year_of(one))), default=0)
    told = (one for one in figures_beside(meant, library) if not one.years or min(one.years) < first)
    return [one for one in told if _is_of(meant, one) and _amounts(one, goals[0])]


def _is_of(meant: Meant, figure: Figure) -> bool:
    """Whether a clause holds most of a name, and what it begins with: 城镇居民收入 is not 全体居民收入."""
    named = name_pairs(meant)
    return plain_name(meant)[:2] in figure.held and len(named & figure.held) >= _SURE * len(named)


def _amounts(figure: Figure, goal: Target) -> list[Amount]:
    """The amounts of the sort of a goal that are no bounds and not what the goal says, nearest to its name first."""
    sorts, quote = families(goal.quantity.unit), figure.evidence.quote
    at = quote.find(goal.indicator[-2:])
    fitting = (one for one in figure.amounts if families(one.quantity.unit) & sorts and _is_level(quote, one, goal))
    exact = (one for one in fitting if one.quantity.bound in _EXACT and not same_amount(one.quantity, goal.quantity))
    return sorted(exact, key=lambda one: abs(one.start - at))


def _is_level(quote: str, one: Amount, goal: Target) -> bool:
    """Whether an amount is what there is where the goal is that: 新增14家 is none."""
    return goal.kind is TargetKind.NEW or not _ADDED.search(fold(quote)[: one.start])


def _fullest(figures: Sequence[Figure], meant: Meant, goal: Target) -> Figure | None:
    """The one that holds most of the name; None where others hold as much and say something else."""
    named = name_pairs(meant)
    most = max((len(named & one.held) for one in figures), default=0)
    best = [one for one in figures if len(named & one.held) == most]
    values = {_amounts(one, goal)[0].quantity.in_base for one in best}
    return best[0] if len(values) == 1 else None


def earlier_level(ask: Ask, meant: Meant, library: Library) -> Draft | None:
    """What there was at the end of the year named, worked out backwards; None where the document does not allow it."""
    cells = [one for one in library.targets([meant.document]) if _is_such(one, ask, meant)]
    levels = [one for one in cells if one.kind in _LEVELS and not one.is_baseline]
    own = own_year(library.document(meant.document))
    years = ask.where.years or ((own - 1,) if own and "last_year" in ask.hints else ())
    if len(years) != 1 or not levels:
        return None
    year, level = years[0], min(levels, key=lambda one: (year_of(one) or 0, not in_table(one)))
    last = year_of(level) or 0
    added = {
        year_of(one): one for one in cells if one.kind is TargetKind.NEW and (in_table(one) or year_of(one) == own)
    }
    since = [added[one] for one in range(year + 1, last + 1) if one in added]
    if last <= year or len(since) != last - year:
        return None
    return _told(f"{year}年底" if ask.where.years else "上年底", level, since, library)


def _is_such(one: Target, ask: Ask, meant: Meant) -> bool:
    """Whether a target is for the same thing and the same area, all of it or what is new of it."""
    area = one.scope in ask.where.areas if ask.where.areas else is_whole(one)
    return area and indicator_core(one.indicator) == indicator_core(meant.name)


def _told(when: str, level: Target, since: Sequence[Target], library: Library) -> Draft | None:
    more = summed([to_term(one, year_words(one), library) for one in since])
    if more is None:
        return None
    folded = difference(to_term(level, "", library), Term("", more.value, more.unit, "", more.evidence))
    if folded is None or more.value >= level.quantity.value:
        return None  # no more than what was added: it counts from where the plan begins
    listed = "、".join(f"{year_words(one)}{since[0].indicator}{value_words(one)}" for one in since)
    plus = f"，合计{more.text}" if len(since) > 1 else ""
    head = f"{area_words(level, library)}{year_words(level)}{level.indicator}{value_words(level)}"
    text = f"{head}，{listed}{plus}，倒推{when}为{folded.text}。"
    return Draft(AnswerKind.CALCULATION, (said(text, folded.evidence),))

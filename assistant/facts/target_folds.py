"""Arithmetic over targets: which are the terms, and what the result says. The sums themselves are in `folding`."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.draft import Statement
from assistant.facts.evidence import targets_evidence
from assistant.facts.folding import (
    Folded,
    Term,
    averaged,
    extreme,
    ordered,
    rank_words,
    summed,
)
from assistant.facts.measuring import families, number_words
from assistant.facts.ranking import gap, share_of_sum, sought
from assistant.facts.target_choice import means_years
from assistant.facts.target_pairs import difference_between, ratio_between, share_of
from assistant.facts.target_rows import (
    Groups,
    head_of,
    in_table,
    is_whole,
    names_of,
    said,
    to_term,
    value_words,
    year_of,
    year_words,
)
from assistant.reading.ask import Ask, Fold
from corpus.extraction.printed_units import best_match
from corpus.facts import Evidence, Library
from corpus.folding.units import in_base_units
from corpus.target import Bound, Quantity, Target, TargetKind

__all__ = ["folded_targets", "goal_of", "sum_of"]

_PLACES = 10
_IS_CHANGE = re.compile(r"增长|增速|增幅|提高|提升|下降|降低|新增")


def folded_targets(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """What the fold of an ask says over the targets; None where it has no meaning for them."""
    ways: dict[Fold, Callable[[Ask, Groups, Library], Statement | None]] = {
        Fold.SUM: _summed,
        Fold.AVERAGE: _averaged,
        Fold.SHARE: share_of,
        Fold.DIFFERENCE: difference_between,
        Fold.RATIO: ratio_between,
        Fold.EXTREME: _extreme,
        Fold.ORDER: _ordered,
    }
    way = ways.get(ask.fold)
    return way(ask, groups, library) if way else None


def _summed(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    targets = _addends(ask, groups[0])
    if len(targets) < 2 or targets[0].kind is TargetKind.RATE:
        return None
    names = names_of(targets)
    folded = summed([to_term(one, name, library) for one, name in zip(targets, names, strict=True)])
    if folded is None:
        return None
    goal = goal_of(targets, library)
    head = head_of(targets, library)
    agreement, evidence = _agreement(goal, folded, library) if goal else ("", ())
    listed = "、".join(dict.fromkeys(names))
    return said(f"{head}{listed}{targets[0].indicator}合计{folded.text}{agreement}。", folded.evidence, evidence)


def sum_of(ask: Ask, groups: Groups, library: Library) -> Quantity | None:
    """The sum that an ask for one means, as a quantity."""
    folded = summed([to_term(one, "", library) for one in _addends(ask, groups[0])])
    return Quantity(value=folded.value, unit=folded.unit) if folded else None


def _addends(ask: Ask, targets: Sequence[Target]) -> list[Target]:
    """What is added up: the named areas, else the years of the whole, else the parts."""
    cells = [one for one in targets if in_table(one) and not one.is_baseline] or list(targets)
    if len(ask.where.areas) > 1:
        return [one for one in cells if one.scope in ask.where.areas]
    named = [one for one in cells if one.scope in ask.where.areas] if ask.where.areas else cells
    if len({year_of(one) for one in named}) > 1:
        return [one for one in named if one.scope == named[0].scope]
    return [one for one in named if not is_whole(one)] or named


def goal_of(parts: Sequence[Target], library: Library) -> Target | None:
    """The goal of the running text that a sum over the whole area is for."""
    goals = [one for one in library.targets([parts[0].document_id]) if not in_table(one) and is_whole(one)]
    last = max((year_of(one) or 0 for one in parts), default=0)
    same = [one for one in goals if one.kind is not TargetKind.LEVEL and one not in parts and year_of(one) == last]
    return best_match(parts[0].indicator, same) if all(map(is_whole, parts)) else None


def _agreement(goal: Target, total: Folded, library: Library) -> tuple[str, Sequence[Evidence]]:
    wanted = goal.quantity.in_base
    value = in_base_units(total.value, total.unit)
    if not families(goal.quantity.unit) & families(total.unit):
        return "", ()
    kept = {Bound.GT: value > wanted, Bound.GE: value >= wanted, Bound.LE: value <= wanted}
    agrees = kept.get(goal.quantity.bound, value == wanted)
    if goal.quantity.bound is Bound.GT and value == wanted:
        return f"，正文写的是“{goal.indicator}{value_words(goal)}”", targets_evidence([goal], library)
    return f"，与正文“{goal.indicator}{value_words(goal)}”{'一致' if agrees else '不一致'}", targets_evidence(
        [goal], library
    )


def _averaged(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    terms = _terms(ask, groups, library)
    folded = averaged(terms) if len(terms) > 1 else None
    if folded is None:
        return None
    listed = "、".join(f"{term.name}{f'（{term.said}）' if '=' in term.said else ''}" for term in terms)
    return said(f"{head_of(groups[0], library)}{listed}{groups[0][0].indicator}平均{folded.text}。", folded.evidence)


def _extreme(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    terms = [] if _means_changes(ask, groups[0][0]) else _terms(ask, groups, library)
    told = [part for one in sought(ask) if len(terms) > 1 and (part := _at_rank(one, terms))]
    if not told:
        return None
    head = f"{head_of(groups[0], library)}{_thing(groups)}"
    best = [term for _, found in told for term in found]
    others = [term for term in terms if term.name not in {one.name for one in best}]
    placed = _placed(ask, terms)
    told = [*told, *((text, []) for text in placed)]
    beyond = _beyond_rank(ask, told[0][1], terms, _whole_of(groups[0], library))
    text = "，".join([*(text for text, _ in told), *(one.text for one in beyond)])
    evidence = [item for term in (*best, *others) for item in term.evidence]
    borne_out = any(_is_at(ask, name, terms) for name in ask.where.against)
    verdict = ("是。" if borne_out else "不是。") if ask.claim and placed else ""
    return said(f"{verdict}{head}{text}。", evidence, [item for one in beyond for item in one.evidence])


def _means_changes(ask: Ask, first: Target) -> bool:
    """Whether the largest change is asked for, and the numbers are none: the largest number is no answer to that."""
    return "rise" in ask.hints and first.kind is not TargetKind.NEW and not _IS_CHANGE.search(first.indicator)


def _placed(ask: Ask, terms: Sequence[Term]) -> list[str]:
    """Which place in the order each area has that is asked for beside it."""
    if ask.where.areas:
        return []
    rate = terms[0].unit in {"%", "％"} if terms else False
    values = list(dict.fromkeys(term.value for term in ordered(terms, low=ask.low)))
    places = [(term, values.index(term.value) + 1) for term in terms if term.name in ask.where.against]
    return [
        f"{term.name}（{term.said}）{rank_words(at, low=ask.low, rate=rate)}{_tied(term, terms)}"
        for term, at in places
        if at < _PLACES
    ]


def _tied(term: Term, terms: Sequence[Term]) -> str:
    """Who shares a place, which may be counted in more than one way."""
    others = [one.name for one in ordered(terms) if one.value == term.value and one.name != term.name]
    return f"，与{'、'.join(others)}并列" if others else ""


def _is_at(ask: Ask, name: str, terms: Sequence[Term]) -> bool:
    return any(term.name == name for term in extreme(terms, rank=ask.rank, low=ask.low))


def _beyond_rank(ask: Ask, best: Sequence[Term], terms: Sequence[Term], whole: Term | None) -> list[Folded]:
    """How far the places are apart, and what share the first is, where that is asked too."""
    apart, part = gap(ask, terms), share_of_sum(ask, best, terms, whole)
    told = replace(apart, text=f"{apart.terms[0].name}比{apart.terms[1].name}多{apart.text}") if apart else None
    return [one for one in (told, part) if one]


def _whole_of(parts: Sequence[Target], library: Library) -> Term | None:
    """The printed totals of the years of some parts, as one term."""
    years = {year_of(one) for one in parts if not is_whole(one)}
    every = [one for one in library.targets([parts[0].document_id]) if is_whole(one) and in_table(one)]
    totals = [one for one in every if one.indicator == parts[0].indicator and year_of(one) in years]
    folded = summed([to_term(one, "", library) for one in totals])
    return folded.called("") if folded else None


def _thing(groups: Groups) -> str:
    """What is ranked: the indicator, or year by year what several of them are for."""
    return groups[0][0].indicator if len(groups) == 1 else f"{year_words(groups[0][0])}各项中"


def _at_rank(ask: Ask, terms: Sequence[Term]) -> tuple[str, list[Term]] | None:
    """The words for those at the rank asked for, and who they are."""
    best = extreme(terms, rank=ask.rank, top=ask.top, low=ask.low)
    if not best:
        return None
    words = rank_words(ask.rank, low=ask.low, rate=best[0].unit in {"%", "％"})
    names = "、".join(f"{term.name}（{term.said}）" for term in best)
    return f"{'排在前面' if ask.top > 1 else words}的是{names}", best


def _ordered(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    terms = ordered(_terms(ask, groups, library), low=ask.low)
    if len(terms) < 2:
        return None
    names = "、".join(f"{term.name}{term.said}" for term in terms)
    way = "从少到多" if ask.low else "从多到少"
    text = f"{head_of(groups[0], library)}{_thing(groups)}{way}：{names}。"
    return said(text, [item for term in terms for item in term.evidence])


def _terms(ask: Ask, groups: Groups, library: Library) -> list[Term]:
    """What is ranked or averaged: areas (their years added up where several are meant), years, or indicators."""
    targets = [one for one in groups[0] if not one.is_baseline] or list(groups[0])
    parts = [one for one in targets if not is_whole(one)]
    if not means_years(ask) and len({one.scope for one in parts}) > 1:
        return _by_area(parts, library)
    by_year = {year_of(one): one for one in targets if in_table(one)}
    if len(by_year) > 1 and len(groups) == 1:
        return [to_term(one, year_words(one), library) for one in by_year.values()]
    return [to_term(group[-1], group[-1].indicator, library) for group in groups]


def _by_area(parts: Sequence[Target], library: Library) -> list[Term]:
    by_area: dict[str, list[Target]] = {}
    for one in parts:
        by_area.setdefault(one.scope or "", []).append(one)
    return [term for name, group in by_area.items() if (term := _area_term(name, group, library))]


def _area_term(name: str, group: Sequence[Target], library: Library) -> Term | None:
    """An area's value; of several years the sum where they add up, else the last."""
    terms = [to_term(one, name, library) for one in group]
    if len(terms) == 1 or group[0].kind is not TargetKind.NEW:
        return terms[-1]
    folded = summed(terms)
    if folded is None:
        return None
    plus = "+".join(number_words(term.value) for term in folded.terms)
    return Term(name, folded.value, folded.unit, f"{plus}={number_words(folded.value, folded.unit)}", folded.evidence)

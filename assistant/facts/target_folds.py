"""Arithmetic over targets: which are the terms, and what the result says. The sums themselves are in `folding`."""

from collections.abc import Callable, Sequence

from assistant.draft import Statement
from assistant.facts.evidence import distinct, targets_evidence
from assistant.facts.folding import (
    Folded,
    Term,
    averaged,
    difference,
    extreme,
    ordered,
    rank_words,
    ratio,
    share,
    summed,
)
from assistant.facts.measuring import families, number_words
from assistant.facts.target_choice import means_years
from assistant.facts.target_rows import (
    area_words,
    distinct_targets,
    in_table,
    is_whole,
    to_term,
    value_words,
    year_of,
    year_words,
)
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from corpus.extraction.printed_units import best_match
from corpus.facts import Evidence, Library
from corpus.folding.units import in_base_units
from corpus.target import Bound, Quantity, Target, TargetKind

__all__ = ["folded_targets", "sum_of"]

Groups = Sequence[Sequence[Target]]
"""The targets of each indicator meant, the best first."""


def folded_targets(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """What the fold of an ask says over the targets; None where it has no meaning for them."""
    ways: dict[Fold, Callable[[Ask, Groups, Library], Statement | None]] = {
        Fold.SUM: _summed,
        Fold.AVERAGE: _averaged,
        Fold.SHARE: _shared,
        Fold.DIFFERENCE: _differed,
        Fold.RATIO: _multiplied,
        Fold.EXTREME: _extreme,
        Fold.ORDER: _ordered,
    }
    way = ways.get(ask.fold)
    return way(ask, groups, library) if way else None


def _summed(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    targets = _addends(ask, groups[0])
    if len(targets) < 2 or targets[0].kind is TargetKind.RATE:
        return None
    names = _names(targets)
    folded = summed([to_term(one, name, library) for one, name in zip(targets, names, strict=True)])
    if folded is None:
        return None
    goal = _goal(targets, library)
    head = _head(targets, library)
    agreement, evidence = _agreement(goal, folded, library) if goal else ("", ())
    listed = "、".join(dict.fromkeys(names))
    return _said(f"{head}{listed}{targets[0].indicator}合计{folded.text}{agreement}。", folded.evidence, evidence)


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


def _goal(parts: Sequence[Target], library: Library) -> Target | None:
    """The goal of the running text that a sum over the whole area is for."""
    goals = [one for one in library.targets([parts[0].document_id]) if not in_table(one) and is_whole(one)]
    same = [one for one in goals if one.kind is not TargetKind.LEVEL and one not in parts]
    return best_match(parts[0].indicator, same) if all(map(is_whole, parts)) else None


def _agreement(goal: Target, total: Folded, library: Library) -> tuple[str, Sequence[Evidence]]:
    wanted = in_base_units(goal.quantity.value, goal.quantity.unit)
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
    listed = "、".join(term.name for term in terms)
    return _said(f"{_head(groups[0], library)}{listed}{groups[0][0].indicator}平均{folded.text}。", folded.evidence)


def _shared(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """The named areas, years or the narrower of two indicators as a share of the whole."""
    parts, whole = _parts_and_whole(ask, groups)
    if not parts or whole is None:
        return None
    names = _names(parts)
    terms = [to_term(one, name, library) for one, name in zip(parts, names, strict=True)]
    folded = share(terms, to_term(whole, "", library))
    if folded is None:
        return None
    told = "、".join(f"{term.name}{term.said}" for term in terms)
    head = f"{year_words(parts[0])}{parts[0].indicator}" if len({year_of(one) for one in parts}) == 1 else ""
    base = f"{area_words(whole, library)}{whole.indicator if whole.indicator != parts[0].indicator else ''}"
    return _said(f"{head}：{told}，占{base}{value_words(whole)}的{folded.text}。", folded.evidence)


def _parts_and_whole(ask: Ask, groups: Groups) -> tuple[list[Target], Target | None]:
    first = groups[0]
    if ask.where.areas:
        parts = distinct_targets([one for one in first if one.scope in ask.where.areas and not is_whole(one)])
        parts = [one for one in parts if year_of(one) == year_of(parts[-1])]
        wholes = [one for one in first if is_whole(one) and parts and year_of(one) == year_of(parts[0])]
        wholes = [one for one in wholes if in_table(one) is in_table(parts[0])] or wholes
        wholes.sort(key=lambda one: not one.is_total)
        return parts, wholes[0] if wholes else None
    if len(groups) > 1:
        pair = sorted(
            (groups[0][-1], groups[1][-1]), key=lambda one: in_base_units(one.quantity.value, one.quantity.unit)
        )
        return [pair[0]], pair[1]
    return [], None


def _differed(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    if ask.where.areas and ask.where.whole:
        return _rest(ask, groups, library)
    terms = _pair(ask, groups, library)
    folded = difference(*terms) if len(terms) == 2 else None
    if folded is None:
        return None
    left, right = terms
    high = folded.terms[0]
    more = "高" if high.unit in {"%", "％"} else "多"
    relation = f"{high.name}{more}{folded.text}" if folded.value else "两者相同"
    return _said(
        f"{_head(groups[0], library)}{_topic(groups)}{left.name}{left.said}，{right.name}{right.said}，{relation}。",
        folded.evidence,
    )


def _rest(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """The whole without the areas named."""
    parts, whole = _parts_and_whole(ask, groups)
    if len(parts) != 1 or whole is None:
        return None
    folded = difference(to_term(whole, "", library), to_term(parts[0], "", library))
    if folded is None:
        return None
    head = f"{year_words(whole)}{whole.indicator}"
    told = f"{area_words(whole, library)}{value_words(whole)}，{parts[0].scope}{value_words(parts[0])}"
    return _said(f"{head}：{told}，其余{folded.text}。", folded.evidence)


def _multiplied(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    terms = _pair(ask, groups, library)
    folded = ratio(*terms) if len(terms) == 2 else None
    if folded is None:
        return None
    left, right = terms
    told = f"{left.name}{left.said}，{right.name}{right.said}"
    text = f"{_head(groups[0], library)}{_topic(groups)}{told}，{left.name}是{right.name}的{folded.text}。"
    return _said(text, folded.evidence)


def _pair(ask: Ask, groups: Groups, library: Library) -> list[Term]:
    """The two terms set against each other: two indicators, two areas in the order said, the later year first."""
    if len(groups) > 1:
        lasts = [group[-1] for group in groups[:2]]
        return [to_term(one, one.indicator, library) for one in lasts]
    targets = groups[0]
    areas = [one for area in ask.where.areas for one in targets if one.scope == area]
    if len({one.scope for one in areas}) > 1:
        last = max(year_of(one) or 0 for one in areas)
        return [to_term(one, one.scope or "", library) for one in areas if (year_of(one) or 0) == last]
    by_year = {year_of(one): one for one in targets}
    ends = [by_year[year] for year in sorted(by_year, key=lambda year: -(year or 0))]
    ends = [ends[0], ends[-1]] if len(ends) > 1 else ends
    return [to_term(one, year_words(one), library) for one in ends] if len(ends) == 2 else _with_baseline(ends, library)


def _with_baseline(ends: Sequence[Target], library: Library) -> list[Term]:
    """A single target and where it starts from."""
    only = ends[0]
    base = only.baseline
    cells = [
        one
        for one in library.targets([only.document_id])
        if one.is_baseline and base and one.year == base.year and one.scope == only.scope
        if one.indicator == only.indicator
    ]
    return [to_term(one, year_words(one), library) for one in (only, *cells[:1])]


def _extreme(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    terms = _terms(ask, groups, library)
    best = extreme(terms, rank=ask.rank, top=ask.top, low=ask.low) if len(terms) > 1 else []
    if not best:
        return None
    words = rank_words(ask.rank, low=ask.low, rate=best[0].unit in {"%", "％"})
    names = "、".join(f"{term.name}（{term.said}）" for term in best)
    head = f"{_head(groups[0], library)}{groups[0][0].indicator}"
    text = f"{head}排在前面的是{names}。" if ask.top > 1 else f"{head}{words}的是{names}。"
    others = [term for term in terms if term.name not in {one.name for one in best}]
    return _said(text, [item for term in (*best, *others) for item in term.evidence])


def _ordered(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    terms = ordered(_terms(ask, groups, library), low=ask.low)
    if len(terms) < 2:
        return None
    names = "、".join(f"{term.name}{term.said}" for term in terms)
    way = "从少到多" if ask.low else "从多到少"
    text = f"{_head(groups[0], library)}{groups[0][0].indicator}{way}：{names}。"
    return _said(text, [item for term in terms for item in term.evidence])


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
    if len(terms) == 1 or group[0].kind not in {TargetKind.NEW}:
        return terms[-1]
    folded = summed(terms)
    if folded is None:
        return None
    plus = "+".join(number_words(term.value) for term in folded.terms)
    return Term(name, folded.value, folded.unit, f"{plus}={number_words(folded.value, folded.unit)}", folded.evidence)


def _names(targets: Sequence[Target]) -> list[str]:
    """What tells the targets apart: the areas, the years or the indicators."""
    if len({one.scope for one in targets}) > 1:
        return [one.scope or "" for one in targets]
    if len({year_of(one) for one in targets}) > 1:
        return [year_words(one) for one in targets]
    return [one.scope or "" for one in targets]


def _head(targets: Sequence[Target], library: Library) -> str:
    """What all the targets share: document or area, and year."""
    first = targets[0]
    scopes = {one.scope for one in targets}
    place = area_words(first, library) if len(scopes) == 1 else document_label(library, first.document_id)
    one_year = len({year_of(one) for one in targets}) == 1 and len(scopes) > 1
    return place + (year_words(first) if one_year else "")


def _topic(groups: Groups) -> str:
    return f"{groups[0][0].indicator}：" if len(groups) == 1 else "："


def _said(text: str, evidence: Sequence[Evidence], more: Sequence[Evidence] = ()) -> Statement:
    return Statement(text, distinct((*evidence, *more)))

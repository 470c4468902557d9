"""Arithmetic over targets: a sum, two set apart. The sums themselves are in `folding`."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.folding import Term, difference, growth_words, ratio, summed
from assistant.facts.target_rows import (
    Groups,
    area_words,
    in_table,
    is_whole,
    names_of,
    said,
    to_term,
    year_of,
    year_words,
)
from assistant.labels import document_label
from assistant.reading.ask import Ask, Fold
from corpus.facts import Library
from corpus.target import Target, TargetKind

_PAIR = 2


def folded_targets(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """What the fold of an ask says over the targets; None where it has no meaning for them."""
    if ask.fold is Fold.SUM:
        return _summed(ask, groups[0], library)
    return _set_against(ask, groups, library) if ask.fold in {Fold.DIFFERENCE, Fold.RATIO} else None


def _summed(ask: Ask, targets: Sequence[Target], library: Library) -> Statement | None:
    """The named areas added up, else the years of the whole, else the parts."""
    cells = [one for one in targets if in_table(one) and not one.is_baseline] or list(targets)
    areas = ask.where.areas
    chosen = [one for one in cells if one.scope in areas] if areas else cells
    if len(areas) < _PAIR and len({year_of(one) for one in chosen}) > 1:
        chosen = [one for one in chosen if one.scope == chosen[0].scope]
    elif not areas:
        chosen = [one for one in chosen if not is_whole(one)] or chosen
    if len(chosen) < _PAIR or chosen[0].kind is TargetKind.RATE:
        return None
    names = names_of(chosen)
    folded = summed([to_term(one, name, library) for one, name in zip(chosen, names, strict=True)])
    listed = "、".join(dict.fromkeys(names))
    head = f"{_head(chosen, library)}{listed}{chosen[0].indicator}"
    return said(f"{head}合计{folded.text}。", folded.evidence) if folded else None


def _set_against(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """By how much two areas, years or indicators differ, and how many times the one is the other where asked."""
    terms = _pair(ask, groups, library)
    apart = difference(*terms) if len(terms) == _PAIR else None
    times = ratio(*terms) if apart and (ask.fold is Fold.RATIO or "ratio" in ask.heard) else None
    if apart is None or (ask.fold is Fold.RATIO and times is None):
        return None
    left, right = terms
    high = apart.terms[0]
    more = "高" if high.unit in {"%", "％"} else "多"
    later = len(groups) == 1 and len(ask.where.areas) < _PAIR
    grown = growth_words(ask, right, left) if later else growth_words(ask, *apart.terms[::-1], more="高出")
    asked = ask.fold is Fold.DIFFERENCE or "difference" in ask.heard
    told = [f"{high.name}{more}{apart.text}{grown}" if apart.value else "两者相同"] if asked else []
    told += [f"{left.name}是{right.name}的{times.text}"] if times else []
    topic = f"{groups[0][0].indicator}：" if len(groups) == 1 else "："
    words = f"{left.name}{left.said}，{right.name}{right.said}，{'，'.join(told)}"
    return said(f"{_head(groups[0], library)}{topic}{words}。", apart.evidence)


def _pair(ask: Ask, groups: Groups, library: Library) -> list[Term]:
    """The two terms set against each other: two indicators, two areas in the order said, the later year first."""
    if len(groups) > 1:
        return [to_term(group[-1], group[-1].indicator, library) for group in groups[:_PAIR]]
    targets = groups[0]
    areas = [one for area in ask.where.areas for one in targets if one.scope == area]
    if len({one.scope for one in areas}) > 1:
        last = max(year_of(one) or 0 for one in areas)
        return [to_term(one, one.scope or "", library) for one in areas if (year_of(one) or 0) == last]
    by_year = {year_of(one): one for one in targets}
    years = sorted(by_year, key=lambda year: -(year or 0))
    return [
        to_term(one, year_words(one), library)
        for year in dict.fromkeys((years[0], years[-1]))
        if (one := by_year[year])
    ]


def _head(targets: Sequence[Target], library: Library) -> str:
    """What all the targets share: document or area, and year."""
    first, scopes = targets[0], {one.scope for one in targets}
    place = area_words(first, library) if len(scopes) == 1 else document_label(library, first.document_id)
    one_year = len({year_of(one) for one in targets}) == 1 and len(scopes) > 1
    return place + (year_words(first) if one_year else "")

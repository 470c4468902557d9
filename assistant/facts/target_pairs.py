"""Two targets set against each other: part and whole, difference, ratio. Sums are in `folding`."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.folding import Folded, Term, difference, growth_words, ratio, share, summed
from assistant.facts.target_rows import (
    Groups,
    area_words,
    distinct_targets,
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
from assistant.reading.ask import Ask
from corpus.facts import Library
from corpus.target import Target, TargetKind

__all__ = ["difference_between", "ratio_between", "share_of"]

_PAIR = 2


def share_of(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """The named areas, years or the narrower of two indicators as a share of the whole; that of areas for each
    indicator.
    """
    each = [_share_of(ask, [group], library) for group in groups] if ask.where.areas else []
    told = [one for one in each if one]
    if len(told) > 1:
        return said("".join(one.text for one in told), [item for one in told for item in one.evidence])
    return _share_of(ask, groups, library)


def _share_of(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    parts, whole = _parts_and_whole(ask, groups)
    if not parts or whole is None:
        return None
    if yearly := _share_of_all_years(ask, groups, library):
        return yearly
    names = names_of(parts)
    terms = [to_term(one, name, library) for one, name in zip(parts, names, strict=True)]
    folded = share(terms, to_term(whole, "", library))
    if folded is None:
        return None
    told = "、".join(f"{term.name}{term.said}" for term in terms)
    head = f"{year_words(parts[0])}{parts[0].indicator}" if len({year_of(one) for one in parts}) == 1 else ""
    base = f"{area_words(whole, library)}{whole.indicator if whole.indicator != parts[0].indicator else ''}"
    return said(f"{head}：{told}，占{base}{value_words(whole)}的{folded.text}。", folded.evidence)


def _share_of_all_years(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """The share of the areas named in what is added in all years, where not one year alone is named."""
    cells = [one for one in groups[0] if in_table(one) and one.kind is TargetKind.NEW and not one.is_baseline]
    own = [one for one in cells if one.scope in ask.where.areas]
    every = [one for one in cells if is_whole(one) and year_of(one) in {year_of(part) for part in own}]
    years, areas = dict.fromkeys(map(year_words, own)), dict.fromkeys(one.scope or "" for one in own)
    if len(ask.where.years) == 1 or len(years) < 2 or len(every) != len(years) or len(own) != len(years) * len(areas):
        return None
    part, whole = (summed([to_term(one, year_words(one), library) for one in some]) for some in (own, every))
    if part is None or whole is None:
        return None
    folded = share([Term("", part.value, part.unit, "")], Term("", whole.value, whole.unit, ""))
    if folded is None:
        return None
    label = area_words(every[0], library)
    told = f"{'、'.join(areas)}{'、'.join(years)}{own[0].indicator}合计{part.text}，{label}合计{whole.text}"
    return said(f"{told}，占{folded.text}。", part.evidence, whole.evidence)


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
        pair = sorted((groups[0][-1], groups[1][-1]), key=lambda one: one.quantity.in_base)
        return [pair[0]], pair[1]
    return [], None


def difference_between(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """By how much two areas, years or indicators differ."""
    if yearly := _each_over_years(ask, groups, library):
        return yearly
    groups = groups[:1] if len(ask.where.areas) == _PAIR else groups
    terms = _pair(ask, groups, library)
    folded = difference(*terms) if len(terms) == 2 else None
    if folded is None:
        return None
    left, right = terms
    high = folded.terms[0]
    more = "高" if high.unit in {"%", "％"} else "多"
    relation = f"{high.name}{more}{folded.text}" if folded.value else "两者相同"
    times = ratio(*folded.terms) if "ratio" in ask.heard else None
    relation += f"，{high.name}是{folded.terms[1].name}的{times.text}" if times else ""
    later = _is_over_years(ask, groups)
    relation += growth_words(ask, right, left) if later else growth_words(ask, *folded.terms[::-1], more="高出")
    return said(
        f"{head_of(groups[0], library)}{_topic(groups)}{left.name}{left.said}，{right.name}{right.said}，{relation}。",
        folded.evidence,
    )


def _is_over_years(ask: Ask, groups: Groups) -> bool:
    """Whether a pair is of two years, the later one first."""
    return len(groups) == 1 and len(ask.where.areas) + ask.where.whole * bool(ask.where.areas) < _PAIR


def ratio_between(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """How many times the one is the other."""
    terms = _pair(ask, groups, library)
    folded = ratio(*terms) if len(terms) == 2 else None
    if folded is None:
        return None
    left, right = terms
    told = f"{left.name}{left.said}，{right.name}{right.said}"
    more = difference(left, right) if "difference" in ask.heard else None
    gap = f"{more.terms[0].name}多{more.text}，" if more and more.value else ""
    text = f"{head_of(groups[0], library)}{_topic(groups)}{told}，{gap}{left.name}是{right.name}的{folded.text}。"
    return said(text, folded.evidence)


def _pair(ask: Ask, groups: Groups, library: Library) -> list[Term]:
    """The two terms set against each other: two indicators, two areas in the order said, the later year first."""
    if len(groups) > 1:
        lasts = [group[-1] for group in groups[:2]]
        return [to_term(one, one.indicator, library) for one in lasts]
    targets = groups[0]
    if len(ask.where.areas) == 1 and ask.where.whole:
        parts, whole = _parts_and_whole(ask, groups)
        both = [*([whole] if whole else []), *parts[:1]]
        return [to_term(one, one.scope or area_words(one, library), library) for one in both]
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


def _topic(groups: Groups) -> str:
    return f"{groups[0][0].indicator}：" if len(groups) == 1 else "："


def _each_over_years(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """How each of several areas changes between the first and the last year named."""
    if len(set(ask.where.years)) < 2 or len(groups) > 1:
        return None
    by_area: dict[str, list[Target]] = {}
    for one in groups[0]:
        by_area.setdefault("" if is_whole(one) else one.scope or "", []).append(one)
    told = [pair for own in by_area.values() if (pair := _change(own, library))]
    if len(told) < 2:
        return None
    text = "；".join(words for words, _ in told)
    topic = f"{head_of(groups[0], library)}{groups[0][0].indicator}"
    return said(f"{topic}：{text}。", [item for _, folded in told for item in folded.evidence])


def _change(own: Sequence[Target], library: Library) -> tuple[str, Folded] | None:
    """The words for one area, and the difference they tell."""
    by_year = {year_of(one): one for one in sorted(own, key=in_table)}
    years = sorted(year for year in by_year if year is not None)
    if len(years) < 2:
        return None
    first, last = by_year[years[0]], by_year[years[-1]]
    start, end = (to_term(one, year_words(one), library) for one in (first, last))
    folded = difference(end, start)
    if folded is None:
        return None
    word = "增加" if end.value > start.value else "减少" if end.value < start.value else "相差"
    told = f"{last.scope or '全部'}{start.name}{start.said}，{end.name}{end.said}，{word}{folded.text}"
    return told, folded

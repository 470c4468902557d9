"""Groups of areas set against each other, and each of several areas over years. Sums: `folding`."""

from collections.abc import Sequence

from assistant.draft import Statement
from assistant.facts.folding import Folded, Term, difference, ratio, summed
from assistant.facts.target_rows import in_table, is_whole, to_term, year_of, year_words
from assistant.facts.target_terms import Groups, head_of, said
from assistant.reading.ask import Ask
from corpus.facts import Library
from corpus.target import Target

__all__ = ["each_over_years", "sides_compared", "unchanged"]

_PAIR = 2


def sides_compared(ask: Ask, groups: Groups, library: Library) -> Statement | None:
    """The sum of several areas against another, or against the sum of others; None where no such sides are said."""
    sides = _sides(ask)
    terms = [_side(side, groups[0], library) for side in sides]
    if len(terms) < 2 or terms[0] is None or terms[1] is None:
        return None
    left, right = terms[0], terms[1]
    folded = difference(left, right)
    if folded is None:
        return None
    topic = f"{head_of(groups[0], library)}{groups[0][0].indicator}"
    more = f"{folded.terms[0].name}多{folded.text}" if folded.value else "两者相同"
    times = ratio(*folded.terms) if "ratio" in ask.heard else None
    more += f"，是{folded.terms[1].name}的{times.text}" if times else ""
    return said(f"{topic}：{left.name}{left.said}，{right.name}{right.said}，{more}。", folded.evidence)


def _sides(ask: Ask) -> list[list[str]]:
    """The areas before and behind the word that sets them against each other, where one side is several."""
    behind = list(ask.where.against)
    before = [area for area in ask.where.areas if area not in behind]
    return [before, behind] if before and behind and len(ask.where.areas) > _PAIR else []


def _side(areas: Sequence[str], targets: Sequence[Target], library: Library) -> Term | None:
    """The areas as one term: the sum of their values of the last year."""
    own = [one for area in areas for one in targets if one.scope == area]
    last = max((year_of(one) or 0 for one in own), default=0)
    terms = [to_term(one, one.scope or "", library) for one in own if (year_of(one) or 0) == last]
    folded = summed(terms) if len(terms) == len(areas) else None
    if folded is None:
        return None
    word = "合计" if len(terms) > 1 else ""
    return Term("、".join(areas), folded.value, folded.unit, f"{word}{folded.text}", folded.evidence)


def each_over_years(ask: Ask, groups: Groups, library: Library) -> Statement | None:
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


def unchanged(groups: Groups, library: Library) -> Statement | None:
    """Whether the numbers of all years are the same."""
    by_year = {year_of(one): one for one in groups[0] if in_table(one) and not one.is_baseline}
    if len(by_year) < _PAIR or None in by_year:
        return None
    terms = [
        to_term(one, year_words(one), library) for _, one in sorted(by_year.items(), key=lambda item: item[0] or 0)
    ]
    same = len({(term.value, term.unit) for term in terms}) == 1
    told = "、".join(f"{term.name}{term.said}" for term in terms)
    topic = f"{head_of(groups[0], library)}{groups[0][0].indicator}"
    head = "每年都一样" if same else "各年不一样"
    return said(f"{topic}{head}：{told}。", [item for term in terms for item in term.evidence])


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

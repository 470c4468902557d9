"""By how much each area grew over the years asked about, or the whole from year to year: terms to rank or to list."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.draft import Statement
from assistant.facts.folding import Term, difference
from assistant.facts.target_rows import in_table, is_whole, to_term, year_of
from assistant.facts.target_terms import Groups, head_of, said
from assistant.reading.ask import Ask
from corpus.facts import Library
from corpus.target import Target, TargetKind

__all__ = ["each_rise", "rises"]

_IS_CHANGE = re.compile(r"增长|增速|增幅|提高|提升|下降|降低|新增")
_EACH = frozenset({"each", "average_year"})


def rises(ask: Ask, targets: Sequence[Target], library: Library, *, by_year: bool) -> list[Term]:
    """The changes that an ask for the largest one means: of each area between the first and the last year that is told
    of it, or of the whole from each year to the next; [] where no change is asked for, or the numbers are changes.
    """
    first = targets[0]
    yearly = first.kind is TargetKind.NEW and len(ask.where.years) < 2
    if "rise" not in ask.hints or yearly or (first.kind is not TargetKind.NEW and _IS_CHANGE.search(first.indicator)):
        return []
    cells = _cells(ask, targets, library)
    parts = [one for one in cells if not is_whole(one)]
    if by_year or not parts:
        whole = _by_year([one for one in cells if one.scope == first.scope])
        named = ((before, after, f"{year_of(after)}年") for before, after in pairwise(whole))
        return [term for before, after, name in named if (term := _rise(before, after, name, library))]
    areas = {one.scope or "": _by_year([other for other in parts if other.scope == one.scope]) for one in parts}
    ends = {name: (own[0], own[-1]) for name, own in areas.items() if len(own) > 1}
    return [term for name, pair in ends.items() if (term := _rise(*pair, name, library))]


def each_rise(ask: Ask, groups: Groups, library: Library, *, by_year: bool) -> Statement | None:
    """All changes, where those of each area or year are asked for and none is to be singled out."""
    told = rises(ask, groups[0], library, by_year=by_year) if ask.heard & _EACH else []
    if len(told) < 2:
        return None
    words = "；".join(f"{term.name}{term.said}" for term in told)
    evidence = [item for term in told for item in term.evidence]
    return said(f"{head_of(groups[0], library)}{groups[0][0].indicator}增减：{words}。", evidence)


def _cells(ask: Ask, targets: Sequence[Target], library: Library) -> list[Target]:
    """The cells of the indicator for the years asked about, where two are, with those that it starts from."""
    first, years = targets[0], ask.where.years
    same = [one for one in library.targets([first.document_id]) if one.indicator == first.indicator and in_table(one)]
    return [one for one in same if len(years) < 2 or year_of(one) in years]


def _by_year(cells: Sequence[Target]) -> list[Target]:
    by_year = {year: one for one in cells if (year := year_of(one)) is not None}
    return [by_year[year] for year in sorted(by_year)]


def _rise(before: Target, after: Target, name: str, library: Library) -> Term | None:
    start, end = (to_term(one, name, library) for one in (before, after))
    folded = difference(end, start)
    if folded is None:
        return None
    falls = end.value < start.value
    told = f"{'减少' if falls else '增加'}{folded.text}"
    return Term(name, -folded.value if falls else folded.value, folded.unit, told, folded.evidence)

"""Which targets of one indicator an ask is for: area, year, whole or parts. Words nothing."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.facts.target_rows import is_whole, year_of
from assistant.reading.ask import Ask, Fold, Want
from corpus.facts import Library
from corpus.target import Bound, Target

_YEARS, _AREAS = ("year", "年"), ("area", "地", "区", "县", "镇", "街", "属", "板块", "公司")
_UNTOLD = 0.5
_NOW = re.compile(r"现状|目前|现有|当前|眼下|基数|现在")
_WHICH = frozenset({"which", "where", "who", "each_place"})


@dataclass(frozen=True, slots=True)
class Chosen:
    """The targets that answer. The figures say what fitted: 1 all that was asked, 0 nothing."""

    targets: tuple[Target, ...]
    year_ok: float = 1.0
    area_ok: float = 1.0


def means_years(ask: Ask) -> bool:
    """Whether years are to be set against each other or listed."""
    return any(mark in ask.by for mark in _YEARS)


def asks_which(ask: Ask) -> bool:
    """Whether those that have a certain value are asked for (哪些地方是12场)."""
    told = Want.AREA in ask.want or bool(_WHICH & ask.heard)
    exact = any(one.bound is Bound.EQ for one in ask.where.amounts)
    return told and exact and not ask.claim and not ask.where.areas


def means_parts(ask: Ask) -> bool:
    """Whether the parts are meant where no area is named."""
    if means_years(ask) or ask.where.whole:
        return False
    filtered = bool(ask.where.lacks or (ask.where.conditions and not ask.claim)) or asks_which(ask)
    named = Want.AREA in ask.want or any(mark in ask.by for mark in _AREAS)
    return named or filtered


def chosen(targets: Sequence[Target], ask: Ask, library: Library) -> Chosen:
    """The targets of an indicator for the areas and years asked."""
    by_area = _in_area(targets, ask, library) or _lone(targets, ask)
    if not by_area:
        return Chosen((), area_ok=0.0)
    areas = _area_share(by_area, ask, library)
    by_year, years = _in_year(by_area, ask)
    if not by_year:
        return Chosen((), year_ok=0.0, area_ok=areas)
    return Chosen(tuple(by_year), year_ok=years, area_ok=areas)


def _in_area(targets: Sequence[Target], ask: Ask, library: Library) -> list[Target]:
    areas = [area for area in ask.where.areas if not _is_place(area, targets[0].document_id, library)]
    if areas:
        named = [one for one in targets if one.scope in areas]
        return [*named, *filter(is_whole, targets)] if named and ask.where.whole else named
    parts = means_parts(ask)
    fitting: Callable[[Target], bool] = lambda one: is_whole(one) is not parts  # noqa: E731
    return [one for one in targets if fitting(one)] or list(targets)


def _lone(targets: Sequence[Target], ask: Ask) -> list[Target]:
    """All targets of an indicator that stands on one side of a comparison, whose other side is the area named."""
    return (
        [one for one in targets if is_whole(one)] if ask.fold is Fold.DIFFERENCE and len(ask.where.areas) == 1 else []
    )


def _area_share(found: Sequence[Target], ask: Ask, library: Library) -> float:
    """The share of the areas asked for that have a target."""
    areas = ask.where.areas
    scopes = {one.scope for one in found}
    there = [area in scopes or _is_place(area, found[0].document_id, library) for area in areas]
    return sum(there) / len(areas) if areas else 1.0


def _is_place(area: str, document_id: str, library: Library) -> bool:
    """Whether an area is the whole that a document is about."""
    document = library.document(document_id)
    return area in document.regions or area in document.metadata.title


def _in_year(targets: Sequence[Target], ask: Ask) -> tuple[list[Target], float]:
    """Those for the years asked, and the share of these years that have one; without years all but baselines."""
    years = ask.where.years
    if not years:
        now = bool(_NOW.search(ask.where.words))
        return [one for one in targets if one.is_baseline is now] or list(targets), 1.0
    named = [one for one in targets if _is_for(one, years)]
    told = {year_of(one) for one in named}
    if named:
        return named, sum(year in told for year in years) / len(years)
    return [one for one in targets if year_of(one) is None], _UNTOLD


def _is_for(target: Target, years: Sequence[int]) -> bool:
    """Whether a target is for one of the years; one for a whole period is for its last year."""
    if target.year is not None:
        return target.year in years
    return target.period is not None and (
        target.period[1] in years or set(range(target.period[0], target.period[1] + 1)) <= set(years)
    )

"""Which targets of one indicator an ask is for: area, year, whole or parts. Words nothing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.facts.target_rows import is_whole, year_of
from assistant.reading.ask import Ask, Fold, Want
from corpus.facts import Library
from corpus.target import Target

__all__ = ["Chosen", "chosen", "means_parts", "means_years"]

_OVER_PARTS = frozenset({Fold.EXTREME, Fold.ORDER, Fold.COUNT, Fold.COUNT_BY, Fold.AVERAGE})
_YEARS, _AREAS = ("year", "年"), ("area", "地", "区", "县", "镇", "街", "属", "板块", "公司")
_UNTOLD = 0.5


@dataclass(frozen=True, slots=True)
class Chosen:
    """The targets that answer; where there are none, those there are `instead`. The figures say what fitted: 1 all
    that was asked, 0 nothing.
    """

    targets: tuple[Target, ...]
    instead: tuple[Target, ...] = ()
    year_ok: float = 1.0
    area_ok: float = 1.0


def means_years(ask: Ask) -> bool:
    """Whether years are to be set against each other or listed."""
    return any(mark in ask.by for mark in _YEARS) or (Want.YEAR in ask.want and ask.fold in _OVER_PARTS)


def means_parts(ask: Ask) -> bool:
    """Whether the parts are meant where no area is named."""
    if means_years(ask) or ask.where.whole:
        return False
    filtered = bool(ask.where.conditions or ask.where.lacks)
    named = Want.AREA in ask.want or any(mark in ask.by for mark in _AREAS)
    return named or filtered or ask.fold in _OVER_PARTS


def chosen(targets: Sequence[Target], ask: Ask, library: Library) -> Chosen:
    """The targets of an indicator for the areas and years asked."""
    by_area = _in_area(targets, ask, library)
    if not by_area:
        return Chosen((), tuple(targets), area_ok=0.0)
    areas = _area_share(by_area, ask, library)
    by_year, years = _in_year(by_area, ask)
    if not by_year:
        return Chosen((), tuple(by_area), year_ok=0.0, area_ok=areas)
    return Chosen(tuple(by_year), year_ok=years, area_ok=areas)


def _in_area(targets: Sequence[Target], ask: Ask, library: Library) -> list[Target]:
    regions = {name for one in targets[:1] for name in library.document(one.document_id).source.regions}
    areas = [area for area in ask.where.areas if area not in regions]
    if areas:
        needs_whole = ask.where.whole or ask.fold is Fold.SHARE
        named = [one for one in targets if one.scope in areas]
        return [*named, *filter(is_whole, targets)] if named and needs_whole else named
    parts = means_parts(ask)
    fitting: Callable[[Target], bool] = lambda one: is_whole(one) is not parts  # noqa: E731
    return [one for one in targets if fitting(one)] or list(targets)


def _area_share(found: Sequence[Target], ask: Ask, library: Library) -> float:
    """The share of the areas asked for that have a target."""
    areas = ask.where.areas
    scopes = {one.scope for one in found} | set(library.document(found[0].document_id).source.regions)
    return sum(area in scopes for area in areas) / len(areas) if areas else 1.0


def _in_year(targets: Sequence[Target], ask: Ask) -> tuple[list[Target], float]:
    """Those for the years asked, and the share of these years that have one; without years all but baselines."""
    years = ask.where.years
    if not years:
        return [one for one in targets if not one.is_baseline] or list(targets), 1.0
    named = [one for one in targets if _is_for(one, years)]
    told = {year_of(one) for one in named}
    if named:
        return named, sum(year in told for year in years) / len(years) if len(years) <= len(told) else 1.0
    return [one for one in targets if year_of(one) is None], _UNTOLD


def _is_for(target: Target, years: Sequence[int]) -> bool:
    """Whether a target is for one of the years; one for a whole period is for its last year."""
    if target.year is not None:
        return target.year in years
    return target.period is not None and (
        target.period[1] in years or set(range(target.period[0], target.period[1] + 1)) <= set(years)
    )

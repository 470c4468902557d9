"""Which targets of one document a question is about: by indicator, area and year. Words no answer."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.comparing.wording import normal_form
from assistant.query import Operation, Query
from assistant.reading.vocabulary import WHOLE_AREA
from assistant.understanding.units_of_measure import unit_measure
from corpus.extraction.printed_units import best_match
from corpus.facts import Library
from corpus.target import Target, TargetKind

__all__ = ["Choice", "Gap", "chosen_targets", "is_whole"]

_EACH_AREA = re.compile(
    r"各(?:个)?(?:家|镇|地|区|县|市|街|属地|板块|园区|县级市|公司)|哪家|哪(?:个|些|几个?)(?:镇|地|区|县|市|街|属地|板块|园区|地方|公司)|分地区|按地区"
    r"|(?:[两三四五六七八九十\d]个|每个?)(?:县级市|属地|板块|镇|街道?|县|区|公司)[^,，。]{0,14}(?:各|分别)"
)
_EACH_YEAR = re.compile(
    r"[各每逐历分]年|年年|头一年|第[一二三四五]年|(?:[两三四五]|这几)年(?:里|间)?(?:分别|各|每)|分年度|年度.{0,4}分别"
)
_BY_YEAR = re.compile(r"(?:到|至|截[至止])(?:19|20)?\d\d年")
"""By the end of a year: the goal over all years is meant, not the number of that one year."""
_GROWTH = re.compile(r"新|增|引进")
_STOCK = re.compile(r"有(?:多少|几)")
_NEW = re.compile(r"新|累计新增")
_BASELINE = re.compile(r"现状|目前|现有|已有|当前|基数|基期|原来|截[至止]")


class Gap(StrEnum):
    """What a document lacks of what was asked: the year, or the area."""

    YEAR = "year"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Choice:
    """The targets that answer, in printed order; where there are none, what is missing and what there is instead."""

    targets: tuple[Target, ...]
    gap: Gap | None = None
    instead: tuple[Target, ...] = ()


def is_whole(target: Target) -> bool:
    """Whether a target is for the whole area of its document."""
    return target.is_total or target.scope is None or bool(WHOLE_AREA.match(target.scope))


def chosen_targets(query: Query, document: str, library: Library, *, each_area: bool = False) -> Choice:
    """The targets of `document` for the query's indicators, areas and years.

    The best indicator that has what is asked decides; with `each_area` (or 各镇, 哪个区) the parts are meant, otherwise
    the whole, save where an area is named.
    """
    told = query.operation is not Operation.SUM and bool(_EACH_AREA.search(query.text))
    each_area = each_area or told
    choices = [_narrowed(query, group, each_area=each_area) for group in _groups(query, document, library)]
    found = [choice for choice in choices if choice.targets]
    by_area = [choice for choice in found if each_area and not any(map(is_whole, choice.targets))]
    if len(query.years) > 1:
        found.sort(key=lambda choice: -len({one.year for one in choice.targets} & {*query.years}))
    return next(iter((*by_area, *found, *choices)), Choice(()))


def _groups(query: Query, document: str, library: Library) -> Iterable[list[Target]]:
    """For each indicator asked for, the targets of it and of its other names in the document."""
    targets = library.targets([document])
    for indicator in _in_order(query):
        form = normal_form(indicator)
        found = [one for one in targets if one.indicator == indicator or _same(one, indicator, form)]
        if any(one.indicator == indicator for one in found):
            goal = _goal(indicator, found, targets)
            yield [goal, *found] if goal else found


def _in_order(query: Query) -> list[str]:
    """The indicators, those of what is new behind the others where the question asks how many there are by a year."""
    asks_stock = _BY_YEAR.search(query.text) or _STOCK.search(query.text)
    if not asks_stock or _GROWTH.search(query.text):
        return list(query.indicators)
    return sorted(query.indicators, key=lambda indicator: bool(_NEW.match(indicator)))


def _goal(indicator: str, found: Sequence[Target], targets: Sequence[Target]) -> Target | None:
    """The goal of the running text for the same thing over all years (总部类重点项目引进 for 总部项目引进)."""
    goals = [one for one in targets if one.place.row is None and is_whole(one)]
    stated = found[0].place.row is None or any(one in found for one in goals)
    goal = None if stated else best_match(indicator, goals)
    return goal if goal and unit_measure(goal.quantity.unit) & unit_measure(found[0].quantity.unit) else None


def _same(target: Target, indicator: str, form: str) -> bool:
    """Whether a target goes by another name for the same; what is new is never the same as what there is in all."""
    return normal_form(target.indicator) == form and bool(_NEW.match(target.indicator)) is bool(_NEW.match(indicator))


def _narrowed(query: Query, group: Sequence[Target], *, each_area: bool) -> Choice:
    by_area = _in_area(query, group, each_area=each_area)
    if not by_area:
        return Choice((), Gap.AREA, tuple(group))
    by_year = _in_year(query, by_area)
    if not by_year:
        return Choice((), Gap.YEAR, tuple(by_area))
    return Choice(tuple(by_year))


def _in_area(query: Query, group: Sequence[Target], *, each_area: bool) -> list[Target]:
    if query.scopes:
        named = [one for one in group if one.scope in query.scopes]
        return named + [one for one in group if is_whole(one)] if named and _needs_whole(query) else named
    parts: Callable[[Target], bool] = lambda one: is_whole(one) is not each_area  # noqa: E731
    return [one for one in group if parts(one)] or list(group)


def _needs_whole(query: Query) -> bool:
    """Whether the whole is meant beside a named area: said outright, or what a share is a share of."""
    return query.asks_total or query.operation is Operation.SHARE


def _in_year(query: Query, targets: Sequence[Target]) -> list[Target]:
    cells = [one for one in targets if one.place.row is not None and one.year is not None and not one.is_baseline]
    if _EACH_YEAR.search(query.text) and not query.years and len({one.year for one in cells}) > 1:
        return cells
    if query.years:
        named = [one for one in targets if _is_for(one, query.years)]
        goals = [one for one in named if one.place.row is None]
        by_year = len(query.years) == 1 and _BY_YEAR.search(query.text)
        return (goals or [*named, *_in_all(query, named, targets)]) if by_year else named
    if _BASELINE.search(query.text):
        return [one for one in targets if one.is_baseline] or list(targets)
    return [one for one in targets if not one.is_baseline] or list(targets)


def _in_all(query: Query, named: Sequence[Target], targets: Sequence[Target]) -> list[Target]:
    """The goal for all years, whatever its year, beside numbers that are only what one year adds."""
    yearly = bool(named) and all(one.kind is TargetKind.NEW and one.place.row is not None for one in named)
    if not yearly or query.scopes or _GROWTH.search(query.text):
        return []
    return [one for one in targets if one.place.row is None and one.kind is TargetKind.CUMULATIVE]


def _is_for(target: Target, years: Sequence[int]) -> bool:
    """Whether a target is for one of the years; one for a whole period is for its last year."""
    if target.year is not None:
        return target.year in years
    return target.period is not None and (
        target.period[1] in years or set(range(target.period[0], target.period[1] + 1)) <= set(years)
    )

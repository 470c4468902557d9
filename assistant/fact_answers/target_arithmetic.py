"""Sums, shares, differences and extremes of targets, in Decimal and spelled out. Knows no documents."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.draft import Statement
from assistant.fact_answers.ranks import rank_asked
from assistant.fact_answers.target_choice import is_whole
from assistant.fact_answers.target_differences import by_the_year, difference_of
from assistant.fact_answers.target_words import area_words, number_words, scaled_words, value_words, year_words
from assistant.facts.evidence import distinct, targets_evidence
from assistant.query import Operation, Query
from corpus.extraction.printed_units import best_match
from corpus.facts import Library
from corpus.folding.units import in_base_units
from corpus.target import Bound, Target

__all__ = ["calculated", "checked", "is_sum_of_parts"]

_SUMMED = re.compile(
    r"加总|加起来|总和|之和|相加|累加|合起来|加在一起|(?:[两三四五]年|各年|几年).{0,20}(?:合计|一共|总共|总计|累计)"
)
_TIMES = re.compile(r"[几多]少?倍")
_SAME = re.compile(r"(?:一样|相同|相等|同样)(?:的)?[多高大]?吗|是不是(?:一样|相同)")
_CHECKED = re.compile(r"对得上|一致|相符|吻合|矛盾|对应|匹配|冲突|出入|正文")
_SMALLEST = re.compile(r"(?:最|第[二三四五])(?:低|少|小|短)|垫底|倒数")
_SUPERLATIVE = re.compile(r"最[高多大低少小]|第[二三四五][高多大低少小]")
_YEARLY = re.compile(r"年均|平均每年|每年平均")
_MOST_YEARS = 5
_PLACES = Decimal("0.01")


def calculated(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The arithmetic that the question asks for over `targets`; None where it asks for none or none is possible."""
    ways = {
        Operation.SUM: _summed,
        Operation.SHARE: _shared,
        Operation.DIFFERENCE: _differed,
        Operation.EXTREME: _extreme,
    }
    operation = Operation.SUM if _SUMMED.search(query.text) else query.operation
    operation = Operation.DIFFERENCE if operation is Operation.YES_NO and _SAME.search(query.text) else operation
    way = _multiplied if _TIMES.search(query.text) else ways.get(operation)
    return way(query, targets, library) if way else None


def checked(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """Whether the goal of the running text and the printed total of the table are the same, where that is asked."""
    goals = [one for one in targets if one.place.row is None and is_whole(one)]
    cells = [one for one in targets if one.place.row is not None and is_whole(one)]
    if not _CHECKED.search(query.text) or len(goals) != 1 or len(cells) != 1:
        return None
    goal, cell = goals[0], cells[0]
    same = in_base_units(goal.quantity.value, goal.quantity.unit) == in_base_units(
        cell.quantity.value, cell.quantity.unit
    )
    text = (
        f"{'一致' if same else '不一致'}：正文“{goal.indicator}”为{value_words(goal)}，附件合计为{value_words(cell)}。"
    )
    return _statement(text, [goal, cell], library)


def is_sum_of_parts(query: Query) -> bool:
    """Whether the parts are to be added up although a total may be printed (加起来, 加总)."""
    return bool(_SUMMED.search(query.text)) and not query.scopes


def _summed(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The named areas, or the years of the whole, added up; a printed total needs no adding."""
    parts = [one for one in targets if one.place.row is not None and not (query.scopes and is_whole(one))]
    by_area, by_year = len({one.scope for one in parts}), len({one.year for one in parts})
    if len(parts) < 2 or min(by_area, by_year) > 1 or len({(one.indicator, one.quantity.unit) for one in parts}) > 1:
        return None
    first, unit = parts[0], parts[0].quantity.unit
    total = number_words(sum((one.quantity.value for one in parts), Decimal(0)), unit)
    sums = "+".join(scaled_words(one.quantity.value, unit) for one in parts)
    names = "、".join(one.scope or "" if by_area > 1 else year_words(one) for one in parts)
    head = f"{names}{year_words(first)}" if by_area > 1 else f"{area_words(first, library)}{names}"
    goal = _goal(query, first, library)
    text = f"{head}{first.indicator}合计{total}（{sums}={total}）{_agreement(goal, parts)}。"
    return _statement(text, [*parts, *([goal] if goal else [])], library)


def _goal(query: Query, cell: Target, library: Library) -> Target | None:
    """The goal of the running text that a sum is to be checked against."""
    goals = [one for one in library.targets([cell.document_id]) if one.place.row is None and is_whole(one)]
    return best_match(cell.indicator, goals) if _CHECKED.search(query.text) or is_whole(cell) else None


def _agreement(goal: Target | None, parts: Sequence[Target]) -> str:
    """Whether the sum of the parts keeps the goal of the running text, in words."""
    if goal is None:
        return ""
    total = sum((in_base_units(one.quantity.value, one.quantity.unit) for one in parts), Decimal(0))
    wanted = in_base_units(goal.quantity.value, goal.quantity.unit)
    bounds = {Bound.GT: total > wanted, Bound.GE: total >= wanted, Bound.EQ: total == wanted}
    agrees = bounds.get(goal.quantity.bound, total == wanted)
    return f"，与正文“{goal.indicator}{value_words(goal)}”{'一致' if agrees else '不一致'}"


def _shared(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """A named area as a share of the whole."""
    named = [one for one in targets if one.scope in query.scopes]
    parts = [one for one in named if one.place.row is not None] or named
    wholes = [one for one in targets if is_whole(one) and (one.is_total or one.place.row is not None)]
    if (
        len(parts) != 1
        or not wholes
        or not wholes[0].quantity.value
        or parts[0].quantity.unit != wholes[0].quantity.unit
    ):
        return None
    part, whole = parts[0], wholes[0]
    text = (
        f"{area_words(part, library)}{year_words(part)}{part.indicator}{value_words(part)}，"
        f"{whole.scope or '合计'}{value_words(whole)}，占比{_division(part.quantity.value, whole.quantity.value)}。"
    )
    return _statement(text, [part, whole], library)


def _division(part: Decimal, whole: Decimal) -> str:
    """A share as a percentage, to two places and to none where it has more: 40÷87≈45.98%≈46%."""
    share = part * 100 / whole
    words = f"{number_words(part)}÷{number_words(whole)}"
    for places in (_PLACES, Decimal(1)):
        rounded = share.quantize(places, ROUND_HALF_UP)
        shown = f"{number_words(rounded)}%"
        words += "" if words.endswith(shown) else f"{'=' if rounded == share else '≈'}{shown}"
    return words


def _differed(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """Two years of one area, two areas of one year, or a goal and the number it starts from; by the year if asked."""
    pair = _pair(targets) or _from_baseline(targets, library)
    told = difference_of(*pair, library) if pair else None
    yearly = by_the_year(*pair) if pair and _YEARLY.search(query.text) else ""
    return replace(told, text=told.text.rstrip("。") + yearly + "。") if told else None


def _from_baseline(targets: Sequence[Target], library: Library) -> tuple[Target, Target] | None:
    """The only goal and its baseline, where one is printed."""
    goals = [one for one in targets if one.place.row is not None] or list(targets)
    if not goals or len({one.quantity.value for one in goals}) > 1:
        return None
    starts = [
        one
        for one in library.targets([goals[0].document_id])
        if one.is_baseline and one.indicator == goals[0].indicator and one.scope == goals[0].scope
    ]
    return (starts[0], goals[0]) if len(starts) == 1 and not goals[0].is_baseline else None


def _multiplied(_: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """How many times the smaller of two the larger is."""
    pair = _pair(targets)
    if pair is None or not all(one.quantity.value for one in pair):
        return None
    larger, smaller = sorted(pair, key=lambda one: -one.quantity.value)
    exact = larger.quantity.value / smaller.quantity.value
    times = exact.quantize(_PLACES, ROUND_HALF_UP)
    terms = f"{number_words(larger.quantity.value)}÷{number_words(smaller.quantity.value)}"
    terms += f"={number_words(times)}" if times == exact else f"≈{times}"
    named = "，".join(f"{one.scope or ''}{year_words(one)}{value_words(one)}" for one in (larger, smaller))
    return _statement(f"{larger.indicator}：{named}，即{terms}倍。", [larger, smaller], library)


def _pair(targets: Sequence[Target]) -> tuple[Target, Target] | None:
    """The two targets to set against each other: the named years, the named areas, or a baseline and its goal."""
    cells = [one for one in targets if one.place.row is not None] or list(targets)
    scopes, years = {one.scope for one in cells}, {one.year for one in cells}
    if len(cells) < 2 or (len(scopes) > 1 and len(years) > 1) or len({one.quantity.unit for one in cells}) > 1:
        return None
    if len(scopes) == 1:
        ordered = sorted(cells, key=lambda one: one.year or 0)
        return ordered[0], ordered[-1]
    return (cells[0], cells[1]) if len(cells) == 2 else None


def _extreme(query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The largest or smallest part, or both where both are asked for; all of them where several are equal. Of each
    year where there are several.
    """
    asked = list(dict.fromkeys(_SUPERLATIVE.findall(query.text))) or [""]
    groups = _by_year(targets)
    found = [_ranked(word, query, group, library) for word in asked[:2] for group in groups]
    told = [one for one in found if one is not None]
    if len(told) < len(found):
        return None
    text = "；".join(one.text.rstrip("。") for one in told)
    return Statement(f"{text}。", distinct(item for one in told for item in one.evidence))


def _by_year(targets: Sequence[Target]) -> list[list[Target]]:
    """The cells of each year, where they are of several areas and years; all together where they are not."""
    cells = [one for one in targets if one.place.row is not None] or list(targets)
    years = sorted({one.year for one in cells if one.year is not None})
    if len({one.scope for one in cells}) < 2 or not 2 <= len(years) <= _MOST_YEARS:
        return [list(targets)]
    return [[one for one in cells if one.year == year] for year in years]


def _ranked(asked: str, query: Query, targets: Sequence[Target], library: Library) -> Statement | None:
    """The parts that `asked` (最多, 第二小, empty: 最高) ranks."""
    cells = [one for one in targets if one.place.row is not None] or list(targets)
    shapes = [len({one.scope for one in cells}), len({one.year for one in cells})]
    if len(cells) < 2 or min(shapes) > 1 or len({one.quantity.unit for one in cells}) > 1:
        return None
    lowest = bool(_SMALLEST.search(asked or query.text))
    ranks = sorted({one.quantity.value for one in cells}, reverse=not lowest)
    rank = rank_asked(asked)
    if rank > len(ranks):
        return None
    best = ranks[rank - 1]
    winners = [one for one in cells if one.quantity.value == best]
    by_area = len({one.scope for one in cells}) > 1
    names = "、".join((one.scope or "") if by_area else year_words(one) for one in winners)
    head = f"{year_words(winners[0]) if by_area else area_words(winners[0], library)}{winners[0].indicator}"
    tied = f"（并列，共{len(winners)}个）" if len(winners) > 1 else ""
    each = "均为" if len(winners) > 1 else "为"
    text = f"{names}{asked or ('最低' if lowest else '最高')}{tied}，{head}{each}{value_words(winners[0])}。"
    return _statement(text, winners, library)


def _statement(text: str, targets: Sequence[Target], library: Library) -> Statement:
    return Statement(text, targets_evidence(targets, library))

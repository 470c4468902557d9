"""Where numbers of one document contradict: a 合计 that does not add up, a goal of the text unlike the annex. And units
for table columns that print none, told by the goal of the running text that states the same indicator where the numbers
agree with it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from corpus.document import Document
from corpus.extraction.indicators import indicator_core, is_flow
from corpus.extraction.similarity import is_subsequence, likeness
from corpus.facts import Evidence, Finding, FindingKind
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.numerals import number_text
from corpus.folding.units import base_unit
from corpus.quoting import compact
from corpus.table import Row, Table
from corpus.target import Bound, Quantity, Target, TargetKind

_TOTAL = re.compile(r"(?:合计|总计)(?:[（(][^（()）]{1,10}[)）])?$")
_SAME = 0.75
_SHORTEST = 3
_WORDS = {
    Bound.EQ: "",
    Bound.GE: "不少于",
    Bound.GT: "超",
    Bound.LE: "不超过",
    Bound.LT: "低于",
    Bound.APPROX: "约",
}


def total_findings(document: Document) -> list[Finding]:
    """Columns of any table whose numbers do not add up to the printed 合计; percentages are not added."""
    findings: list[Finding] = []
    for table in document.tables:
        total = next((row for row in table.rows if any(_TOTAL.search(compact(cell.text)) for cell in row.cells)), None)
        if total is not None:
            findings.extend(_check_total(table, total))
    return findings


def sequence_findings(document: Document) -> list[Finding]:
    """序号 that are missing or printed twice in a table that counts its rows."""
    findings: list[Finding] = []
    for table in document.tables:
        if not table.columns or "序号" not in table.columns[0].name:
            continue
        printed = [compact(row.cells[0].text) for row in table.rows if not row.cells[0].carried]
        numbers = [int(text) for text in printed if text.isdecimal() and len(text) < 6]
        if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            message = f"表“{table.caption}”的序号不连续：{'、'.join(map(str, numbers))}。"
            evidence = Evidence(quote=table.header_quote, place=table.place)
            findings.append(Finding(kind=FindingKind.STRUCTURE, message=message, evidence=(evidence,)))
    return findings


def annex_findings(goals: Sequence[Target], cells: Sequence[Target]) -> list[Finding]:
    """Goals of the text whose number the annex does not repeat, or whose bound its number does not keep."""
    return [finding for goal in goals for finding in _check_goal(goal, cells)]


def _check_total(table: Table, total: Row) -> Iterator[Finding]:
    for at, column in enumerate(table.columns):
        printed = cell_to_quantity(total.cells[at].text)
        numbers = [
            quantity.value
            for row in table.rows
            if row is not total and not row.cells[at].carried and (quantity := cell_to_quantity(row.cells[at].text))
        ]
        if printed is None or len(numbers) < 2 or printed.unit == "%" or sum(numbers) == printed.value:
            continue
        if _TOTAL.search(compact(total.cells[at].text)) or column.name == "序号":
            continue
        message = f"表“{table.caption}”的“{column.name}”各行相加为{sum(numbers)}，与所印合计{printed.value}不符。"
        evidence = Evidence(quote=total.quote, place=total.place.model_copy(update={"column": column.name}))
        yield Finding(kind=FindingKind.TOTAL, message=message, evidence=(evidence,))


def _check_goal(goal: Target, cells: Sequence[Target]) -> Iterator[Finding]:
    matching = _same_indicator(goal, cells)
    if not matching:
        return
    stated = goal.quantity.in_base
    listed = sum((cell.quantity.in_base for cell in matching), Decimal(0))
    if stated == listed and _keeps(goal.quantity.bound, matching[0].quantity.bound):
        return
    unit = base_unit(goal.quantity.unit)
    scale = goal.quantity.value / stated if stated else Decimal(1)
    summed = "、".join(f"{cell.year}年{_number(cell.quantity)}" for cell in matching) if len(matching) > 1 else ""
    message = (
        f"正文“{goal.indicator}”为{_WORDS[goal.quantity.bound]}{_number(goal.quantity)}，附件“{matching[0].indicator}”"
        f"{'合计' if summed or matching[0].is_total else ''}为{number_text(listed * scale)}{goal.quantity.unit or unit}"
        f"{f'（{summed}）' if summed else ''}。"
    )
    evidence = tuple(Evidence(quote=target.quote, place=target.place) for target in (goal, *matching))
    yield Finding(
        kind=FindingKind.PROSE_ANNEX,
        message=message,
        evidence=tuple(dict.fromkeys(evidence)),
        targets=tuple(target.id for target in (goal, *matching)),
    )


def _same_indicator(goal: Target, cells: Iterable[Target]) -> list[Target]:
    """The cells that together state the goal: its year's, or for what is done year by year all years up to it."""
    alike = [cell for cell in cells if _comparable(goal, cell)]
    if not alike:
        return []
    best = max(alike, key=lambda cell: likeness(indicator_core(cell.indicator), indicator_core(goal.indicator)))
    series = [cell for cell in alike if cell.indicator == best.indicator]
    if goal.year is not None and not _adds_up(goal):
        series = [cell for cell in series if cell.year == goal.year]
    elif goal.year is not None:
        series = [cell for cell in series if cell.year is not None and cell.year <= goal.year]
    years = {cell.year for cell in series}
    return series if len(years) == len(series) else []


def _comparable(goal: Target, cell: Target) -> bool:
    if (
        cell.is_baseline
        or goal.quantity.high is not None
        or cell.quantity.high is not None
        or base_unit(cell.quantity.unit) != base_unit(goal.quantity.unit)
    ):
        return False
    if not (cell.is_total or cell.scope == goal.scope) or is_flow(cell.indicator) != is_flow(_all_words(goal)):
        return False
    left, right = indicator_core(goal.indicator), indicator_core(cell.indicator)
    if min(len(left), len(right)) < _SHORTEST:
        return left == right
    return likeness(left, right) >= _SAME or is_subsequence(right, left) or is_subsequence(left, right)


def _adds_up(goal: Target) -> bool:
    return goal.kind is not TargetKind.RATE and is_flow(_all_words(goal))


def _all_words(goal: Target) -> str:
    return goal.indicator_raw + goal.indicator


def _keeps(stated: Bound, listed: Bound) -> bool:
    """Whether an equal number keeps the bound: 180 does not keep 超180."""
    return stated not in (Bound.GT, Bound.LT) or stated is listed


def _number(quantity: Quantity) -> str:
    return f"{number_text(quantity.value)}{quantity.unit}"


def with_units(cells: Sequence[Target], goals: Sequence[Target]) -> list[Target]:
    """The cells, those without a unit given that of the goal that matches their column's totals."""
    unknown = defaultdict(list)
    for cell in cells:
        if not cell.quantity.unit and not cell.is_baseline:
            unknown[cell.indicator].append(cell)
    units = {indicator: _unit_of(column, goals) for indicator, column in unknown.items()}
    return [_given(cell, units.get(cell.indicator, "")) if not cell.quantity.unit else cell for cell in cells]


def _best_match(indicator: str, goals: Sequence[Target]) -> Target | None:
    """The goal whose indicator is the column's with words added (总部类重点项目引进 for 总部项目引进)."""
    core = indicator_core(indicator)
    fitting = [goal for goal in goals if core and is_subsequence(core, indicator_core(goal.indicator))]
    return min(fitting, key=lambda goal: len(goal.indicator), default=None)


def _unit_of(column: Sequence[Target], goals: Sequence[Target]) -> str:
    goal = _best_match(column[0].indicator, goals)
    if goal is None:
        return ""
    scaled = goal.quantity.in_base != goal.quantity.value
    unit = base_unit(goal.quantity.unit) if scaled else goal.quantity.unit
    totals = [cell for cell in column if cell.is_total] or column
    summed = sum((cell.quantity.value for cell in totals), Decimal(0))
    return unit if summed == goal.quantity.in_base else ""


def _given(cell: Target, unit: str) -> Target:
    return cell.model_copy(update={"quantity": cell.quantity.model_copy(update={"unit": unit})})

"""Targets and comparisons as sheets."""

import re
from collections.abc import Sequence

from assistant.comparing.measures import printed_number
from assistant.comparing.readings import is_whole
from assistant.comparing.vocabulary import normal_form
from assistant.derivations import DerivedView, derivations
from assistant.exports.sheet import Column, Sheet, documents_line
from assistant.marked import called
from assistant.views import CellState, CellView, ComparisonView, IndicatorView
from corpus.facts import Library
from corpus.target import Target

_STATE_NAMES = {
    CellState.STATED: "可比",
    CellState.NOT_STATED: "未提及",
    CellState.NOT_COMPARABLE: "不可比",
    CellState.NEEDS_REVIEW: "须核对",
}
_NUMBER = re.compile(r"\d{1,30}(?:\.\d{1,30})?")
_KINDS = {"new": "新增", "cumulative": "累计", "level": "规模", "rate": "比率"}
_TARGET_COLUMNS = (
    Column("文件", 10),
    Column("指标", 18),
    Column("原文指标", 20),
    Column("数值", 9, kind="number"),
    Column("单位", 10),
    Column("原文数值", 14),
    Column("年份", 11, kind="number"),
    Column("范围", 9),
    Column("类型", 8),
    Column("基期", 13),
    Column("备注", 7),
    Column("引文", 36),
    Column("出处", 24),
)
_DETAIL_COLUMNS = (
    Column("指标", 16),
    Column("文件", 10),
    Column("状态", 9),
    Column("换算值", 9, kind="number"),
    Column("单位", 10),
    Column("原文数值", 14),
    Column("原文指标", 18),
    Column("年份", 11, kind="number"),
    Column("范围", 9),
    Column("理由", 32),
    Column("引文", 36),
    Column("出处", 24),
)
_DERIVED_COLUMNS = (
    Column("指标", 16),
    Column("文件", 10),
    Column("说明", 48),
    Column("算式", 20),
    Column("结果", 9, kind="number"),
    Column("单位", 10),
    Column("引文", 44),
)


def targets_to_sheet(targets: Sequence[Target], library: Library) -> Sheet:
    """One row per target, in the given order."""
    rows = tuple(_target_row(target, library) for target in targets)
    subtitle = documents_line(library, {target.document_id for target in targets})
    return Sheet("指标清单", "指标清单", subtitle, _TARGET_COLUMNS, rows, notes=(f"共{len(rows)}条。",))


def comparison_to_sheets(view: ComparisonView, library: Library) -> list[Sheet]:
    """The comparison at a glance, every cell with its quote, and what can be derived from them by arithmetic."""
    names = {indicator.group for indicator in view.indicators if indicator.group}
    found = derivations(library, documents=view.documents, groups=names)
    derived = [derivations_to_sheet(found, library, view.documents)] if found else []
    return [overview_sheet(view, library), detail_sheet(view, library), *derived]


def derivations_to_sheet(found: Sequence[DerivedView], library: Library, documents: Sequence[str]) -> Sheet:
    """One row per derived number, with the arithmetic and the printed words it rests on."""
    rows = tuple(
        (
            derived.group,
            called(library, derived.document_id),
            derived.message,
            derived.formula,
            derived.value,
            derived.unit,
            "\n".join(dict.fromkeys(derived.quotes)),
        )
        for derived in found
    )
    subtitle = "本表各数由文件所列数值计算得出，不是文件原文。" + documents_line(library, documents)
    return Sheet("派生", "由文件数值计算得出的数", subtitle, _DERIVED_COLUMNS, rows)


def _target_row(target: Target, library: Library) -> tuple[str, ...]:
    baseline = target.baseline
    period = f"{target.period[0]}—{target.period[1]}" if target.period else ""
    note = "合计" if target.is_total else "现状数" if target.is_baseline else ""
    return (
        called(library, target.document_id),
        target.indicator,
        target.indicator_raw,
        target.quantity.number,
        target.quantity.unit,
        printed_number(target),
        str(target.year) if target.year else period or "未写明",
        target.scope or "",
        _KINDS[target.kind],
        f"{format(baseline.value, 'f')}（{baseline.year}年）" if baseline else "",
        note,
        target.quote,
        str(target.place).removeprefix(target.place.document_name).strip(),
    )


def overview_sheet(view: ComparisonView, library: Library) -> Sheet:
    """A row an indicator, a column a document."""
    names = [called(library, document_id) for document_id in view.documents]
    columns = (
        Column("指标", 16),
        Column("单位", 9),
        *(Column(name, 20) for name in names),
        Column("归并依据与疑点", 40),
    )
    rows = tuple(_overview_row(indicator, view) for indicator in view.indicators)
    marked = frozenset(
        (line, 2 + column)
        for line, indicator in enumerate(view.indicators)
        for column, document_id in enumerate(view.documents)
        if any(cell.state is CellState.STATED for cell in indicator.cells[document_id])
    )
    notes = ("突出显示的是可比的数；标“不可比”“须核对”的数不参与排序，理由见“明细”。",)
    return Sheet("比较", "指标比较", documents_line(library, view.documents), columns, rows, marked, notes)


def _overview_row(indicator: IndicatorView, view: ComparisonView) -> tuple[str, ...]:
    cells = (
        "\n".join(_brief(cell, indicator) for cell in indicator.cells[document_id]) for document_id in view.documents
    )
    return indicator.indicator, indicator.unit or "", *cells, "\n".join((indicator.reason, *indicator.doubts))


def _brief(cell: CellView, indicator: IndicatorView) -> str:
    """A cell in one line: the document's own words where they differ, the number, its year, its state."""
    if cell.state is CellState.NOT_STATED:
        return _STATE_NAMES[cell.state]
    mark = "" if cell.state is CellState.STATED else f"〔{_STATE_NAMES[cell.state]}〕"
    converted = "" if cell.value in _NUMBER.findall(cell.original or "") else f"，合{cell.value}{cell.unit}"
    return f"{own_words(cell, indicator)}{cell.original}{converted}（{year_of(cell)}{part_of(cell, '，{}')}）{mark}"


def state_name(state: CellState, indicator: IndicatorView) -> str:
    """What a state is called; what can be compared with nothing is not called comparable."""
    return "仅此一处" if state is CellState.STATED and not indicator.is_comparable else _STATE_NAMES[state]


def own_words(cell: CellView, indicator: IndicatorView) -> str:
    """The document's name for the indicator where it is not that of the row; else empty."""
    return "" if indicator.indicator.startswith(normal_form(cell.indicator or "")) else cell.indicator or ""


def part_of(cell: CellView, form: str) -> str:
    """The area of the number in this form, where it is a part of what the document is about; else empty."""
    return form.format(cell.scope) if cell.scope and not is_whole(cell.scope) else ""


def year_of(cell: CellView) -> str:
    """The year or years that a number is for."""
    if cell.period:
        return f"{cell.period[0]}—{cell.period[1]}年"
    return f"{cell.year}年" if cell.year else "未写年份"


def detail_sheet(view: ComparisonView, library: Library) -> Sheet:
    """Every cell of the comparison on a line of its own, with its state, reason, quote and place."""
    rows = tuple(
        _detail_row(indicator, cell, called(library, document_id))
        for indicator in view.indicators
        for document_id in view.documents
        for cell in indicator.cells[document_id]
    )
    return Sheet("明细", "指标比较明细", documents_line(library, view.documents), _DETAIL_COLUMNS, rows)


def _detail_row(indicator: IndicatorView, cell: CellView, name: str) -> tuple[str, ...]:
    stated = cell.state is not CellState.NOT_STATED
    return (
        indicator.indicator,
        name,
        state_name(cell.state, indicator),
        cell.value or "",
        cell.unit or "",
        cell.original or "",
        cell.indicator or "",
        year_of(cell) if stated else "",
        cell.scope or "",
        cell.reason or "",
        cell.quote or "",
        cell.place or "",
    )

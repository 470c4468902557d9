"""The tables of an answer as files show them: its tasks, and a table of places for each indicator compared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Part
from assistant.exports.target_sheets import state_name, year_of
from assistant.labels import document_label
from assistant.marked import called
from assistant.views import CellState, CellView, IndicatorView, TaskView
from corpus.facts import Library

_TASK_COLUMNS = (("序号", 12.0), ("任务", 62.0), ("牵头单位", 28.0), ("责任单位", 32.0), ("完成时限", 22.0))
_STANDING_OUT = 2
"""Who leads, and the value."""
_PLACE_COLUMNS = (
    ("地方", 22.0),
    ("指标（原文）", 46.0),
    ("目标值", 30.0),
    ("年份", 24.0),
    ("范围", 24.0),
    ("能否直接比", 60.0),
    ("出处", 51.0),
)
"""Names and widths in millimetres on a landscape page."""
_SHARE = 156.0 / sum(width for _, width in _PLACE_COLUMNS[:-1])


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table with the line above it and the one below; columns with their widths in millimetres."""

    title: str
    columns: tuple[tuple[str, float], ...]
    rows: tuple[tuple[str, ...], ...]
    below: str = ""
    bold: frozenset[int] = frozenset({_STANDING_OUT})


def tables_of(answer: Answer, library: Library) -> Iterator[AnswerTable]:
    """All tables in their order; those of a part are under what the part asks."""
    for part in answer.parts or (answer,):
        title = part.understood if answer.parts else ""
        if part.tasks:
            yield AnswerTable(title, _TASK_COLUMNS, tuple(_task_row(task) for task in part.tasks))
        yield from _comparison_tables(part, library)


def indicator_table(
    indicator: IndicatorView, library: Library, columns: tuple[tuple[str, float], ...] = _PLACE_COLUMNS
) -> AnswerTable:
    """The places that say something of an indicator, and below them the names of those that do not."""
    silent = _silent_places(indicator, library)
    return AnswerTable(
        _indicator_title(indicator),
        columns,
        tuple(row[: len(columns)] for row in _place_rows(indicator, library)),
        f"未提及：{'、'.join(silent)}。" if silent else "",
    )


def _comparison_tables(part: Answer | Part, library: Library) -> Iterator[AnswerTable]:
    columns = tuple((name, width * _SHARE) for name, width in _PLACE_COLUMNS[:-1])
    for indicator in part.comparison.indicators if part.comparison else ():
        yield indicator_table(indicator, library, columns)


def _task_row(task: TaskView) -> tuple[str, ...]:
    return (
        task.number or "正文",
        task.measure,
        "、".join(task.lead_units),
        "、".join(task.responsible_units),
        task.deadline.raw if task.deadline and task.deadline.raw else "未写明",
    )


def _place_rows(indicator: IndicatorView, library: Library) -> list[tuple[str, ...]]:
    """One row for each number; the rows of a place stay together."""
    said = [(key, cells) for key, cells in indicator.cells.items() if not _is_silent(cells)]
    ordered = sorted(said, key=lambda item: all(cell.state is not CellState.STATED for cell in item[1]))
    return [_row(key, cell, indicator, library) for key, cells in ordered for cell in cells]


def _silent_places(indicator: IndicatorView, library: Library) -> list[str]:
    """The places that say nothing of the indicator."""
    return [document_label(library, key) for key, cells in indicator.cells.items() if _is_silent(cells)]


def _indicator_title(indicator: IndicatorView) -> str:
    """The indicator with its unit and the year it is compared for."""
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    return f"{indicator.indicator}{unit}" + (f"，按{indicator.year}年比较" if indicator.year else "")


def _is_silent(cells: Sequence[CellView]) -> bool:
    return all(cell.state is CellState.NOT_STATED for cell in cells)


def _row(key: str, cell: CellView, indicator: IndicatorView, library: Library) -> tuple[str, ...]:
    document = library.document(key)
    reason = "" if cell.state is CellState.STATED and indicator.is_comparable else cell.reason or ""
    return (
        called(library, document.id),
        cell.indicator or indicator.indicator,
        cell.original or "",
        year_of(cell),
        cell.scope or "",
        "。".join(filter(None, (state_name(cell.state, indicator), reason))),
        (cell.place or "").removeprefix(document.name).strip(),
    )

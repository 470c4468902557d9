"""The tables of an answer as files show them: its tasks, and a table of places for each indicator compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Part
from assistant.exports.place_rows import PLACE_COLUMNS, indicator_title, place_rows, silent_places
from assistant.views import IndicatorView, TaskView
from corpus.facts import Library

__all__ = ["AnswerTable", "indicator_table", "tables_of"]

_TASK_COLUMNS = (("序号", 12.0), ("任务", 62.0), ("牵头单位", 28.0), ("责任单位", 32.0), ("完成时限", 22.0))
_SHARE = 156.0 / sum(width for _, width in PLACE_COLUMNS[:-1])
_STANDING_OUT = 2
"""Who leads, and the value."""


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
    indicator: IndicatorView, library: Library, columns: tuple[tuple[str, float], ...] = PLACE_COLUMNS
) -> AnswerTable:
    """The places that say something of an indicator, and below them the names of those that do not."""
    silent = silent_places(indicator, library)
    return AnswerTable(
        indicator_title(indicator),
        columns,
        tuple(row[: len(columns)] for row in place_rows(indicator, library)),
        f"未提及：{'、'.join(silent)}。" if silent else "",
    )


def _comparison_tables(part: Answer | Part, library: Library) -> Iterator[AnswerTable]:
    columns = tuple((name, width * _SHARE) for name, width in PLACE_COLUMNS[:-1])
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

"""Goals that a table states in words: the 年度目标 of a task table (新改建公厕120座；整改率100%), each cell like a
sentence of a goal section. Cells that are one number are read elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.document import Document
from corpus.extraction.goal_naming import is_generic
from corpus.extraction.goal_readings import Reading, sentence_to_readings
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import is_work_alone
from corpus.extraction.periods import NO_TIME, Time, text_to_time
from corpus.extraction.stated import Stated, stated_to_target
from corpus.extraction.target_columns import table_to_layout
from corpus.extraction.target_words import STAGE
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.characters import fold
from corpus.quoting import compact
from corpus.simplified import simplified
from corpus.table import Row, Table
from corpus.target import Target

__all__ = ["goal_columns_to_targets"]

_GOAL = re.compile(
    r"^(?:[\u4e00-\u9fff]{1,6}[和及与])?(?:20\d\d年)?(?:年度|全年|年底|年末|量化|考核|季度|阶段性?|总体|主要|具体|量化|预期|工作|绩效|建设|任务|创建|攻坚|改革|整改|治理|改造|提升)*"
    r"(?:目标(?:任务|要求|值|数量?)?(?:[及和与、](?:要求|指标|任务|[\u4e00-\u9fff]{0,4}(?:内容|措施|举措)))?|(?<=年度|全年|量化|考核|绩效)(?:任务|指标)[量数值]?)$"
)
_WORK = re.compile(r"任务|事项|项目|工作|内容|指标|名称|行动|工程|举措")
_WHEN = re.compile(r"时限|期限|时间$|时间节点|进度")
_NUMBERED = re.compile(r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)")
_COUNTS = re.compile(r"\d+[^\d、，]{1,8}(?:、\d+[^\d、，]{1,8})*$")
"""23个小区、186栋楼: so many are to be done."""
_SENTENCE = re.compile(r"[^。！？!?\n]{1,2000}")
_CHANGE = re.compile(r"(?:同比|年均|每年)?(?:增长|增加|提高|提升|下降|降低|减少)$")
_REACHED = ("完成", "建成", "实现", "达到")
_SHORTEST_NAME = 3
"""治理率 says of what by the task beside it only."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table state goals, and which name the work and its time; None where none does."""

    goals: tuple[int, ...]
    work: int | None
    when: int | None
    alone: bool
    """Whether a cell that is one number is read nowhere else."""


def goal_columns_to_targets(
    document: Document, scope: str | None, areas: tuple[str, ...] = (), each: Each = unguarded
) -> list[Target]:
    """The goals in words of all tables, in printed order."""
    times = GoalTimes(document)

    def targets(table: Table) -> Iterator[Target]:
        columns = _columns(table)
        for row in table.rows:
            for at in columns.goals:
                yield from _cell_to_targets(table, row, at, columns, times, areas, scope)

    return list({target.id: target for target in each(targets, document.tables)}.values())


def _columns(table: Table) -> _Columns:
    headers = [compact(column.path[-1]) if column.path else "" for column in table.columns]
    goals = tuple(at for at, header in enumerate(headers) if _GOAL.match(header))
    goals += tuple(at for at, header in enumerate(headers) if goals and STAGE.match(fold(header)))
    work = next((at for at, header in enumerate(headers) if at not in goals and _WORK.search(header)), None)
    when = next((at for at, header in enumerate(headers) if _WHEN.search(header)), None)
    return _Columns(goals, work, when, bool(goals) and table_to_layout(table) is None)


def _cell_to_targets(
    table: Table,
    row: Row,
    at: int,
    columns: _Columns,
    times: GoalTimes,
    areas: tuple[str, ...],
    scope: str | None,
) -> Iterator[Target]:
    cell = row.cells[at]
    if cell.carried:
        return
    work = _NUMBERED.sub("", compact(row.cells[columns.work].text)) if columns.work is not None else ""
    place = row.place.model_copy(update={"column": table.columns[at].name})
    held = _held(table, row, at, columns, times)
    for reading in _cell_to_readings(cell.text, work, columns, times, areas):
        time = reading.time or held
        if times.is_past(time) or len(reading.indicator) < _SHORTEST_NAME - 1:
            continue
        words = (reading.indicator, reading.quantity.value, reading.quantity.unit, time)
        identity = content_id("goal cell", place.document_id, table.caption, place.row, at, *words)
        yield stated_to_target(Stated(reading, time, row.quote, place), identity, scope)


def _cell_to_readings(
    cell: str, work: str, columns: _Columns, times: GoalTimes, areas: tuple[str, ...]
) -> Iterator[Reading]:
    """What a cell says in sentences, or by one number of the work beside it (60台)."""
    quantity = cell_to_quantity(cell)
    if quantity is not None:
        if columns.alone and work and quantity.unit:
            yield Reading(work, work, quantity, None, NO_TIME, cell)
        return
    for said in _SENTENCE.findall(simplified(cell)):
        sentence = f"完成{said}" if _COUNTS.match(said) else said
        for reading in sentence_to_readings(sentence, areas, times.this_year, times.plan):
            yield _of_work(reading, work)


def _held(table: Table, row: Row, at: int, columns: _Columns, times: GoalTimes) -> Time:
    """The time of a cell that names none: its column's, its row's deadline, the table's, else the document's."""
    when = row.cells[columns.when].text if columns.when is not None else ""
    named = (table.columns[at].name, when, table.caption)
    own = next((time for words in named if (time := text_to_time(words, times.this_year))), NO_TIME)
    return own or times.of_title or times.plan


def _of_work(reading: Reading, work: str) -> Reading:
    """A reading whose name says little alone (治理率, 投资) with the task beside it, said once where both end alike."""
    name = reading.indicator
    bare = _CHANGE.sub("", name) or name
    if not work or not (len(bare) <= _SHORTEST_NAME or is_generic(bare) or is_work_alone(bare)):
        return reading
    if not name or name in _REACHED:
        return replace(reading, indicator=work, raw=reading.raw or work)
    shared = next((length for length in range(len(name) - 1, 0, -1) if work.endswith(name[:length])), 0)
    return replace(reading, indicator=f"{work}{name[shared:]}")

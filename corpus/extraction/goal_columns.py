"""Goals that a table states in words: the 年度目标 of a task table (新改建公厕120座；整改率100%), each cell like a
sentence of a goal section. Cells that are one number are read elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Document
from corpus.extraction.column_kinds import ColumnKind, column_kinds
from corpus.extraction.goal_candidates import Stated, stated_to_target
from corpus.extraction.goal_evidence import Told, is_goal
from corpus.extraction.goal_naming import is_generic
from corpus.extraction.goal_readings import Reading, sentence_to_readings
from corpus.extraction.goal_times import GoalTimes
from corpus.extraction.guarding import Each, unguarded
from corpus.extraction.identity import content_id
from corpus.extraction.indicators import is_work_alone, without_work
from corpus.extraction.periods import NO_TIME, Time, text_to_time
from corpus.extraction.setting import Setting, setting_of
from corpus.folding.amounts import cell_to_quantity
from corpus.quoting import compact
from corpus.simplified import simplified
from corpus.table import Row, Table
from corpus.target import Target

_NUMBERED = re.compile(r"^(?:[（(]\d{1,2}[)）]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)")
_COUNTS = re.compile(r"\d+[^\d、，]{1,8}(?:、\d+[^\d、，]{1,8})*$")
"""23个小区、186栋楼: so many are to be done."""
_SENTENCE = re.compile(r"[^。！？!?\n]{1,2000}")
_CHANGE = re.compile(r"(?:同比|年均|每年)?(?:增长|增加|提高|提升|下降|降低|减少)$")
_REACHED = ("完成", "建成", "实现", "达到")
_DOERS = frozenset((ColumnKind.LEAD, ColumnKind.RESPONSIBLE))
_WORK_AT_END = re.compile(r"(?:建设|创建|培育|组建|打造|提升|配备|改造|整治|治理)$")
_LEVEL = re.compile(r"(?:省|市|区|县|镇|乡镇?|街道|村|社区)级?")
_PIECE = re.compile("[，,、；;。]")
_REACHED_ALL = re.compile(r"[\u4e00-\u9fff]{2,4}(?:全覆盖|全达标)")
"""13个乡镇全覆盖: by what, the task says."""
_SIZE = re.compile(r"(?:总|计划|概算|预算)?投资额?|每[^，\d]{1,8}(?:补助|补贴|奖补|奖励|资助)")
"""Money that a work costs or gives, beside what it is to bring about."""
_SHORTEST_NAME = 3
"""治理率 says of what by the task beside it only."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which columns of a table state goals, and which name the work and its time; None where none does."""

    goals: tuple[int, ...]
    weighed: tuple[int, ...]
    """Columns that say what is to be done, in words among which each number is weighed as in running text."""
    work: int | None
    when: int | None


def goal_columns_to_targets(
    document: Document,
    scope: str | None,
    areas: tuple[str, ...] = (),
    each: Each = unguarded,
    prose: Sequence[Target] = (),
) -> list[Target]:
    """The goals in words of all tables, in printed order, of work that the running text tells too those alone that its
    goals, `prose`, leave out.
    """
    known = {(one.indicator, one.quantity) for one in prose}
    times, setting = GoalTimes(document), setting_of(document)

    def targets(table: Table) -> Iterator[Target]:
        columns = _columns(column_kinds(table, setting))
        for row in table.rows:
            for at in (*columns.goals, *columns.weighed):
                found = _cell_to_targets(table, row, at, columns, times, areas, scope, setting)
                yield from (one for one in found if at in columns.goals or (one.indicator, one.quantity) not in known)

    return list({target.id: target for target in each(targets, document.tables)}.values())


def _columns(kinds: Sequence[ColumnKind]) -> _Columns:
    goals = tuple(at for at, kind in enumerate(kinds) if kind is ColumnKind.GOAL)
    work = next((kinds.index(kind) for kind in (ColumnKind.TODO, ColumnKind.NAME) if kind in kinds), None)
    when = kinds.index(ColumnKind.DEADLINE) if ColumnKind.DEADLINE in kinds else None
    return _Columns(goals, _weighed(kinds), work, when)


def _weighed(kinds: Sequence[ColumnKind]) -> tuple[int, ...]:
    """The columns of work in a table that says who does it, and has none of goals and none of the money of projects."""
    if ColumnKind.GOAL in kinds or ColumnKind.MONEY in kinds or not _DOERS.intersection(kinds):
        return ()
    return tuple(at for at, kind in enumerate(kinds) if kind in (ColumnKind.NAME, ColumnKind.TODO))


def _cell_to_targets(
    table: Table,
    row: Row,
    at: int,
    columns: _Columns,
    times: GoalTimes,
    areas: tuple[str, ...],
    scope: str | None,
    setting: Setting,
) -> Iterator[Target]:
    cell = row.cells[at]
    if cell.carried:
        return
    work = _NUMBERED.sub("", compact(row.cells[columns.work].text)) if columns.work is not None else ""
    place = row.place.model_copy(update={"column": table.columns[at].name})
    held = _held(table, row, at, columns, times)
    for reading in _cell_to_readings(cell.text, work, times, areas):
        time = reading.time or held
        if at in columns.weighed and not is_goal(_told(reading, time, cell.text, table, at), setting):
            continue
        if times.is_past(time) or len(reading.indicator) < _SHORTEST_NAME - 1:
            continue
        words = (reading.indicator, reading.quantity.value, reading.quantity.unit, time)
        identity = content_id("goal cell", place.document_id, table.caption, place.row, at, *words)
        yield stated_to_target(Stated(reading, time, row.quote, place), identity, scope)


def _cell_to_readings(cell: str, work: str, times: GoalTimes, areas: tuple[str, ...]) -> Iterator[Reading]:
    """What a cell says in sentences."""
    if cell_to_quantity(cell) is not None:
        return
    for said in _SENTENCE.findall(simplified(cell)):
        sentence = f"完成{said}" if _COUNTS.match(said) else said
        found = sentence_to_readings(sentence, areas, times.this_year, times.plan)
        goals = [reading for reading in found if not reading.described]
        sized = [reading for reading in goals if not _SIZE.fullmatch(reading.raw)] or goals
        yield from (_of_work(reading, work) for reading in sized)


def _told(reading: Reading, time: Time, cell: str, table: Table, at: int) -> Told:
    """A number of a cell as running text under the table's title and the column's name tells it."""
    under = tuple(filter(None, (*table.place.path, table.caption, table.columns[at].name)))
    return Told.of(reading, simplified(cell), under, time, dated="own" if reading.time else "led")


def _held(table: Table, row: Row, at: int, columns: _Columns, times: GoalTimes) -> Time:
    """The time of a cell that names none: its column's, its row's deadline, the table's, else the document's."""
    when = row.cells[columns.when].text if columns.when is not None else ""
    named = (table.columns[at].name, when, table.caption)
    own = next((time for words in named if (time := text_to_time(words, times.this_year))), NO_TIME)
    return own or times.of_title or times.plan


def _in_full(name: str, work: str) -> str:
    """A name with the words that its task puts before the same thing (治理隐患点 of 地质灾害隐患点治理), or one of a
    level alone with the thing (县级 of 应急队建设).
    """
    thing = without_work(name)
    before, found, _ = work.partition(thing) if len(thing) > 1 else ("", "", "")
    if found and (whole := without_work(_PIECE.split(f"{before}{thing}")[-1])) != thing:
        return name if name.endswith(whole) else f"{name.removesuffix(thing)}{whole}"
    if _LEVEL.fullmatch(name):
        return f"{name}{_WORK_AT_END.sub('', work)}"
    return f"{work}{name}" if _REACHED_ALL.fullmatch(name) else name


def _of_work(reading: Reading, work: str) -> Reading:
    """A reading whose name says little alone (治理率, 投资) with the task beside it, said once where both end alike."""
    name = _in_full(reading.indicator, work)
    reading = replace(reading, indicator=name)
    bare = _CHANGE.sub("", name) or name
    if not work or not (len(bare) <= _SHORTEST_NAME or is_generic(bare) or is_work_alone(bare)):
        return reading
    if not name or name in _REACHED:
        return replace(reading, indicator=work, raw=reading.raw or work)
    shared = next((length for length in range(len(name) - 1, 0, -1) if work.endswith(name[:length])), 0)
    return replace(reading, indicator=f"{work}{name[shared:]}")

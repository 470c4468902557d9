"""Which columns of a table an ask means: by their printed names, by their years, by what people say for them."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from assistant.data_files import data_rows
from assistant.facts.measuring import agreement, without_scale
from assistant.facts.record_rows import Header, RecordTable
from assistant.reading.ask import Ask
from assistant.reading.words import fold, pairs
from corpus.folding.units import base_unit
from corpus.quoting import compact

_PARTS = re.compile(r"[和与及、]")
_TAIL, _PAIR = 2, 2
_LONG = 4
"""Characters of a column's name that are no chance where they stand in the name of a document too."""
_HALF = 0.5
_HOW_MANY = ("多少", "几", "多少万", "多少个")
_SHORT = 40
"""Characters of a cell that is no running text."""
_OF_TABLES = frozenset({"任务", "项目", "内容", "指标", "清单"})
"""What a question calls the table or its rows by as often as a column."""
_ADDED = frozenset({"total", "span"})
_SET_APART = frozenset({"difference", "growth"})
_KINDS = tuple(
    (re.compile(asked), re.compile(printed))
    for asked, printed in (
        ("部门|单位", "部门|单位"),
        ("类|领域|板块|状态|阶段", "类|领域|板块|状态|阶段|性质|进展"),
        ("区|县|镇|街道|乡|地区|属地", "区|县|镇|街道|乡|地区|属地|区域|所在|地点"),
    )
)
"""What is grouped by as it is asked for, and what such columns are called."""
_CAP = re.compile(r"上限|最高|限额|封顶")


def asked_columns(one: RecordTable, ask: Ask) -> tuple[tuple[int, ...], str]:
    """The columns asked for, and a pattern for the clause of a long cell that says what no column does."""
    words, gist = fold(ask.where.words), fold(ask.gist)
    exact = [head for head in one.headers if _is_said(fold(one.column(head.at)), words, fold(ask.said))]
    kinds = {head.kind for head in exact} if ask.where.years else set()
    exact += [head for head in one.headers if head.kind in kinds and head not in exact]
    rest = _without((*(fold(one.column(head.at)) for head in exact), *(head.words for head in exact), ask.by), gist)
    near = _nearest([head for head in one.headers if head not in exact], rest)
    several = len(years_meant(ask)) > 1 or (is_change(ask) and not ask.where.years)
    kinds = {head.kind for head in near} if several else set()
    near += [head for head in one.headers if head.years and head.kind in kinds and head not in (*exact, *near)]
    yearly = [head for head in one.headers if not head.words and set(head.years) & set(years_meant(ask))]
    asked = [(column, clause) for pattern, column, clause in _asked_words() if pattern.search(rest)]
    named = _of_all(_of_years([*exact, *near], years_meant(ask)), one, ask)
    columns = dict.fromkeys(head.at for head in (*named, *(head for head in yearly if head not in named)))
    meant = [at for pattern, _ in asked if pattern for at in _meant(one, pattern, columns)]
    clauses = [
        clause.pattern
        for column, clause in asked
        if clause and not any(column and _is_such(one, at, column) for at in _others(one))
    ]
    columns |= dict.fromkeys(at for at in meant if at not in one.texts or _tells(one, at))
    columns |= dict.fromkeys(_of_units(one, gist, columns))
    if ask.where.picked and not clauses:
        columns = dict.fromkeys(_shown_columns(one, ask, rest, columns, _OF_TABLES)) or columns
    if not columns and not clauses:
        columns = dict.fromkeys(head.at for head in one.headers if set(head.years) & set(years_meant(ask)))
    return tuple(columns), "|".join(clauses)


def is_change(ask: Ask) -> bool:
    """Whether it is asked how far a number rises or falls, and not what it adds up to."""
    return bool(ask.heard & _SET_APART and not ask.heard & _ADDED) or "rise" in ask.hints


def years_meant(ask: Ask) -> tuple[int, ...]:
    """The years named, and the one before where the only one is set against it (比上年增长)."""
    years = ask.where.years
    before = len(years) == 1 and "last_year" in ask.hints and ask.heard & {"difference", "growth"}
    return (years[0] - 1, *years) if before else years


def series(one: RecordTable, columns: Iterable[int], *, apart: bool = False) -> list[list[int]]:
    """The columns of numbers, those that differ by their years alone together; `apart` also those of two years whose
    names are not the same, where no others are named (2023年在校生, 2030年预测).
    """
    found: dict[str, list[Header]] = {}
    for head in sorted(one.headers, key=lambda head: head.years):
        if head.at in one.numbers and head.at in columns:
            found.setdefault(head.kind, []).append(head)
    dated = [head for heads in found.values() for head in heads if head.years]
    two = sorted(dated, key=lambda head: head.years)
    alike = len({base_unit(one.unit(head.at)) for head in two}) == 1
    if apart and alike and len(two) == _PAIR == len({head.years for head in two}):
        return [[head.at for head in two]]
    order, groups = list(columns), [[head.at for head in heads] for heads in found.values()]
    return sorted(groups, key=lambda some: min(map(order.index, some)))


def asking_words() -> tuple[str, ...]:
    """What people say for columns."""
    return tuple(word for pattern, *_ in _asked_words() for word in pattern.pattern.split("|"))


def _shown_columns(
    one: RecordTable, ask: Ask, text: str, told: Collection[int], aside: Collection[str]
) -> Sequence[int]:
    """Of a row that the last answer showed the columns `told`, those of numbers only where it asks how much, and
    those of years asked for that none of them is of.

    Where there are none at all, those most of whose words but the ones `aside` are said in `text`, or else the only one
    that measures so.
    """
    words = "what" in ask.heard and "how_much" not in ask.heard
    columns = [at for at in told if at not in one.numbers or not words]
    lacking = set(ask.where.years).difference(*(head.years for head in one.headers if head.at in columns))
    yearly = [head.at for head in one.headers if lacking & set(head.years)]
    if yearly or columns:
        units = {one.unit(at) for at in columns}
        return [*columns, *(at for at in yearly if not columns or one.unit(at) in units)]
    if "capped" in ask.hints and (capped := [head.at for head in one.headers if _CAP.search(head.words)]):
        return capped
    heads = (head for head in one.headers if head.at not in one.numbers or not words)
    shared = {head.at: len((pairs(head.words) - {*aside}) & pairs(text)) for head in heads}
    near = [at for at, count in shared.items() if count == max(shared.values()) > 0]
    fitting = [at for at in one.numbers if agreement(ask.measures, one.unit(at)) > 0]
    return [at for at in near if at in fitting] or near or (fitting if len(fitting) == 1 else [])


def _of_units(one: RecordTable, gist: str, named: Collection[int]) -> list[int]:
    """The columns of numbers whose unit is asked for (多少台, 几班), where no column named has it and one alone has."""
    units = {at: without_scale(one.unit(at)) for at in one.numbers}
    asked = [unit for unit in units.values() if unit and any(f"{word}{unit}" in gist for word in _HOW_MANY)]
    told = {units[at] for at in named if at in units}
    return [at for at, unit in units.items() if asked.count(unit) == 1 and unit not in told]


def _others(one: RecordTable) -> list[int]:
    return [head.at for head in one.headers]


def _is_said(name: str, words: str, said: str) -> bool:
    return bool(name) and (name in words or (len(name) >= _LONG and name in said))


def _without(names: Iterable[str], text: str) -> str:
    return re.sub("|".join(re.escape(name) for name in names if name) or "(?!)", " ", text)


def _nearest(heads: Sequence[Header], text: str) -> list[Header]:
    """Those of whose names an end, some words or half is said, but for those of which others say all of it and more."""
    said = pairs(text)
    held = {head: pairs(head.words) & said for head in heads if head.words}
    firsts = Counter({head.words: head.words[:_TAIL] for head in held}.values())
    alone = {first for first, count in firsts.items() if count == 1 and first in text and first not in _OF_TABLES}
    near = [
        head
        for head, own in held.items()
        if own and (_ends(head, text) or _begins(head, text, own) or head.words[:_TAIL] in alone)
    ]
    return [head for head in near if not any(held[head] < held[other] for other in near)]


def _ends(head: Header, text: str) -> bool:
    tails = [part[-_TAIL:] for part in _PARTS.split(head.words) if len(part) >= _TAIL]
    return any(tail in text and tail not in _OF_TABLES for tail in tails)


def _begins(head: Header, text: str, own: frozenset[str]) -> bool:
    """Whether half of a name is said, or some of its words in one piece."""
    size = min(_LONG, max(_LONG - 1, (len(head.words) + 1) // 2))
    starts = range(len(head.words) - size + 1)
    return len(own) >= _HALF * len(pairs(head.words)) or any(head.words[at : at + size] in text for at in starts)


def _of_years(heads: Sequence[Header], years: Sequence[int]) -> list[Header]:
    """Of columns that differ by their years those of the years named, where years are named."""
    return [head for head in heads if not years or not head.years or set(years) & set(head.years)]


def _of_all(heads: Sequence[Header], one: RecordTable, ask: Ask) -> list[Header]:
    """The column that adds up those named, where a sum is asked for, or else the only one that adds up."""
    sums = [head for head in one.headers if head.at in one.sums] if ask.heard & _ADDED else []
    meant = [head for head in sums if head in heads] or (sums if not any(h.at in one.numbers for h in heads) else [])
    return [*meant, *(head for head in heads if not meant or head.at not in one.numbers)]


def _meant(one: RecordTable, pattern: re.Pattern[str], named: Collection[int]) -> list[int]:
    """The columns that are called so or hold such; none where one of them is named already."""
    found = [at for at in _others(one) if _is_such(one, at, pattern)]
    return [] if any(at in named for at in found) else found


def _tells(one: RecordTable, at: int) -> bool:
    """Whether the cells of a column are short, or names of units, and no running text."""
    return bool(_KINDS[0][1].search(one.column(at))) or all(len(record.text(at)) <= _SHORT for record in one.records)


def _is_such(one: RecordTable, at: int, pattern: re.Pattern[str]) -> bool:
    """Whether a column is called so, or holds such values."""
    return bool(pattern.search(one.column(at))) or (
        at in one.categories and any(pattern.search(value) for value in one.values(at))
    )


@cache
def _asked_words() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    rows = data_rows(__package__, "record_columns.tsv")
    return tuple((re.compile(asked), _pattern(column), _pattern(clause)) for asked, column, clause in rows)


def _pattern(text: str) -> re.Pattern[str] | None:
    return None if text == "-" else re.compile(text)


def is_grouped(ask: Ask, one: RecordTable) -> bool:
    """Whether the rows of a table, or groups of them, are what is asked by."""
    return one.name in _columns_of(ask, one) or bool(group_column(ask, one))


def _columns_of(ask: Ask, one: RecordTable) -> list[int]:
    kinds = [printed for asked, printed in _KINDS if ask.by and asked.search(ask.by)]
    names = [compact(column.name) for column in one.table.columns]
    return [at for at, name in enumerate(names) if any(kind.search(name) for kind in kinds)]


def group_column(ask: Ask, one: RecordTable) -> list[int]:
    """The column that records are grouped by, where the ask says by what and its values come again; else []."""
    named = _columns_of(ask, one)
    repeated = [at for at in named if at not in one.numbers and len(one.values(at)) < len(one.records)]
    return repeated[:1] if one.name not in named else []


def several_said(values: Sequence[tuple[int, str]], one: RecordTable) -> list[int]:
    """The column of which several values are said (交通、水利、林业三类); else []."""
    counts = Counter(at for at, _ in dict.fromkeys(values))
    return [at for at, count in counts.items() if count > 1 and at in one.categories][:1]

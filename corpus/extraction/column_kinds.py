"""What each column of a table holds, told by header, values, title and neighbours together, and which of the columns
tell what a task is.

No word decides: characters of the header and its caption, what the cells look like and when the column is of count as
evidence, weighed as `python -m eval.fit --reading` learns it from labelled columns (columns.json).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from corpus.extraction.deadlines import deadline_from_text
from corpus.extraction.periods import text_to_time
from corpus.extraction.setting import Setting
from corpus.extraction.unit_names import looks_like_unit, split_units
from corpus.extraction.weighing import around, earliest_year, grams, kept_weights, likeliest
from corpus.folding.amounts import cell_to_quantity
from corpus.folding.characters import fold
from corpus.folding.units import unit_family
from corpus.quoting import compact
from corpus.table import Table
from corpus.task import DeadlineKind

COLUMNS = "columns.json"
"""The file of fitted weights, beside this module: by kind of column and evidence."""


class ColumnKind(StrEnum):
    """What a column holds."""

    SEQ = "seq"
    NAME = "name"
    PLACE = "place"
    GROUP = "group"
    UNIT = "unit"
    YEAR = "year"
    GOAL = "goal"
    """Numbers that are to be reached …"""
    BASE = "base"
    """… or were reached."""
    MONEY = "money"
    NUMBER = "number"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    HELPING = "helping"
    PERSON = "person"
    DEADLINE = "deadline"
    TODO = "todo"
    TEXT = "text"


_WORDS = (ColumnKind.TEXT, ColumnKind.GOAL)
"""What may say what is to be done where no column is of that alone (目标任务, 主要做法)."""
_MOST = 0.7
_MOST_CELLS, _KEPT = 40, 256


_MOST_BESIDE = 60
"""Columns whose headers speak for what another holds: no table for people has more."""


_OF_NUMBERS = "numbers.6"


_SHARES = (0.01, 0.3, 0.6, 0.9)


_PLACE = re.compile(
    r"^[\u4e00-\u9fff]{1,6}(?:[省市县区州盟旗镇乡村街]|街道|社区|园区|高新区|经开区)$|^(?:合计|总计|全[市县区省])$"
)


_TIMED = (DeadlineKind.BY_DATE, DeadlineKind.PERIOD, DeadlineKind.ONGOING)


_WHETHER = re.compile(r"^[是否有无√×]$")


_BRACKET = re.compile(r"[（(]([^（()）]{1,10})[)）]")


def column_kinds(table: Table, setting: Setting) -> tuple[ColumnKind, ...]:
    """What each column most likely holds."""
    return _kinds(table.model_copy(update={"rows": table.rows[:_MOST_CELLS]}), setting)


@lru_cache(maxsize=_KEPT)
def _kinds(table: Table, setting: Setting) -> tuple[ColumnKind, ...]:
    weights = kept_weights(COLUMNS)
    return tuple(ColumnKind(likeliest(evidence, weights)) for evidence in column_evidence(table, setting))


def column_evidence(table: Table, setting: Setting) -> list[tuple[str, ...]]:
    """By column what speaks for one kind or another, by name."""
    setting = setting if setting.year else Setting(setting.title, _earliest(table))
    caption = around(compact(table.caption), setting.year)
    under = around(compact("".join(table.place.path[-1:])), setting.year)
    title = compact(setting.title)
    leaves = [around(compact(column.path[-1]) if column.path else "", setting.year) for column in table.columns]
    cells = [[compact(row.cells[at].text) for row in table.rows[:_MOST_CELLS]] for at in range(len(table.columns))]
    looks = [_looks(one) for one in cells]
    words = [at for at, one in enumerate(looks) if _OF_NUMBERS not in one]
    tails = Counter(leaf[-2:] for leaf in leaves[:_MOST_BESIDE])
    found: list[tuple[str, ...]] = []
    for at, column in enumerate(table.columns):
        upper = [around(compact(level), setting.year) for level in column.path[:-1]]
        plain = _BRACKET.sub("", leaves[at])
        names = [
            "bias",
            *(f"h:{one}" for one in grams(plain, (1, 2, 3))),
            *(f"u:{one}" for level in upper for one in grams(level, (2,))),
            *(f"unit:{one}" for one in _units(leaves[at])),
            *looks[at],
            *_stands(at, words, len(looks)),
            *(f"left:{one}" for one in leaves[at - 1 : at] for one in grams(one[-2:], (2,))),
            *(f"with:{one}" for one, times in tails.items() if times > (one == leaves[at][-2:])),
        ]
        if _OF_NUMBERS in looks[at]:
            names += [f"caption:{one}" for one in grams(caption or under, (2, 3))]
            names += [f"title:{one}" for one in grams(title[-8:], (2,))]
        found.append(tuple(dict.fromkeys(names)))
    return found


def _earliest(table: Table) -> int | None:
    """The first year that caption or headers name: what lies ahead of a document that has no date itself."""
    return earliest_year("".join((table.caption, *(column.name for column in table.columns))))


def _units(leaf: str) -> Iterator[str]:
    for inner in _BRACKET.findall(leaf):
        yield unit_family(inner) or "?"
        yield inner


def _looks(cells: Sequence[str]) -> list[str]:
    """What the cells look like, by share."""
    filled = [one for one in cells if one.strip("-—－/")]
    if not filled:
        return ["empty"]
    numbers = [quantity for one in filled if (quantity := cell_to_quantity(one)) is not None]
    counts = {
        "numbers": len(numbers),
        "percents": sum("%" in fold(one) for one in filled),
        "digits": sum(any(c.isdigit() for c in one) for one in filled),
        "units": sum(all(map(looks_like_unit, split_units(one).names)) for one in filled),
        "days": sum(deadline_from_text(one).kind in _TIMED for one in filled),
        "times": sum(bool(text_to_time(one)) for one in filled),
        "places": sum(_PLACE.match(one) is not None for one in filled),
        "whether": sum(_WHETHER.match(one) is not None for one in filled),
        "long": sum(len(one) > 12 for one in filled),
        "short": sum(len(one) < 7 for one in filled),
        "measures": sum(bool(unit_family(fold(one))) for one in filled),
    }
    shares = {name: count / len(filled) for name, count in counts.items()}
    shares["distinct"] = len(set(filled)) / len(filled)
    shares["gaps"] = 1 - len(filled) / len(cells)
    looks = [f"{name}.{int(limit * 10)}" for name, share in shares.items() for limit in _SHARES if share >= limit]
    whole = [one.value for one in numbers]
    if len(whole) == len(filled) > 1 and all(two - one == 1 for one, two in pairwise(whole)):
        looks.append("counts up")
    return looks


def _stands(at: int, words: Sequence[int], columns: int) -> Iterator[str]:
    """Where the column stands among the others, and among those of words."""
    yield f"at:{min(at, 3)}"
    if at == (words[0] if words else 0):
        yield "first words"
    if words and at == words[-1]:
        yield "last words"
    if at == columns - 1:
        yield "last"


def telling_columns(table: Table, kinds: Sequence[ColumnKind], units: int) -> tuple[int, ...]:
    """The columns to tell a task by, what is to be done last. `units` is the first column of who does it, which may
    stand before all that is told of the work.
    """
    names = [at for at, kind in enumerate(kinds) if kind is ColumnKind.NAME]
    works = [at for at, kind in enumerate(kinds) if kind is ColumnKind.TODO]
    works = [at for at in works if at < units] or works
    last = names[-1] + 1 if names else 0
    behind = range(last, units if last <= units else len(kinds))
    works = works or [at for at in behind if kinds[at] in _WORDS and _holds_words(table, at)]
    told = (*names, *works[: 1 if names else 2])
    groups = [at for at, kind in enumerate(kinds) if kind is ColumnKind.GROUP and at < min(told, default=0)]
    return (*groups[-1:], *told)[-3:] if told else ()


def _holds_words(table: Table, column: int) -> bool:
    """Whether a column says something of nearly every row: neither numbers nor times."""
    cells = [cell for row in table.rows if (cell := compact(row.cells[column].text))]
    if len(cells) < _MOST * len(table.rows) or holds_numbers(table, column):
        return False
    return any(deadline_from_text(cell).kind is DeadlineKind.UNKNOWN for cell in cells)


def holds_numbers(table: Table, column: int) -> bool:
    """Whether a column says how much (总投资) rather than what is to be done."""
    cells = [cell for row in table.rows if (cell := compact(row.cells[column].text).strip("-—－/"))]
    return bool(cells) and all(cell_to_quantity(cell) is not None for cell in cells)

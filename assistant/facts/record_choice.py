"""Which table, rows and columns an ask for records means, by its words. Words no answer."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from assistant.facts.record_columns import asked_columns, asking_words, is_grouped
from assistant.facts.record_filters import filtered, said_values
from assistant.facts.record_picking import Picked, picked_rows, shown_rows
from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_tables import record_tables
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, fold, pairs, pairs_of, rarity_of, terms_of
from corpus.facts import Library
from corpus.quoting import compact

_NAME, _CAPTION, _COLUMN, _PLAIN, _GROUP = 0.3, 0.3, 0.2, 0.1, 0.1
_BARE = 0.99
"""A question of whose words names of rows are this share asks for no column."""
_MOST_TABLES = 2
_COUNTERS = "个项条家处幢"
"""What rows are counted in: their number in the words names the table."""
_GENERIC = pairs("项目清单名单目录一览表所有全部列出情况有关各个这些那一行数据数字内容信息详细具体")


@dataclass(frozen=True, slots=True)
class Choice:
    """A table with the rows and columns meant."""

    table: RecordTable
    records: tuple[Record, ...]
    columns: tuple[int, ...]
    """The columns asked for, by the words."""
    values: tuple[tuple[int, str], ...]
    """Cell values said in the words: column and value."""
    clause: str
    """A pattern for the clause of a long cell that says what is asked; empty where none is asked for."""
    match: float
    own: float
    picked: float
    """The share of the specific words that the picked rows hold; 0 where all rows are meant."""
    named: float = 0.0
    """How much of the name of the best row is said."""
    telling: str = ""
    """A pattern for the words of a long cell by which the rows were found; empty where their names were said."""
    bounded: bool = False
    """Whether a condition on a number was applied."""
    without: bool = False
    """Whether the rows are those without the values said."""
    captioned: float = 0.0
    """The share of what is said that the caption holds."""
    grouped: bool = False
    """Whether it has the column that is grouped by."""

    @property
    def score(self) -> float:
        """What tables are ordered by."""
        own = _PLAIN * self.table.plain + _COLUMN * bool(self.columns) + _GROUP * self.grouped
        return self.match + _NAME * self.named + _CAPTION * self.captioned + own


def choices(ask: Ask, library: Library) -> list[Choice]:
    """The best tables in scope with the rows meant, best first; where they have to be due by a day, behind them all
    such rows of those of which words picked some.
    """
    scope = ask.where.documents or tuple(library.documents)
    terms = terms_of(ask.where.words, library)
    tables = [one for one in record_tables(library) if one.document in scope and _in_annex(one, ask)]
    shown = [one for one in tables if shown_rows(one, ask)]
    found = (_choice(one, ask, terms, library) for one in shown or tables)
    best = sorted((one for one in found if not shown or _is_asked(one, ask, terms)), key=lambda choice: -choice.score)
    best = best[:_MOST_TABLES]
    if shown or ask.where.due is None:
        return best
    whole = (_choice(one.table, ask, terms, library, whole=True) for one in best if one.picked)
    return [*best, *(one for one in whole if all(one.records != other.records for other in best))]


def _is_asked(choice: Choice, ask: Ask, terms: Terms) -> bool:
    """Whether more is asked of rows that were shown than their table has no column for."""
    bare = terms.coverage(pairs_of(map(choice.table.called, choice.records))) > _BARE
    return bool(choice.columns or choice.clause or bare or "points" in ask.heard)


def _in_annex(one: RecordTable, ask: Ask) -> bool:
    heads = "".join(map(compact, one.table.place.path))
    told = "附件" in heads and bool(ask.where.annexes)
    return not told or any(f"附件{number}" in heads for number in ask.where.annexes)


def _choice(one: RecordTable, ask: Ask, terms: Terms, library: Library, *, whole: bool = False) -> Choice:
    values = said_values(one, fold(ask.where.words), ask.where.units)
    columns, clause = asked_columns(one, ask)
    around, by_row = terms.held(_around(one, library)), [terms.held(record.own) for record in one.records]
    said = pairs_of([*(value for _, value in values), *(asking_words() if columns else ())])
    generic = around | _generic(by_row, terms) | terms.held(said)
    specific = frozenset(range(len(terms.items))) - generic
    counts = rarity_of(library).counts
    unknown = frozenset(form for term in terms.items for form in term.forms if form not in counts)
    rows = Picked(one.records) if whole else picked_rows(one, ask, terms, specific, by_row, unknown)
    kept = filtered(rows, one, values, columns, ask)
    told_of = specific.intersection(chain.from_iterable(terms.held(record.own) for record in kept.records))
    held = generic | told_of
    told = bool(rows.share) and not rows.named
    return Choice(
        table=one,
        records=tuple(kept.records),
        columns=kept.columns,
        values=kept.values,
        clause=clause,
        match=terms.share(held) if terms.items else float(kept.bounded),
        own=terms.share(held - around) if terms.items else float(kept.bounded),
        picked=rows.share,
        named=rows.named,
        telling=_telling(told_of, terms) if told else "",
        bounded=kept.bounded,
        without=kept.without,
        captioned=terms.coverage(pairs(one.table.caption)),
        grouped=is_grouped(ask, one),
    )


def _generic(by_row: Sequence[frozenset[int]], terms: Terms) -> frozenset[int]:
    """The terms that tell no row from the others: those of counting, and of more than two thirds of the rows; `by_row`
    are the terms that each holds.
    """
    counts = Counter(chain.from_iterable(by_row))
    common = frozenset(at for at, count in counts.items() if 3 * count > 2 * len(by_row))
    return common | terms.held(_GENERIC | pairs_of(f"{len(by_row)}{word}" for word in _COUNTERS))


def _telling(held: frozenset[int], terms: Terms) -> str:
    return "|".join(re.escape(form) for at in held for form in terms.items[at].forms)


@lru_cache(maxsize=256)
def _around(one: RecordTable, library: Library) -> frozenset[str]:
    title = library.document(one.document).metadata.title
    return pairs_of((title, one.table.caption, *one.table.place.path[-1:], *(c.name for c in one.table.columns)))

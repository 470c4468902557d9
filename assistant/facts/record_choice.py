"""Which table, rows and columns an ask for records means, by its words. Words no answer."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from assistant.data_files import data_rows
from assistant.facts.measuring import families, holds
from assistant.facts.record_names import holding, lettered, others_named, titled
from assistant.facts.record_tables import SECTION, Record, RecordTable, record_tables
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import Terms, fold, pairs, terms_of
from corpus.facts import Library
from corpus.quoting import compact
from corpus.target import Bound

__all__ = ["Choice", "choices"]

_PARTS = re.compile(r"[和与及、]")
_LISTED = re.compile(r"[A-Za-z\d]{1,3}(?=[、,，和及与][A-Za-z\d])")
_PAIRED = frozenset({Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE, Fold.RATIO, Fold.SUM})
_TAIL = 2
_SPECIFIC, _SHOWN, _TIE = 0.5, 0.35, 0.02
"""The share of what is said beside columns and values that a row must hold to be meant, less where rows are only
shown; less than that picks no row."""
_NAME, _COLUMN, _PLAIN = 0.3, 0.2, 0.1
_COUNTERS = "个项条家处幢"
"""What rows are counted in: their number in the words names the table."""
_EMPTY = frozenset({"", "/", "-", "—"})
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

    @property
    def score(self) -> float:
        """What tables are ordered by."""
        own = _PLAIN * self.table.plain + _COLUMN * bool(self.columns and self.table.plain)
        return self.match + _NAME * self.named + own


def choices(ask: Ask, library: Library) -> list[Choice]:
    """The tables in scope with the rows meant, best first."""
    scope = ask.where.documents or tuple(library.documents)
    terms = terms_of(ask.where.words, library)
    tables = [one for one in record_tables(library) if one.document in scope and _in_annex(one, ask)]
    return sorted((_choice(one, ask, terms, library) for one in tables), key=lambda choice: -choice.score)


def _in_annex(one: RecordTable, ask: Ask) -> bool:
    heads = "".join(map(compact, one.table.place.path))
    told = "附件" in heads and bool(ask.where.annexes)
    return not told or any(f"附件{number}" in heads for number in ask.where.annexes)


def _choice(one: RecordTable, ask: Ask, terms: Terms, library: Library) -> Choice:
    words = fold(ask.where.words)
    values = _values(one, words)
    columns, clause = _columns(one, words, fold(ask.gist))
    generic = terms.held(_around(one, library) | _GENERIC | _pairs(value for _, value in values) | _told(columns))
    generic |= _common(one, terms) | terms.held(_pairs(f"{len(one.records)}{word}" for word in _COUNTERS))
    specific = frozenset(range(len(terms.items))) - generic
    scored = [(terms.share(specific & terms.held(record.own)), record) for record in one.records]
    best = max((score for score, _ in scored), default=0.0)
    enough = best > 0 and best >= (_SHOWN if ask.fold is Fold.SHOW else _SPECIFIC) * terms.share(specific)
    picked = [record for score, record in scored if score >= best - _TIE] if enough else list(one.records)
    picked = _literal(picked, ask.where.words) if enough else picked
    told = titled(one, ask) or holding(one.records, ask) or lettered(one, ask.where.words)
    picked = told or picked
    enough, best = enough or bool(told), max(best, float(bool(told)))
    if enough and len(picked) == 1 and (ask.fold in _PAIRED or _PARTS.search(words)):
        picked = sorted([*picked, *others_named(picked, one, terms, specific)], key=one.records.index)
    named = max((_named(record, one, terms) for record in picked), default=0.0) if enough else 0.0
    without = ask.where.lacks and not ask.claim and bool(values)
    kept = [record for record in picked if _has(record, values) is not without]
    kept, values = (picked, values if ask.claim else ()) if named and not kept else (kept, values)
    kept, bounded = _bounded(_lacking(kept, one, columns, ask), one, ask)
    kept = _numbered(kept, one, ask)
    held = generic | (specific & terms.held(_pairs_of(kept)))
    own = terms.share(held - terms.held(_around(one, library)))
    telling = _telling(specific & terms.held(_pairs_of(kept)), terms) if enough and not named else ""
    match, best = terms.share(held), best if enough else 0.0
    return Choice(one, tuple(kept), columns, values, clause, match, own, best, named, telling, bounded, without)


def _telling(held: frozenset[int], terms: Terms) -> str:
    return "|".join(re.escape(form) for at in held for form in terms.items[at].forms)


def _common(one: RecordTable, terms: Terms) -> frozenset[int]:
    """The terms that more than two thirds of the rows hold: they tell none from the others."""
    counts = Counter(at for record in one.records for at in terms.held(record.own))
    return frozenset(at for at, count in counts.items() if 3 * count > 2 * len(one.records))


def _around(one: RecordTable, library: Library) -> frozenset[str]:
    title = library.document(one.document).metadata.title
    heads = (
        title,
        one.table.caption,
        *one.table.place.path[-1:],
        *(column.name for column in one.table.columns),
    )
    return _pairs(heads)


def _told(columns: Sequence[int]) -> frozenset[str]:
    return _pairs(word for asked, *_ in _asked_words() if columns for word in asked.pattern.split("|"))


def _pairs(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(pair for text in texts for pair in pairs(text))


def _pairs_of(records: Sequence[Record]) -> frozenset[str]:
    return frozenset[str]().union(*(one.own for one in records)) if records else frozenset()


def _named(record: Record, one: RecordTable, terms: Terms) -> float:
    own = pairs(one.called(record))
    said = frozenset(form for term in terms.items for form in term.forms)
    return len(own & said) / len(own) if own else 0.0


def _literal(picked: list[Record], words: str) -> list[Record]:
    """Of rows that fit alike, those that hold the longest runs of the words as they are said; not beyond the letter of
    an enumeration (A、B、C三个区).
    """
    if len(picked) < 2:
        return picked
    pieces = [fold(_LISTED.split(word)[0]) for word in words.split()]
    runs = [sum(_run(piece, fold("".join(record.cells))) for piece in pieces) for record in picked]
    return [record for record, run in zip(picked, runs, strict=True) if run == max(runs)]


def _run(piece: str, text: str) -> int:
    """The length of the longest part of a piece that stands in a text, from two characters on."""
    lengths = range(len(piece), 1, -1)
    return next((size for size in lengths for at in range(len(piece) - size + 1) if piece[at : at + size] in text), 0)


def _values(one: RecordTable, words: str) -> tuple[tuple[int, str], ...]:
    """The values of category columns that stand in the words, the longest where one holds another."""
    said = [(at, value) for at in one.categories for value in one.values(at) if len(value) > 1 and fold(value) in words]
    said += [(SECTION, one) for one in one.sections if fold(one) in words]
    return tuple((at, value) for at, value in said if not any(value != other and value in other for _, other in said))


def _has(record: Record, values: Sequence[tuple[int, str]]) -> bool:
    by_column: dict[int, set[str]] = {}
    for at, value in values:
        by_column.setdefault(at, set()).add(value)
    return all((record.section if at == SECTION else record.text(at)) in wanted for at, wanted in by_column.items())


def _lacking(records: list[Record], one: RecordTable, columns: Sequence[int], ask: Ask) -> list[Record]:
    """The rows whose cell in a column named is empty, where those without it are asked for; all where none is."""
    empty = [record for record in one.records if ask.where.lacks and any(_is_empty(record, one, at) for at in columns)]
    return empty or records


def _is_empty(record: Record, one: RecordTable, at: int) -> bool:
    """Whether a cell says nothing, or no number where its column holds numbers."""
    return compact(record.text(at)) in _EMPTY or (at in one.numbers and one.quantity(record, at) is None)


def _columns(one: RecordTable, words: str, gist: str) -> tuple[tuple[int, ...], str]:
    """The columns whose printed names, or the ends of these, are said; and the clause asked for in other words."""
    others = [at for at in range(len(one.table.columns)) if at not in (one.seq, one.name)]
    exact = [at for at in others if fold(one.column(at)) in words]
    tails = [
        at
        for at in others
        if any(part[-_TAIL:] in words for part in _PARTS.split(fold(one.column(at))) if len(part) >= _TAIL)
    ]
    rest = re.sub("|".join(re.escape(fold(one.column(at))) for at in exact) or "(?!)", " ", gist)
    asked = [(column, clause) for pattern, column, clause in _asked_words() if pattern.search(rest)]
    meant = [at for column, _ in asked for at in others if column and _is_such(one, at, column)]
    columns = tuple(dict.fromkeys((*exact, *(tails if not exact else ()), *meant)))
    clauses = [
        clause.pattern
        for column, clause in asked
        if clause and not any(column and _is_such(one, at, column) for at in others)
    ]
    return tuple(at for at in columns if at not in one.texts or fold(one.column(at)) in words), "|".join(clauses)


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


def _bounded(records: Sequence[Record], one: RecordTable, ask: Ask) -> tuple[list[Record], bool]:
    """The rows whose number is as a condition asks, in the column that measures the same."""
    kept, applied = list(records), False
    for condition in ask.where.conditions:
        at = next((at for at in one.numbers if _measures(one, at, condition.unit)), None)
        if at is not None and condition.bound is not Bound.EQ:
            pairs_ = [(one.quantity(record, at), record) for record in kept]
            kept, applied = [record for value, record in pairs_ if value and holds(value, condition)], True
    return kept, applied


def _measures(one: RecordTable, at: int, unit: str) -> bool:
    known, asked = families(one.unit(at)), families(unit)
    return not known or not asked or bool(known & asked)


def _numbered(records: list[Record], one: RecordTable, ask: Ask) -> list[Record]:
    if not ask.where.ordinals or one.seq is None or ask.fold is Fold.EXTREME:
        return records
    return [record for record in one.records if one.number(record) in ask.where.ordinals]

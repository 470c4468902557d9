"""Which rows of a table the words of an ask pick: by their names, by what they hold. Words no answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.facts.record_names import others_named, shortened, titled
from assistant.facts.record_rows import Record, RecordTable
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import Terms, fold, pairs

__all__ = ["Picked", "picked_rows", "shown_rows"]

_PARTS = re.compile(r"[和与及、]")
_QUOTED = re.compile(r"“(.+)”")
_LISTED = re.compile(r"[A-Za-z\d]{1,3}(?=[、,，和及与][A-Za-z\d])")
_PAIRED = frozenset({Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE, Fold.RATIO, Fold.SUM})
_DIGITS = "零一二三四五六七八九"
_COUNTERS = "个家项条座所处类种"
"""What rows are counted in: where as many are named as there are, all are meant (10个场馆)."""
_SPECIFIC, _TIE = 0.35, 0.02
"""The share of what is said beside columns and values that a row must hold to be meant; less picks no row."""


@dataclass(frozen=True, slots=True)
class Picked:
    """The rows picked, all where none is; the share of the specific words they hold, and how much of a name is said."""

    records: Sequence[Record]
    share: float = 0.0
    named: float = 0.0


def picked_rows(
    one: RecordTable,
    ask: Ask,
    terms: Terms,
    specific: frozenset[int],
    by_row: Sequence[frozenset[int]],
    unknown: frozenset[str] = frozenset(),
) -> Picked:
    """The rows whose names are said, or else those that hold most of the `specific` words; `by_row` are the terms that
    each holds, `unknown` the words that no document says.
    """
    shown = shown_rows(one, ask)
    told = shown or titled(one, ask) or shortened(one, ask, unknown)
    scored = [(terms.share(specific & held), record) for held, record in zip(by_row, one.records, strict=True)]
    best = max((score for score, _ in scored), default=0.0)
    enough = best > 0 and best >= _SPECIFIC * terms.share(specific)
    every = any(f"{count}{unit}" in ask.gist for count in _numerals(len(one.records)) for unit in _COUNTERS)
    if not told and (not enough or every):
        return Picked(one.records)
    rows = told or _literal([record for score, record in scored if score >= best - _TIE], ask.where.words)
    if len(rows) == 1 and not shown and (ask.fold in _PAIRED or _PARTS.search(fold(ask.where.words))):
        rows = sorted([*rows, *others_named(rows, one, terms, specific)], key=one.records.index)
    named = 1.0 if shown else max(_named(record, one, terms) for record in rows)
    return Picked(rows, 1.0 if told else best, named)


def shown_rows(one: RecordTable, ask: Ask) -> list[Record]:
    """The rows of the last answer that are pointed at, by whole names (第3项“…” of a task too); [] where this table has
    none of them.
    """
    names = {*ask.where.picked, *(name for picked in ask.where.picked for name in _QUOTED.findall(picked))}
    return [record for record in one.records if one.called(record) in names]


def _numerals(count: int) -> tuple[str, ...]:
    """A number of rows in figures and in words."""
    tens, ones = divmod(count, 10)
    words = ("" if tens < 2 else _DIGITS[tens]) + ("十" if tens else "") + (_DIGITS[ones] if ones else "")
    return (str(count), words) if 1 < count < 100 else ()


def _named(record: Record, one: RecordTable, terms: Terms) -> float:
    own = pairs(one.called(record))
    return len(own & terms.forms) / len(own) if own else 0.0


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

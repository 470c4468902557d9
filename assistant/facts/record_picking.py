"""Which rows of a table the words of an ask pick: by their names, by what they hold. Words no answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.facts.record_rows import Record, RecordTable
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import Terms, fold, pairs, pairs_of
from corpus.extraction.similarity import is_subsequence

_PARTS = re.compile(r"[和与及、]")
_QUOTED = re.compile(r"“(.+)”")
_LISTED = re.compile(r"[A-Za-z\d]{1,3}(?=[、,，和及与][A-Za-z\d])")
_PAIRED = frozenset({Fold.EXTREME, Fold.ORDER, Fold.DIFFERENCE, Fold.RATIO, Fold.SUM})
_DIGITS = "零一二三四五六七八九"
_COUNTERS = "个家项条座所处类种"
"""What rows are counted in: where as many are named as there are, all are meant (10个场馆)."""
_SPECIFIC, _TIE = 0.35, 0.02
"""The share of what is said beside columns and values that a row must hold to be meant; less picks no row."""
_STARTS = re.compile(r"^|[省市县区镇乡第、（(]")
"""Behind these a name may begin that is said shorter."""
_MOST_NAMED = 6
_SHORTEST_STEM = 2
_LONG_NAME = 6
"""Characters of a name that is meant even where a part of it was understood otherwise (第十二中学)."""
_ENOUGH = 0.5
"""The share of the words left over that the name of another row must hold."""


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
    told = shown or titled(one, ask) or _shortened(one, ask, unknown)
    scored = [(terms.share(specific & held), record) for held, record in zip(by_row, one.records, strict=True)]
    best = max((score for score, _ in scored), default=0.0)
    enough = best > 0 and best >= _SPECIFIC * terms.share(specific)
    every = any(f"{count}{unit}" in ask.gist for count in _numerals(len(one.records)) for unit in _COUNTERS)
    if not told and (not enough or every):
        return Picked(one.records)
    rows = told or _literal([record for score, record in scored if score >= best - _TIE], ask.where.words)
    if len(rows) == 1 and not shown and (ask.fold in _PAIRED or _PARTS.search(fold(ask.where.words))):
        rows = sorted([*rows, *_others_named(rows, one, terms, specific)], key=one.records.index)
    named = 1.0 if shown else max(_named(record, one, terms) for record in rows)
    return Picked(rows, 1.0 if told else best, named)


def shown_rows(one: RecordTable, ask: Ask) -> list[Record]:
    """The rows of the last answer that are pointed at, by whole names (第3项“…” of a task too); [] where this table has
    none of them.
    """
    names = {*ask.where.picked, *(name for picked in ask.where.picked for name in _QUOTED.findall(picked))}
    return [record for record in one.records if one.called(record) in names]


def titled(one: RecordTable, ask: Ask) -> list[Record]:
    """The rows whose whole names are said, those of the longest where one holds another; else []."""
    words, whole = fold("".join(ask.where.words.split())), fold(ask.said)
    names = {*one.bare_names}
    said = {name for name in names if len(name) >= _SHORTEST_STEM and name in words}
    said |= {name for name in names if len(name) >= _LONG_NAME and name in whole}
    said -= {name for name in said if any(name != other and name in other for other in said)}
    return [record for record, name in zip(one.records, one.bare_names, strict=True) if name in said] if said else []


def _others_named(picked: list[Record], one: RecordTable, terms: Terms, specific: frozenset[int]) -> list[Record]:
    """The rows that the rest of the words names, one by one, where rows are set against each other or added."""
    found = list(picked)
    while len(found) < _MOST_NAMED and (others := _next_named(found, one, terms, specific)):
        found += others
    return found[len(picked) :]


def _shortened(one: RecordTable, ask: Ask, unknown: frozenset[str]) -> list[Record]:
    """The row whose name alone a word shortens that is `unknown` to the documents (三甲 of 三级甲等医院); else []."""
    for word in sorted({*unknown, *ask.where.words.split()}, key=len, reverse=True):
        if len(word) <= _LONG_NAME and pairs(word) & unknown:
            found = [record for record in one.records if _shortens(word, one.called(record))]
            if len(found) == 1:
                return found
    return []


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


def _shortens(word: str, name: str) -> bool:
    """Whether a name is longer for a word in its order, from a beginning of its own on."""
    if word[0] not in name:
        return False
    starts = (match.end() for match in _STARTS.finditer(name))
    return any(name[at : at + 1] == word[0] and is_subsequence(word, name[at:]) for at in starts)


def _next_named(found: list[Record], one: RecordTable, terms: Terms, specific: frozenset[int]) -> list[Record]:
    """The rows whose names hold most of the words in no name found yet; of those the ones most like the first."""
    named = [pairs(one.called(record)) for record in found]
    told = terms.held(frozenset().union(*named))
    rest = (specific & terms.held(pairs_of(map(one.called, one.records)))) - told
    others = [record for record in one.records if record not in found]
    names = [pairs(one.called(other)) for other in others]
    scored = [(terms.share(rest & terms.held(name)), len(name & named[0])) for name in names]
    best = max(scored, default=(0.0, 0))
    enough = best[0] > 0 and best[0] >= _ENOUGH * terms.share(rest)
    return [other for score, other in zip(scored, others, strict=True) if enough and score == best]

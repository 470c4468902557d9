"""Records in order of a printed day: which begins first, which is to be done last."""

from collections.abc import Sequence
from decimal import Decimal

from assistant.draft import Statement
from assistant.facts.evidence import distinct
from assistant.facts.folding import Term, extreme, ordered
from assistant.facts.ranking import sought
from assistant.facts.record_choice import Choice
from assistant.facts.record_rows import Record, RecordTable
from assistant.facts.record_saying import cell_words, evidence_of
from assistant.reading.ask import Ask, Fold
from assistant.reading.words import pairs
from corpus.folding.dates import find_dates

__all__ = ["in_time"]

_SOME_YEAR = 2000
"""That of days printed without one: in one table all are of one year."""
_LAST = 4_000_000
"""No day that is printed has so high an ordinal."""
_MOSTLY = 0.7
_FEWEST = 2


def in_time(ask: Ask, choice: Choice) -> list[Statement]:
    """The first or the last of some records by their printed day, or all in order; [] where that is not asked, or no
    column prints days.
    """
    one = choice.table
    at = _column(ask, choice) if "in_time" in ask.hints else None
    if at is None:
        return []
    terms = [term for record in choice.records if (term := _term(record, at, one))]
    if len(terms) < _FEWEST:
        return []
    if ask.fold is Fold.ORDER:
        return [_told(one.label(at), "由晚到早" if ask.low else "由早到晚", ordered(terms, low=ask.low))]
    best = ((way, extreme(terms, rank=way.rank, top=way.top, low=way.low)) for way in sought(ask))
    return [_told(one.label(at), _rank(way), first) for way, first in best]


def _rank(ask: Ask) -> str:
    word = "晚" if ask.low else "早"
    return f"最{word}" if ask.rank == 1 else f"第{ask.rank}{word}"


def _told(label: str, way: str, terms: Sequence[Term]) -> Statement:
    names = "；".join(f"{term.name}（{term.said}）" for term in terms)
    return Statement(f"{label}{way}的是{names}。", distinct(item for term in terms for item in term.evidence))


def _column(ask: Ask, choice: Choice) -> int | None:
    """The column of days meant: one asked for, else the one whose name is said most of, the last of several."""
    one, said = choice.table, pairs(ask.gist)
    days = [head for head in one.headers if head.at not in one.numbers and _is_dated(head.at, one)]
    days.sort(key=lambda head: (head.at in choice.columns, len(pairs(head.words) & said), head.at))
    return days[-1].at if days else None


def _is_dated(at: int, one: RecordTable) -> bool:
    dated = sum(_day(record.text(at)) is not None for record in one.records)
    return dated >= max(_FEWEST, _MOSTLY * len(one.records))


def _day(text: str) -> int | None:
    """The last day that a cell names, as its ordinal."""
    times = find_dates(text, _SOME_YEAR)
    return times[-1].last.toordinal() if times else None


def _term(record: Record, at: int, one: RecordTable) -> Term | None:
    """The printed day of a record as a number that is the greater the earlier it is."""
    day = _day(record.text(at))
    if day is None:
        return None
    return Term(one.called(record), Decimal(_LAST - day), "日", cell_words(record, at, one), evidence_of([record], one))

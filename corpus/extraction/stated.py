"""A goal that words state, and the Target it becomes: the same for running text and for the words of a table's cell."""

from dataclasses import dataclass

from corpus.extraction.goal_readings import Reading
from corpus.extraction.indicators import indicator_kind
from corpus.extraction.periods import Time
from corpus.place import Place
from corpus.target import Target

__all__ = ["Stated", "stated_to_target"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A reading with the time that holds for it and the words it is quoted by."""

    reading: Reading
    time: Time
    quote: str
    place: Place


def stated_to_target(stated: Stated, content_id: str, scope: str | None) -> Target:
    """The target; `scope` is what holds where its words name no area."""
    reading = stated.reading
    return Target(
        id=content_id,
        indicator=reading.indicator,
        indicator_raw=reading.raw,
        quantity=reading.quantity,
        year=stated.time.year,
        period=stated.time.period,
        scope=reading.scope or scope,
        kind=indicator_kind(reading.raw + reading.indicator, reading.quantity.unit),
        place=stated.place,
        quote=stated.quote,
    )

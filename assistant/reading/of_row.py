"""What else the tables say of the one row that was talked about: 谁分管 behind a project."""

from dataclasses import replace

from assistant.reading.ask import Ask, Fold, Piece, Subject
from assistant.reading.carried import Last
from assistant.reading.grammar import asks_of
from assistant.reading.leaning import Leaning
from assistant.reading.maker import RANKED
from assistant.reading.spans import Kind
from assistant.reading.stepping import near_years
from assistant.reading.weaving import within
from corpus.facts import Library

__all__ = ["of_row"]

_OTHERS = frozenset({Kind.AREA, Kind.PLACE, Kind.UNIT, Kind.ORDINAL, Kind.AMOUNT})
"""Slots that tell another row."""
_OF_MANY = frozenset({"swap", "each_place", "each", "documents", "mentions"})
"""Senses that ask of other rows, or of many."""
_FOLDS = frozenset({Fold.SHOW, Fold.DIFFERENCE, Fold.RATIO, Fold.SUM, Fold.SHARE})
"""What can be made of the columns of one row."""


def of_row(now: Leaning, last: Last, library: Library) -> list[Ask]:
    """The Asks for other columns of the row that the last turn was about; none where something else is named."""
    other = now.slots & _OTHERS or _OF_MANY & now.reading.heard or now.points_at_several or now.names_item
    ranked = {"which", "who"} & now.reading.heard and RANKED & now.reading.heard
    if not last.row or other or ranked or last.is_left_by(now.reading):
        return []
    here = within(now.reading, last.scope) if last.scope else now.reading
    years = near_years(now.reading, last.scope, last.years, library)
    asks = (ask for ask in asks_of(here, library) if ask.subject is Subject.RECORDS and ask.fold in _FOLDS)
    return [_about(ask, last.row, ask.where.years or years) for ask in asks]


def _about(ask: Ask, row: str, years: tuple[int, ...]) -> Ask:
    """The same of this row, which then stands for all that was said of it before."""
    where = {"picked": (row,), "years": years, "words": f"{row} {ask.where.words}".strip()}
    return replace(ask.about(**where), follows="rows", pieces=(Piece(row, ""), *ask.pieces))

"""A turn of a conversation, as the turns behind it need it: what was asked, and what was shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import TypeAdapter

from assistant.reading.ask import Ask, Piece, Subject

__all__ = ["TURN", "Turn", "unread_turn"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the Ask that was chosen (with the pieces it was read from), and what its answer showed."""

    ask: Ask
    rows: tuple[str, ...] = ()
    """Names of the rows shown, in their order."""
    documents: tuple[str, ...] = ()
    """Ids of the documents cited."""
    numbers: tuple[str, ...] = ()
    """Numbers with their units, as shown."""
    chosen: bool = True
    """Whether the Ask is known; else only its pieces count."""


TURN: TypeAdapter[Turn] = TypeAdapter(Turn)
"""The JSON form of turns."""


def unread_turn(question: str, documents: Sequence[str] = ()) -> Turn:
    """The turn of a question of which nothing is kept but its words and the documents cited."""
    piece = Piece(question, "")
    return Turn(Ask(Subject.PROSE, pieces=(piece,)), documents=tuple(dict.fromkeys(documents)), chosen=False)

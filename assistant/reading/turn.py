"""A turn of a conversation, as the turns behind it need it: what was asked, and what was shown."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from pydantic import TypeAdapter, ValidationError

from assistant.reading.ask import Ask, Piece, Subject
from corpus.place import Place


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: the Ask that was chosen (with the pieces it was read from), and what its answer showed."""

    ask: Ask
    rows: tuple[str, ...] = ()
    """Names of the rows shown, in their order."""
    documents: tuple[str, ...] = ()
    """Ids of the documents cited."""
    around: tuple[str, ...] = ()
    """Names of the tasks that the sentences shown are words of."""
    items: tuple[str, ...] = ()
    """What a list told that is no list of rows (共3项：…), in its order."""
    amounts: int = 0
    """How many amounts its answer told."""
    places: tuple[Place, ...] = ()
    """Where the first words cited stand."""
    chosen: bool = True
    """Whether the Ask is known; else only its pieces count."""


_TURN: TypeAdapter[Turn] = TypeAdapter(Turn)


def turn_to_json(turn: Turn) -> dict[str, object]:
    """The JSON form of a turn."""
    return cast("dict[str, object]", _TURN.dump_python(turn, mode="json"))


def json_to_turn(raw: object) -> Turn | None:
    """The turn of a JSON form; None where it has another shape (a turn kept by another version)."""
    try:
        return _TURN.validate_json(json.dumps(raw))
    except ValidationError:
        return None


def unread_turn(question: str, documents: Sequence[str] = ()) -> Turn:
    """The turn of a question of which nothing is kept but its words and the documents cited."""
    piece = Piece(question, "")
    return Turn(Ask(Subject.PROSE, pieces=(piece,)), documents=tuple(dict.fromkeys(documents)), chosen=False)

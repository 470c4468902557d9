"""What is measured of the assistant beside its answers: verdicts on statements, its Asks, how steady it is."""

from collections.abc import Mapping, Sequence

from assistant.assistant import Assistant
from assistant.reading.ask import Ask, Subject
from assistant.reading.turn import json_to_turn
from eval.asks import read_asks, score_asks
from eval.aspects import Aspect
from eval.gold import GoldItem
from eval.runner import Record
from eval.statements import read_statements, score_statements
from eval.steady import drawn, score_steady
from eval.systems import Ours

__all__ = ["measure_meaning"]


def measure_meaning(
    assistant: Assistant, items: Sequence[GoldItem], records: Sequence[Record], steady: int
) -> Mapping[str, Aspect]:
    """Every aspect for which there is anything to ask of the documents that are there; at most `steady` of the right
    answers are asked again in neutral words.
    """
    known, ours = set(assistant.library.documents), Ours(assistant, depth=0)
    statements = [one for one in read_statements() if known.issuperset(one.docs)]
    labelled = [one for one in read_asks() if known.issuperset(one.documents)]
    found = {
        "statements": score_statements(statements, ours),
        "asks": score_asks(labelled, lambda question: _understood(assistant, question)),
        "steady": score_steady(drawn(items, [one.id for one in records if one.right], steady), ours),
    }
    return {name: aspect for name, aspect in found.items() if aspect.of}


def _understood(assistant: Assistant, question: str) -> Ask:
    """The Ask that won."""
    turn = json_to_turn(assistant.ask(question).turn)
    return turn.ask if turn else Ask(Subject.PROSE)

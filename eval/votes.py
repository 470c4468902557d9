"""`python -m eval.votes`: fit what an LLM's votes weigh, and when it is asked, on replies that were recorded.

The questions must be such as the trees of choosing were not fitted on: of those they know the answers already.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.console import Console

import assistant.tuning
from assistant.advising.advice import Advice
from assistant.advising.adviser import Adviser, Case, Use
from assistant.advising.voting import VOTES, advised, voted, votes_for
from assistant.candidates import candidates_of
from assistant.choosing import Choice, choices
from assistant.reading.following import followed
from assistant.reading.reading import read
from assistant.settings import Settings
from assistant.tuning import Tuning, tuning
from assistant.wiring import open_assistant
from eval.entry import run_command
from eval.fitting.examples import outcome_to_response
from eval.fitting.logistic import logistic
from eval.gold import GoldItem, read_gold
from eval.measures.correctness import correct
from eval.replies import Replayer
from indexing.index import Index

__all__ = ["Polled", "fit_limit", "fit_votes", "right"]

TUNING = Path(assistant.tuning.__file__).with_name("tuning.json")

_LIMITS = [at / 20 for at in range(21)]
_EDGE = 0.001

console = Console(stderr=True)


@dataclass(frozen=True, slots=True)
class Polled:
    """A question on which advice was recorded: all choices without votes, best first, and whether each is right."""

    before: tuple[Choice, ...]
    joined: tuple[Choice, ...]
    """With those that the advice adds."""
    advice: Advice
    rights: Mapping[int, bool]
    """By the identity of a candidate."""


def main(
    gold: Annotated[Path, typer.Option(help="questions that choosing was not fitted on")],
    replies: Annotated[Path, typer.Option(help="folder of `python -m eval --record`")],
    out: Annotated[Path, typer.Option(help="where to write")] = TUNING,
) -> None:
    """Fit the votes and the limit below which advice is asked for; print what they change; write the file."""
    index = open_assistant(Settings()).index
    found = list(_polled(read_gold(gold), index, Replayer(replies)))
    votes = fit_votes(found)
    limit = fit_limit(found, votes)
    told = f"{len(found)}题有录下的答复：不问对{right(found, votes, 0.0)}，按新权重问对{right(found, votes, limit)}"
    console.print(f"{told}；权重{votes}，低于{limit:.2f}时问")
    _write(out, tuning().model_copy(update={"votes": votes, "advise_below": limit}))


def fit_votes(found: Sequence[Polled]) -> dict[str, float]:
    """What each kind of vote adds to the logarithm of the odds, held back by a ridge; 0 where none was given."""
    cases = [(one, choice) for one in found for choice in one.joined]
    if not cases:
        return dict.fromkeys(VOTES, 0.0)
    given = [votes_for(choice.candidate, one.advice) for one, choice in cases]
    rows = np.array([[votes.get(name, 0.0) for name in VOTES] for votes in given])
    labels = np.array([float(one.rights[id(choice.candidate)]) for one, choice in cases])
    odds = np.array([_odds(choice.chance) for _, choice in cases])
    weights = np.array([len(one.joined) ** -0.5 for one, _ in cases])
    fitted = logistic(rows, labels, weights, odds=odds)
    return {name: round(float(value), 3) for name, value in zip(VOTES, fitted, strict=True)}


def fit_limit(found: Sequence[Polled], votes: Mapping[str, float]) -> float:
    """The lowest limit that gets most questions right."""
    return max(_LIMITS, key=lambda limit: (right(found, votes, limit), -limit))


def right(found: Sequence[Polled], votes: Mapping[str, float], limit: float) -> int:
    """How many questions have a right candidate first where advice is taken below a limit."""
    return sum(one.rights[id(_first(one, votes, limit).candidate)] for one in found)


def _first(one: Polled, votes: Mapping[str, float], limit: float) -> Choice:
    return voted(one.joined, one.advice, votes)[0] if one.before[0].chance < limit else one.before[0]


def _polled(items: Sequence[GoldItem], index: Index, replayer: Replayer) -> Iterator[Polled]:
    """The single questions of a set that have recorded advice."""
    adviser = Adviser(replayer, math.inf, Use.ALWAYS)
    for item in items:
        reading = read(item.question, index.library) if not item.turns else None
        asks = followed(reading, [], index.library) if reading else []
        ranked = choices(candidates_of(asks, index), index.library)
        if reading is None or not ranked:
            continue
        advice = adviser.advise(Case(reading, asks, ranked), index, math.inf)
        if not advice.is_lost:
            yield _judged(item, ranked, advice, index)


def _judged(item: GoldItem, ranked: Sequence[Choice], advice: Advice, index: Index) -> Polled:
    joined = tuple(advised(ranked, advice, index.library))
    rights = {id(one.candidate): correct(item, outcome_to_response(one.candidate.outcome)) for one in joined}
    return Polled(tuple(ranked), joined, advice, rights)


def _odds(chance: float) -> float:
    held = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(held / (1 - held))


def _write(path: Path, value: Tuning) -> None:
    path.write_text(value.model_dump_json() + "\n", encoding="utf-8")
    console.print(f"已写入{path}")


if __name__ == "__main__":
    run_command(main)

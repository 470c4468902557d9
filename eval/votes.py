"""`python -m eval.votes`: fit what an LLM's votes weigh, and when it is asked, on replies that were recorded.

The questions must be such as the trees of choosing were not fitted on: of those they know the answers already. Votes
are taken only where on questions left out they make answers no worse: a model that misleads is never asked.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple, TypeAlias

import numpy as np
import typer
from rich.console import Console

import assistant.tuning
from assistant.advising.adviser import Adviser, Case, Use
from assistant.advising.voting import VOTES, advised, votes_for, weighed
from assistant.answering import Outcome, outcome_of, understood
from assistant.choosing import Choice
from assistant.reading.reading import read
from assistant.refusing import least_chance
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

TUNING = Path(assistant.tuning.__file__).with_name("tuning.json")

Votes: TypeAlias = Mapping[str, float]

_LIMITS = [at / 20 for at in range(21)]
_EDGE = 0.001
_FOLDS = 10

console = Console(stderr=True)


class Rated(NamedTuple):
    """A choice without the weight of its votes, the votes it has, and whether it is right."""

    choice: Choice
    votes: Votes
    right: bool


@dataclass(frozen=True, slots=True)
class Polled:
    """A question on which advice was recorded: its choices, the best first, and below which chance it is refused."""

    before: tuple[Rated, ...]
    joined: tuple[Rated, ...]
    """With those that the advice adds."""
    least: float = 0.0
    refusable: bool = False
    """Whether a refusal is right."""


class Figures(NamedTuple):
    """How many questions are answered rightly, and how many wrongly without a caution."""

    right: int
    wrong_and_sure: int

    @property
    def loss(self) -> tuple[int, int]:
        """What there should be less of, the worst first."""
        return -self.right, self.wrong_and_sure


def main(
    gold: Annotated[Path, typer.Option(help="questions that choosing was not fitted on")],
    replies: Annotated[Path, typer.Option(help="folder of `python -m eval --record`")],
    out: Annotated[Path, typer.Option(help="where to write")] = TUNING,
) -> None:
    """Fit the votes and the limit below which advice is asked for; print what they change; write the file."""
    index = open_assistant(Settings()).index
    found = list(_polled(read_gold(gold), index, Replayer(replies)))
    without, unseen = figures(found, {}, 0.0), left_out(found)
    votes, limit = fit(found)
    console.print(f"{len(found)}题有录下的答复。{_told('不问', without)}；{_told('对没有参加拟合的题', unseen)}")
    told = ((name, held(found, vote)) for name, vote in (("理解", "voted"), ("选句", "chosen")))
    console.print("；".join(f"{name}可用{given}题，其中对{right}题" for name, (given, right) in told))
    when = f"低于{limit:.2f}时问" if limit else "一题也不问"
    console.print(f"权重{votes}，{when}：{_told('对这些题', figures(found, votes, limit))}")
    _write(out, tuning().model_copy(update={"votes": votes, "advise_below": limit}))


def held(found: Sequence[Polled], vote: str) -> tuple[int, int]:
    """On how many questions a vote was given at all, and on how many of these to a right choice."""
    voted = [[rated.right for rated in one.joined if vote in rated.votes] for one in found]
    return sum(map(bool, voted)), sum(map(any, voted))


def fit(found: Sequence[Polled]) -> tuple[dict[str, float], float]:
    """The votes and the limit; nothing is weighed or asked where that makes answers to questions left out worse."""
    unseen, without = left_out(found), figures(found, {}, 0.0)
    if unseen.right < without.right or unseen.wrong_and_sure > without.wrong_and_sure:
        return dict.fromkeys(VOTES, 0.0), 0.0
    votes = fit_votes(found)
    return votes, fit_limit(found, votes)


def left_out(found: Sequence[Polled]) -> Figures:
    """The figures of questions under votes and limits that were fitted on the others, a tenth left out at a time."""
    folds = [(found[at::_FOLDS], [one for n, one in enumerate(found) if n % _FOLDS != at]) for at in range(_FOLDS)]
    fitted = [(out, votes, fit_limit(rest, votes)) for out, rest in folds for votes in [fit_votes(rest)]]
    each = [figures(out, votes, limit) for out, votes, limit in fitted]
    return Figures(sum(one.right for one in each), sum(one.wrong_and_sure for one in each))


def fit_votes(found: Sequence[Polled]) -> dict[str, float]:
    """What each kind of vote adds to the logarithm of the odds, held back by a ridge; 0 where none was given, or where
    it points the wrong way: a model is believed or not, never turned round.
    """
    cases = [(one, rated) for one in found for rated in one.joined]
    if not cases:
        return dict.fromkeys(VOTES, 0.0)
    rows = np.array([[rated.votes.get(name, 0.0) for name in VOTES] for _, rated in cases])
    labels = np.array([float(rated.right) for _, rated in cases])
    odds = np.array([_odds(rated.choice.chance) for _, rated in cases])
    weights = np.array([len(one.joined) ** -0.5 for one, _ in cases])
    fitted = logistic(rows, labels, weights, odds=odds)
    pairs = zip(VOTES, fitted, strict=True)
    return {name: round(float(value), 3) if _is_for(name) == (value > 0) else 0.0 for name, value in pairs}


def fit_limit(found: Sequence[Polled], votes: Votes) -> float:
    """The lowest limit that gets most questions right, and of such the fewest wrong without a caution."""
    return min(_LIMITS, key=lambda limit: (figures(found, votes, limit).loss, limit))


def figures(found: Sequence[Polled], votes: Votes, limit: float) -> Figures:
    """What becomes of questions where advice is taken below a limit."""
    each = [_answered(one, votes, limit) for one in found]
    return Figures(sum(right for right, _ in each), sum(sure and not right for right, sure in each))


def _answered(one: Polled, votes: Votes, limit: float) -> tuple[bool, bool]:
    """Whether the answer is right, and whether it is given without a caution."""
    asked = one.before[0].choice.chance < limit
    rated = (
        [(weighed(each.choice, each.votes, votes), each.right) for each in one.joined]
        if asked
        else [(each.choice, each.right) for each in one.before]
    )
    best, right = max(rated, key=lambda pair: pair[0].score)
    if best.chance < one.least:
        return one.refusable, False
    return right, best.chance >= tuning().sure_from


def _polled(items: Sequence[GoldItem], index: Index, replayer: Replayer) -> Iterator[Polled]:
    """The single questions of a set, asked as a whole, that have recorded advice."""
    adviser = Adviser(replayer, math.inf, Use.ALWAYS)
    for item in items:
        asked = understood(read(item.question, index.library), [], index.library)
        outcome = outcome_of(asked, index)
        if item.turns or outcome.parts or not outcome.choices:
            continue
        advice = adviser.advise(Case(asked.reading, asked.asks, outcome.choices), index, math.inf)
        if not advice.is_lost:
            rated = [
                Rated(one, votes_for(one.candidate, advice), correct(item, outcome_to_response(one.candidate.outcome)))
                for one in advised(outcome.choices, advice, index.library)
            ]
            yield _judged(item, outcome, rated)


def _judged(item: GoldItem, outcome: Outcome, rated: Sequence[Rated]) -> Polled:
    least = least_chance(outcome.understood.reading, outcome.choices)
    before = {id(one) for one in outcome.choices}
    known = tuple(one for one in rated if id(one.choice) in before)
    return Polled(known, tuple(rated), least, item.expect_refusal or not item.answerable)


def _is_for(vote: str) -> bool:
    return vote != "silent"


def _odds(chance: float) -> float:
    held = min(max(chance, _EDGE), 1 - _EDGE)
    return math.log(held / (1 - held))


def _told(name: str, found: Figures) -> str:
    return f"{name}：对{found.right}，错而未提醒{found.wrong_and_sure}"


def _write(path: Path, value: Tuning) -> None:
    path.write_text(value.model_dump_json() + "\n", encoding="utf-8")
    console.print(f"已写入{path}")


if __name__ == "__main__":
    run_command(main)

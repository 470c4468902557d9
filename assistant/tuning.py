"""What was fitted: the weights of prose and of choosing, read once from tuning.json. `python -m eval.fit` writes it."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from assistant.trees import Trees

FOLLOWS = "turn"
"""The feature of candidates behind other turns; the names of all that tell how they hang on these begin so."""


class Tuning(BaseModel):
    """Weights by the names of features; `bias` is the constant of a probability."""

    model_config = ConfigDict(frozen=True)

    measured: str
    """The day of fitting, ISO 8601."""
    prose: dict[str, float]
    """What ranks windows."""
    prose_sure: dict[str, float] = {}
    """What tells whether the best window answers at all."""
    prose_adding: dict[str, float] = {}
    """When a second window is added: what it must hold more, and how far behind it may be."""
    refuse_below: float = 0.0
    """Below this chance nothing is answered."""
    sure_from: float = 0.0
    """From this chance on an answer is given as such; below it, as what comes closest."""
    brief_within: float = 0.25
    """An answer whose rank score is so little behind, and that leaves nothing more out, is taken for its brevity: with
    3 of 100 questions, and in 3 of 1,000 that loses what was asked (2026-11-28).
    """
    beside_below: float = 0.75
    """Below this chance the next likeliest answer is told beside, …"""
    beside_within: float = 2.0
    """… where its rank score is no further behind: told with 29 of 100 questions left out it makes 3.5 more right, with
    16 of 100 over real documents 1.8 (below .6 with 19 and 8, 2.4 and 1.0; 2026-11-30).
    """
    pairing: dict[str, float] = {}
    """What orders results made of two numbers that stand together (assistant/paired)."""
    claims_borne_out: float = 0.85
    """The share of its words that a text must say to bear a claim out,"""
    claims_borne_out_typed: float = 0.75
    """the same where it says the values and names claimed,"""
    claims_spoken_of: float = 0.7
    """the least for it to speak of the same thing at all, …"""
    claims_told: float = 1.0
    """… and the least that words must tell: of 165 true and false statements none is judged wrongly (2026-11-28)."""
    silence: dict[str, float] = {}
    """What tells the chance that no document answers a question (assistant/silence.py)."""
    silent_from: float = 1.0
    """From this chance on nothing is answered."""
    foreign_from: float = 0.95
    """From this share of words that no document uses on, a question is about something else altogether, …"""
    foreign_below: float = 0.6
    """… and below this chance not answered: no right answer of 5,606 questions left out is lost by it, from .7 of the
    words on 11 are (2026-11-29)."""
    votes: dict[str, float] = {"voted": 0.6, "alike": 0.2, "chosen": 0.6, "cited": 0.3, "silent": -0.3}
    """What each kind of vote of an LLM adds to the logarithm of the odds (assistant/advising/voting.py)."""
    advise_below: float = 0.6
    """Below this chance of the best candidate an LLM is asked for advice. The shipped votes and limit were fitted by
    `eval.votes` on 33 questions with recorded replies of a model of 1.5 billion weights: with them 24 are right in
    place of 22, with those of fits that left the question out 23 (2026-11-28).
    """
    ranking: Trees = Trees()
    """What orders the candidates of a question: what each gains beside how near it comes (assistant/closeness.py)."""
    following: Trees = Trees()
    """What a candidate behind other turns gains by how it hangs on them (assistant/behind.py)."""
    choosing: Trees = Trees()
    """What tells the odds that a candidate is right, by its own features."""
    surety: dict[str, float] = {"odds": 1.0}
    """What tells the chance that a candidate is right, among the others (assistant/surety.py)."""

    def scores(self, each: Sequence[Mapping[str, float]]) -> list[float]:
        """The rank score of each candidate of a question by its features."""
        scores = self.ranking.sums(each)
        if not self.following.trees or not any(FOLLOWS in one for one in each):
            return scores
        return [score + gain for score, gain in zip(scores, self.following.sums(each), strict=True)]


@cache
def tuning() -> Tuning:
    """The shipped weights."""
    return Tuning.model_validate_json(files(__package__).joinpath("tuning.json").read_text(encoding="utf-8"))

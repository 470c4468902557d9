"""Advice on a question: candidates that a model voted for, and whether it found the prose silent. Knows no model."""

from dataclasses import dataclass

from assistant.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Advice:
    """What a model advised. All of it is made of the documents; the model only pointed."""

    meant: tuple[tuple[Candidate, ...], ...] = ()
    """For each meaning that it gave, what the documents say to it, the best first."""
    chosen: tuple[Candidate, ...] = ()
    """What the sentences that it chose say."""
    silent: bool = False
    """Whether it found no sentence that answers."""
    asked: int = 0
    """How many requests were made, …"""
    failed: int = 0
    """… and how many of them brought nothing that could be used."""
    told: bool = False
    """Whether the answer is another one for it."""

    @property
    def is_lost(self) -> bool:
        """Whether a model was asked and brought nothing at all that could be used."""
        return 0 < self.asked <= self.failed


NO_ADVICE = Advice()

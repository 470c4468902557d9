"""A candidate: one way to understand the question, what the documents say to it, and the evidence for choosing it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.draft import Draft, NoAnswer
from assistant.reading.ask import Ask
from corpus.facts import Evidence


@dataclass(frozen=True, slots=True)
class Candidate:
    """An Ask with its outcome.

    `features` are few, named and mostly between 0 and 1. Those that every candidate has:

    match     share of the weight of `ask.where.words` that the best row and its surroundings hold
    own       the same, by the row's own words alone
    margin    match less that of the best row which would answer otherwise
    meaning   closeness of question and row by the embedder, 0 where unknown
    agree     1 the type asked for is there, 0 not asked, -1 another type
    filled    share of `ask.want` that the rows fill
    """

    ask: Ask
    outcome: Draft | NoAnswer
    features: Mapping[str, float] = field(default_factory=dict)
    rows: tuple[str, ...] = ()
    """Names of the rows shown, in their order, for turns that point at them."""
    several: bool = False
    """Whether it puts together the answers to several questions asked in one breath."""

    @property
    def kind(self) -> str:
        """What it is weighed as: its subject, or several."""
        return "several" if self.several else str(self.ask.subject)

    @property
    def way(self) -> str:
        """How it answers: its kind and fold."""
        return f"{self.kind} {self.ask.fold}"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What it rests on."""
        outcome = self.outcome
        return outcome.evidence if isinstance(outcome, Draft) else outcome.correction

    @property
    def said(self) -> str | tuple[str, ...]:
        """What tells it from others of the same kind: its statements, or the words of its refusal."""
        outcome = self.outcome
        return outcome.message if isinstance(outcome, NoAnswer) else tuple(one.text for one in outcome.statements)

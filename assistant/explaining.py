"""How an answer came about, for a person who wants to know: spans, Asks with their chances, and what spoke for each."""

from assistant.answering import Outcome
from assistant.choosing import Choice
from assistant.reading.names import Name
from assistant.reading.reading import Reading
from assistant.reading.rendering import rendered
from assistant.shape import Shape
from corpus.facts import Library

_MOST = 12
_LONGEST = 120


class ExplainedSpan(Shape):
    """Words of the question and what they were taken for."""

    words: str
    """As asked."""
    kind: str
    """document, area, unit, year, day, ordinal, amount or sense."""
    value: str
    """What they stand for."""


class ExplainedChoice(Shape):
    """One way to answer, its chance to be right, and the evidence."""

    understood: str
    """The meaning, in Chinese."""
    subject: str
    """tasks, targets, records, metadata, definitions, outline, prose, holdings or overview."""
    fold: str
    """What was done with the rows."""
    chance: float
    """The fitted chance that it is right, 0 to 1."""
    answer: str
    """The beginning of what it says."""
    features: dict[str, float]
    """What spoke for and against it."""


class Explanation(Shape):
    """Everything that led to an answer; the first choice won unless it was too unlikely or not verified."""

    text: str
    """The question as read."""
    documents: tuple[str, ...]
    """Ids in scope."""
    spans: tuple[ExplainedSpan, ...]
    """Everything recognised."""
    choices: tuple[ExplainedChoice, ...]
    """What competed, the likeliest first."""
    chance: float
    """The chance of the outcome."""
    parts: tuple["Explanation", ...] = ()
    """The same for each question asked in one breath."""


def outcome_to_explanation(outcome: Outcome, library: Library) -> Explanation:
    """The explanation of an outcome."""
    reading = outcome.understood.reading
    return Explanation(
        text=reading.text,
        documents=reading.documents,
        spans=_spans(reading),
        choices=tuple(_choice(choice, library) for choice in outcome.choices[:_MOST]),
        chance=round(outcome.chance, 4),
        parts=tuple(outcome_to_explanation(part, library) for part in outcome.parts),
    )


def _spans(reading: Reading) -> tuple[ExplainedSpan, ...]:
    """What was recognised, from left to right; characters that only bound a name aside."""
    told = sorted((span for span in reading.spans if span.value), key=lambda span: (span.start, span.end))
    return tuple(
        ExplainedSpan(words=reading.text[span.start : span.end], kind=span.kind, value=_value(span.value))
        for span in told
    )


def _value(value: object) -> str:
    names = [one.value for one in value if isinstance(one, Name)] if isinstance(value, tuple) else []
    return ("、".join(dict.fromkeys(names)) or str(value))[:_LONGEST]


def _choice(choice: Choice, library: Library) -> ExplainedChoice:
    candidate = choice.candidate
    return ExplainedChoice(
        understood=rendered(candidate.ask, library),
        subject=candidate.ask.subject,
        fold=candidate.ask.fold,
        chance=round(choice.chance, 4),
        answer=candidate.outcome.text[:_LONGEST],
        features={name: round(value, 3) for name, value in sorted(choice.features.items()) if value},
    )

"""A question as it was understood, for those who word the answer. No document text, no answer."""

from dataclasses import dataclass

from assistant.reading.ask import Ask


@dataclass(frozen=True, slots=True)
class Query:
    """A question and the Ask that it was taken for."""

    question: str
    """As asked."""
    text: str
    """Normalised, names put right."""
    understood: str
    """The Ask in Chinese, as it is shown."""
    ask: Ask

    @property
    def documents(self) -> tuple[str, ...]:
        """Ids in scope."""
        return self.ask.where.documents

    @property
    def years(self) -> tuple[int, ...]:
        """The years named."""
        return self.ask.where.years

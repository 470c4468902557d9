"""Which documents a comparison is over: those named, else all but those that are repealed or expired."""

from assistant.reading.ask import Ask
from assistant.validity import in_force, today
from corpus.facts import Library

__all__ = ["documents_compared"]


def documents_compared(ask: Ask, library: Library) -> tuple[str, ...]:
    """The documents in scope of an ask, in their order; of twins that say the same the first."""
    documents = library.distinct(ask.where.documents or library.documents)
    if ask.where.named:
        return documents
    return tuple(one for one in documents if one in in_force(library, today())) or documents

"""What is known of a table or a sentence from outside of it: the document's title, and the year that it plans from."""

from dataclasses import dataclass

from corpus.document import Document
from corpus.extraction.periods import own_year, planned_period


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known from outside."""

    title: str
    """Of the document."""
    year: int | None = None
    """The first that lies ahead for the document."""


UNKNOWN = Setting("")
"""Of what stands by itself."""


def setting_of(document: Document) -> Setting:
    """What a document says of all that stands in it."""
    period = planned_period(document)
    return Setting(document.metadata.title, period[0] if period else own_year(document))

"""What the running text charges units with (区综合行政执法局负责解决…): sentences that begin with who does it.

Knows no task tables and no questions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.sentences import document_to_sentences
from assistant.units import folded_forms
from corpus.extraction.unit_names import looks_like_unit, split_units
from corpus.facts import Evidence, Library

__all__ = ["Duty", "duties"]

_CHARGED = re.compile(
    r"^(?P<units>[^。；：:（(]{3,600}?)(?:等\w{0,8})?(?:重点|主要|具体|共同)?负责(?P<work>[^。]{4,300})"
)


@dataclass(frozen=True, slots=True)
class Duty:
    """A sentence of the running text and the units, folded, that it charges."""

    document: str
    units: frozenset[str]
    work: str
    evidence: Evidence


@lru_cache(maxsize=4)
def duties(library: Library) -> tuple[Duty, ...]:
    """All duties that the running texts give to units they name at the beginning of a sentence."""
    return tuple(duty for document_id in library.documents for duty in _document_to_duties(document_id, library))


def _document_to_duties(document_id: str, library: Library) -> Iterator[Duty]:
    for sentence in document_to_sentences(library.document(document_id)):
        yield from _sentence_to_duties(document_id, sentence)


def _sentence_to_duties(document_id: str, evidence: Evidence) -> Iterator[Duty]:
    for part in re.split(r"(?<=；)", evidence.quote):
        charged = _CHARGED.match(part)
        names = split_units(charged["units"]).names if charged else ()
        if charged and names and all(map(looks_like_unit, names)):
            forms = frozenset(form for name in names for form in folded_forms(name))
            yield Duty(document_id, forms, charged["work"].rstrip("；"), Evidence(quote=part, place=evidence.place))

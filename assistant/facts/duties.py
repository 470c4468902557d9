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
    r"^(?P<units>[^。；：:（(]{3,600}?)(?:等\w{0,8})?(?:重点|主要|具体|共同)?(?:负责(?!人)|承担)(?P<work>[^。，][^。]{3,300})"
)
_LISTED = re.compile(r"^(?P<units>[^。；：:，,（(]{3,40})[：:](?P<work>[^。：:]{4,300})")
"""A line that lists what a unit does behind its name: 市气象局：负责暴雨监测预报。"""
_LABEL = re.compile(r"^(?:责任|牵头|主办|配合|协办|咨询|联系|主管|实施|主送)(?:单位|部门|机构)$|代表$|(?<!自)由")
"""What stands before a colon and is no unit, and names with the words of a sentence in them."""
_NEXT = re.compile(r"(?<=；)|(?<=，)(?=[^，。；：:（(]{3,20}(?:负责|承担)[^，。；]{2})")


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
    sentences = list(document_to_sentences(library.document(document_id)))
    is_list = sum(bool(_charged(_LISTED, one.quote)) for one in sentences) > 1
    for sentence in sentences:
        for part in _parts(sentence.quote):
            charged = (is_list and _charged(_LISTED, part)) or _charged(_CHARGED, part)
            if charged:
                names, work = charged
                forms = frozenset(form for name in names for form in folded_forms(name))
                yield Duty(document_id, forms, work, Evidence(quote=part.rstrip("，；"), place=sentence.place))


def _parts(sentence: str) -> Iterator[str]:
    """A sentence cut before each clause that charges other units (区民政局负责…；区卫健委负责…)."""
    waiting = ""
    for piece in _NEXT.split(sentence):
        if waiting and _charged(_CHARGED, piece):
            yield waiting
            waiting = ""
        waiting += piece
    yield waiting


def _charged(pattern: re.Pattern[str], words: str) -> tuple[tuple[str, ...], str] | None:
    """Whom the words charge, and with what; None where the names are not all units'."""
    found = pattern.match(words)
    names = split_units(found["units"]).names if found else ()
    units = all(looks_like_unit(name) and not _LABEL.search(name) for name in names)
    return (names, found["work"].rstrip("，；")) if found and names and units else None

"""Where a question names documents, areas, units, years and indicators: the slots that a follow-up may fill anew."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.understanding.names import NameKind
from assistant.understanding.normalising import to_key
from assistant.understanding.vocabulary import vocabulary_of
from corpus.facts import Library

__all__ = ["GROWTH", "GROWTH_WORDS", "Mention", "Slot", "mentions"]

_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d{2}(?!\d)年?|\d{2}年(?!前|内))")
_WHOLE = re.compile(r"全[市区县省域]")
GROWTH = re.compile(r"^(?:新增|累计|新建|新引进|新认定|计划|全部|总)")
"""What an indicator may begin with that says whether it grows or adds up."""
GROWTH_WORDS = re.compile(r"新增|累计|新建")
_SHORTEST = 3


class Slot(StrEnum):
    """What a mention fills."""

    DOCUMENT = "document"
    SCOPE = "scope"
    UNIT = "unit"
    YEAR = "year"
    INDICATOR = "indicator"


_SLOTS = {NameKind.DOCUMENT: Slot.DOCUMENT, NameKind.AREA: Slot.SCOPE, NameKind.UNIT: Slot.UNIT}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question that name something the corpus knows, and the documents that know it."""

    slot: Slot
    start: int
    end: int
    words: str
    """As to be put into another question: an area's full name, else the words themselves."""
    documents: frozenset[str]


def mentions(text: str, library: Library) -> list[Mention]:
    """All mentions from left to right, none overlapping another; names of places come before indicators and years."""
    named = _places(text, library)
    for slot, pattern in (
        (Slot.SCOPE, _WHOLE),
        (Slot.INDICATOR, _indicator_pattern(library)),
        (Slot.YEAR, _YEAR),
    ):
        for match in pattern.finditer(text):
            if not any(mention.start < match.end() and match.start() < mention.end for mention in named):
                named.append(Mention(slot, match.start(), match.end(), match[0], frozenset()))
    return sorted(named, key=lambda mention: mention.start)


def _places(text: str, library: Library) -> list[Mention]:
    found = []
    for mention in vocabulary_of(library).names.mentions(to_key(text)):
        slot = next((_SLOTS[name.kind] for name in mention.names if name.kind in _SLOTS), None)
        if slot is None:
            continue
        names = [name for name in mention.names if _SLOTS.get(name.kind) is slot]
        words = names[0].value if slot is Slot.SCOPE else text[mention.start : mention.end]
        documents = frozenset(name.document for name in names)
        found.append(Mention(slot, mention.start, mention.end, words, documents))
    return found


@lru_cache(maxsize=4)
def _indicator_pattern(library: Library) -> re.Pattern[str]:
    """Any indicator, also without 新增 or 累计; the longest first."""
    names = {target.indicator for target in library.targets()}
    forms = {form for name in names for form in (name, GROWTH.sub("", name)) if len(form) >= _SHORTEST}
    return re.compile("|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) or r"(?!)")

"""Where a question names documents, areas, units, years and indicators: the slots that a follow-up may fill anew.

Also places that no document is about. Knows no answers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.labels import document_label
from assistant.reading.names import NameKind
from assistant.reading.normalising import blanked, to_key
from assistant.reading.unknown_places import unknown_places, unknown_townships
from assistant.reading.vocabulary import vocabulary_of
from corpus.facts import Library

__all__ = [
    "GROWTH",
    "GROWTH_WORDS",
    "Mention",
    "Slot",
    "mentions",
    "places_elsewhere",
    "title_mentions",
    "townships_elsewhere",
]

_YEAR = re.compile(
    r"(?<!\d)(?:19|20)?\d{2}年?(?:-|至|到)(?:(?:19|20)\d{2}(?!\d)年?|\d{2}年(?!前|内|期|限))"
    r"|(?<!\d)(?:(?:19|20)\d{2}(?!\d)年?|\d{2}年(?!前|内))"
)
_KINDS = r"(?:指导|实施|行动|推进)?(?:意见|方案|计划|规划|办法|细则|通知)|文件"
_BY_TITLE = re.compile(rf"([\w“”+]{{2,10}}?)的?(?:[那这](?:一?份|个|篇)(?:{_KINDS})?|{_KINDS})")
_UNTELLING = re.compile(r"(?:[这那该本]|指导|实施|行动|推进|发展|工作|三年|政策|文件|有关|相关){1,4}")
_NO_WORD = re.compile(r"\W")
_SHORTEST_TITLE = 2
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
    """One year, or the first and the last of several (2023到2025年)."""
    INDICATOR = "indicator"
    ELSEWHERE = "elsewhere"
    """A place that no document is about."""


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


def places_elsewhere(text: str, library: Library, documents: Sequence[str] = ()) -> list[Mention]:
    """The places in `text` that no document is about, those aside that merely occur in the text of `documents`."""
    key, vocabulary = to_key(text), vocabulary_of(library)
    found = unknown_places(key, vocabulary.names.mentions(key), vocabulary, tuple(documents))
    return list(_located(found, key, Slot.ELSEWHERE))


def title_mentions(text: str, library: Library) -> list[Mention]:
    """Where `text` refers to a document by words that stand in one title only: 农机那份, 运力方案."""
    titles = {one.id: _NO_WORD.sub("", to_key(one.metadata.title)) for one in library.documents.values()}
    found = []
    for match in _BY_TITLE.finditer(text):
        for start in range(match.start(), match.end(1) - _SHORTEST_TITLE + 1):
            stem = _NO_WORD.sub("", to_key(text[start : match.end(1)]))
            holders = [one for one, title in titles.items() if stem in title]
            if holders and len(stem) >= _SHORTEST_TITLE:
                if len(holders) == 1 and not _UNTELLING.fullmatch(stem):
                    label = document_label(library, holders[0])
                    found.append(Mention(Slot.DOCUMENT, start, match.end(), label, frozenset(holders)))
                break
    return found


def townships_elsewhere(text: str, library: Library) -> list[Mention]:
    """The towns and sub-districts in `text` that stand in no document."""
    key, vocabulary = to_key(text), vocabulary_of(library)
    rest = blanked(key, ((mention.start, mention.end) for mention in vocabulary.names.mentions(key)))
    return list(_located(unknown_townships(rest, vocabulary), rest, Slot.SCOPE))


def _located(names: Sequence[str], key: str, slot: Slot) -> Iterator[Mention]:
    """The names, which stand in `key` in this order, where they stand."""
    at = 0
    for name in names:
        start = key.index(name, at)
        at = start + len(name)
        yield Mention(slot, start, at, name, frozenset())


def _places(text: str, library: Library) -> list[Mention]:
    found = []
    for mention in vocabulary_of(library).names.mentions(to_key(text)):
        slot = next((_SLOTS[name.kind] for name in mention.names if name.kind in _SLOTS), None)
        if slot is None:
            continue
        names = [name for name in mention.names if _SLOTS.get(name.kind) is slot]
        start, end = _with_brackets(text, mention.start, mention.end)
        words = names[0].value if slot is Slot.SCOPE else text[start:end]
        found.append(Mention(slot, start, end, words, frozenset(name.document for name in names)))
    return found


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a name stands, with the 《》 around it."""
    inside = text[:start].endswith("《") and text.startswith("》", end)
    return (start - 1, end + 1) if inside else (start, end)


@lru_cache(maxsize=4)
def _indicator_pattern(library: Library) -> re.Pattern[str]:
    """Any indicator, also without 新增 or 累计; the longest first."""
    names = {target.indicator for target in library.targets()}
    forms = {form for name in names for form in (name, GROWTH.sub("", name)) if len(form) >= _SHORTEST}
    return re.compile("|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))) or r"(?!)")

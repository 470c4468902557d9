"""The last question with one of its parts exchanged: another city, year, indicator, row, phase. Knows no answers."""

import re
from collections.abc import Sequence

from assistant.fact_answers.record_tables import record_tables
from assistant.mentions import Mention, Slot, mentions
from corpus.facts import Library

__all__ = ["refilled", "with_other_category", "with_other_phase", "with_other_row", "without"]

_ROW = re.compile(r"第(\d{1,4})(?=[项个条行位])")
_OTHER_ROW = re.compile(r"(下|后|上|前)(?:面)?一[项个条]")
_PHASE = re.compile(r"([一二三四五六七八九]|\d{1,2})([期批级类号])")
_ONLY_PHASE = re.compile(r"(?:那)?(?:[一二三四五六七八九]|\d{1,2})[期批级类号]")


def refilled(text: str, named: Sequence[Mention], library: Library, *, adds: bool) -> str:
    """`text` with the slots that `named` fills filled anew, or (`adds`: 和太原比呢) filled with both."""
    for slot in (Slot.INDICATOR, Slot.YEAR, Slot.UNIT, Slot.SCOPE, Slot.DOCUMENT):
        fillings = [mention for mention in named if mention.slot is slot]
        if fillings:
            text = _with_slot(text, slot, fillings, library, adds)
    places = [mention for mention in named if mention.slot is Slot.DOCUMENT]
    return _without_foreign_scopes(text, places, library) if places else text


def with_other_row(text: str, question: str) -> str | None:
    """`text` about the row after or before the one it names (第13项, 那下一项呢); None where neither speaks of rows."""
    row, other = _ROW.search(text), _OTHER_ROW.search(question)
    if row is None or other is None:
        return None
    number = int(row[1]) + (1 if other[1] in "下后" else -1)
    return f"{text[: row.start(1)]}{number}{text[row.end(1) :]}"


def with_other_phase(text: str, topic: str) -> str | None:
    """`text` with its 一期 replaced by the 二期 that is all of `topic`; None where that does not fit."""
    new, old = _ONLY_PHASE.fullmatch(topic), _PHASE.search(text)
    if new is None or old is None or not topic.endswith(old[2]):
        return None
    return text[: old.start()] + topic.removeprefix("那") + text[old.end() :]


def with_other_category(text: str, topic: str, library: Library) -> str | None:
    """`text` with one value of a column of categories (前期) replaced by another (新开工); None where there is none."""
    other = topic.removesuffix("的")
    for one in record_tables(library):
        for column in one.categories:
            values = one.values(column)
            old = [value for value in values if value in text and value != other]
            if other in values and old:
                return text.replace(max(old, key=len), other, 1)
    return None


def without(text: str, named: Sequence[Mention]) -> str:
    """`text` without what is named in it."""
    for mention in reversed(named):
        text = text[: mention.start] + text[mention.end :]
    return text


def _with_slot(text: str, slot: Slot, fillings: Sequence[Mention], library: Library, adds: bool) -> str:
    """`text` with its mentions of a slot replaced by `fillings`; without one, they go behind the document's name."""
    words = "和".join(dict.fromkeys(mention.words for mention in fillings))
    there = mentions(text, library)
    old = [mention for mention in there if mention.slot is slot]
    if not old:
        place = next((mention for mention in there if mention.slot is Slot.DOCUMENT), None)
        if place is None or slot is Slot.DOCUMENT:
            return words + text
        name = text[place.start : place.end]
        return text[: place.end] + words.removeprefix(name) + text[place.end :]
    for mention in reversed(old[1:]):
        joint = mention.start - 1 if text[mention.start - 1] in "和与、及" else mention.start
        text = text[:joint] + text[mention.end :]
    kept = f"{text[old[0].start : old[0].end]}和" if adds else ""
    return text[: old[0].start] + kept + words + text[old[0].end :]


def _without_foreign_scopes(text: str, documents: Sequence[Mention], library: Library) -> str:
    """`text` without areas that the newly named documents do not have."""
    ids = frozenset().union(*(mention.documents for mention in documents))
    foreign = [
        mention for mention in mentions(text, library) if mention.slot is Slot.SCOPE and not mention.documents & ids
    ]
    return without(text, foreign)

"""Asking back: questions that could mean one of several documents, and those that only a turn before would explain."""

from collections.abc import Iterable, Sequence

from assistant.answer import RefusalReason
from assistant.draft import NoAnswer
from assistant.labels import document_label
from assistant.reading.leaning import Leaning
from assistant.reading.normalising import blanked, stretches
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind
from assistant.reading.turn import Turn
from corpus.facts import Library

_MOST_OPTIONS = 5
_ALONE = frozenset(
    {"documents", "mentions", "tasks", "record", "goal", "each_place", "compare", "summary", "most", "least", "outline"}
    | {"due", "overdue", "ongoing", "undated", "alike_due", "greeting", "thanks", "help", "command"}
)
"""Senses that make a question whole, whatever else it leaves unsaid."""


def asked_back(reading: Reading, history: Sequence[Turn], library: Library) -> NoAnswer | None:
    """The question back, with what might be meant; None where it can be told."""
    if history:
        return None
    unplaced = not reading.told and len(reading.documents) > 1
    if unplaced and "ours" in reading.heard:
        return _back("“本市”“本区”或“本方案”指哪一份文件？请选择。", _placed(reading, library))
    if _is_bare(Leaning(reading, library), unplaced=unplaced):
        labels = _labels(reading.documents, library)
        options = (f"{label}的主要目标是什么？" for label in labels)
        return _back("没有上文，看不出问的是哪份文件的哪件事。请把问题说完整，例如：", options)
    return None


def _is_bare(now: Leaning, *, unplaced: bool) -> bool:
    """Whether a question says neither what it is about nor, where a place is named, what it asks."""
    if now.has_words or (_ALONE & now.reading.heard and not now.points) or now.slots & {Kind.UNIT, Kind.AMOUNT}:
        return False
    return unplaced or now.points or not (now.asks or now.labels or now.slots)


def _placed(reading: Reading, library: Library) -> Iterable[str]:
    """The question with the place in the stead of 本市."""
    ours = reading.senses("ours")
    first = min(one.start for one in ours)
    rest = "".join(blanked(reading.text, stretches(ours)).split())
    return (f"{rest[:first]}{label}{rest[first:]}" for label in _labels(reading.documents, library))


def _labels(documents: Sequence[str], library: Library) -> list[str]:
    return list(dict.fromkeys(document_label(library, one) for one in documents))[:_MOST_OPTIONS]


def _back(message: str, options: Iterable[str]) -> NoAnswer:
    return NoAnswer(RefusalReason.AMBIGUOUS, message, closest=tuple(options))

"""Changes that prose prints by both ends (由20家增加到26家): how far, spelled out. Knows no index."""

import re
from collections.abc import Iterator

from assistant.calculating import change, exact_amounts, growth
from assistant.reading.ask import Ask
from corpus.folding.characters import fold
from corpus.folding.units import base_unit

__all__ = ["AMOUNT", "RECKONED", "reckoned"]

AMOUNT = frozenset({"how_much", "ask_count"})
"""What is mostly printed, and follows from a change alone (前进了多少位)."""
_GROWTH = frozenset({"growth", "doubled"})
RECKONED = frozenset({"difference", "share", "ratio", "order", "nth"}) | _GROWTH | AMOUNT
"""What may be asked for that no sentence prints."""

_RISE = re.compile(
    r"(?:由|从)(?P<before>[^。；;由从]{1,60}?)"
    r"(?P<verb>增加|增长|提高|提升|上升|扩大|增|升|下降|降低|减少|缩短|压缩|压减|缩小|降|减|)(?:到|至|为)"
    r"(?P<after>[^。；;由从]{1,60})"
)


def reckoned(text: str, ask: Ask) -> str:
    """The changes that a text prints by both ends, where what is asked for may follow; empty where none does."""
    return "；".join(_changes(fold(text), ask.heard)) if ask.heard & RECKONED else ""


def _changes(text: str, heard: frozenset[str]) -> Iterator[str]:
    for match in _RISE.finditer(text):
        before = [one.quantity for one in exact_amounts(match["before"])]
        after = [one.quantity for one in exact_amounts(match["after"])][: len(before)]
        if len(before) == len(after):
            pairs = [(b, a) for b, a in zip(before, after, strict=True) if base_unit(b.unit) == base_unit(a.unit)]
            yield from (change(b, a, match["verb"]) + growth(b, a, heard) for b, a in pairs)

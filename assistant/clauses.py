"""Parts of a text that tell one thing each, and how much of a claim they say. Judges nothing."""

import re
from collections.abc import Callable, Sequence

from assistant.held import told
from assistant.reading.printed import values_of
from assistant.reading.words import Term

COLUMNS = "——"
"""What stands between the name of a record and its columns."""
_PIECES = re.compile(r"[。;；\n]|——")


def share(terms: Sequence[Term], text: str, about: str = "") -> float:
    """The share of some terms that a text says, by weight, or what stands over it; all where there are none."""
    whole = sum(term.weight for term in terms)
    return sum(term.weight for term in told(terms, text, about)) / whole if whole else 1.0


def foremost(parts: Sequence[str], rank: Callable[[str], tuple[float, ...]]) -> str:
    """The part that ranks first."""
    return max(parts, key=rank) if len(parts) > 1 else parts[0]


def pieces_of(text: str) -> list[str]:
    """The parts of a text that tell one thing each: the columns of a record all tell of it, but for its numbers."""
    return [text] if COLUMNS in text and not values_of(text) else _PIECES.split(text)


def leads(name: str, role: str, said: str) -> bool:
    """Whether a column of this role (牵头单位：…) names it."""
    return any(name in column for column in re.findall(f"{role}[^:：;；]{{0,4}}[:：]([^;；]*)", said))

"""Parts of a text that tell one thing each, and how much of a claim they say. Judges nothing."""

import re
from collections.abc import Callable, Sequence

from assistant.reading.printed import values_of

COLUMNS = "——"
"""What stands between the name of a record and its columns."""
_PIECES = re.compile(r"[。;；\n]|——")


def foremost(parts: Sequence[str], rank: Callable[[str], tuple[float, ...]]) -> str:
    """The part that ranks first."""
    return max(parts, key=rank) if len(parts) > 1 else parts[0]


def pieces_of(text: str) -> list[str]:
    """The parts of a text that tell one thing each: the columns of a record all tell of it, but for its numbers."""
    return [text] if COLUMNS in text and not values_of(text) else _PIECES.split(text)


def leads(name: str, role: str, said: str) -> bool:
    """Whether a column of this role (牵头单位：…) names it."""
    return any(name in column for column in re.findall(f"{role}[^:：;；]{{0,4}}[:：]([^;；]*)", said))

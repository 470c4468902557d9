"""The asking words: which senses are heard in a question, and where; and hints, what it lets slip beside them (刨去,
对得上, 实际). The words themselves are data (senses.tsv, hints.tsv) with examples, which are their test.
"""

import re
from functools import cache, lru_cache

from assistant.data_files import data_rows
from assistant.reading.spans import Heard, Kind

COURTESY = frozenset({"greeting", "thanks"})
"""Senses that ask nothing."""


def hear(text: str) -> tuple[Heard, ...]:
    """Everything that is heard in a normalised question; senses may overlap."""
    found = (
        Heard(*match.span(), Kind.SENSE, sense, content)
        for sense, content, pattern in _senses()
        for match in pattern.finditer(text)
        if match.end() > match.start()
    )
    return tuple(dict.fromkeys(found))


def hears(text: str, sense: str) -> bool:
    """Whether one sense is heard in a normalised question."""
    return any(pattern.search(text) for name, _, pattern in _senses() if name == sense)


@lru_cache(maxsize=512)
def hints_of(text: str) -> frozenset[str]:
    """The hints that a text holds."""
    return frozenset(hint for hint, pattern in _hints() if pattern.search(text))


@cache
def _senses() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """Each sense, whether what is heard stays among the words looked for unless it is used, and the pattern."""
    rows = data_rows(__package__, "senses.tsv")
    return tuple((sense, kind == "content", re.compile(pattern, re.IGNORECASE)) for sense, kind, pattern, _ in rows)


@cache
def _hints() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((hint, re.compile(pattern)) for hint, pattern, _ in data_rows(__package__, "hints.tsv"))

"""Hints: what a question lets slip beside its asking words (刨去, 对得上, 实际). Patterns are data (hints.tsv)."""

import re
from functools import cache, lru_cache

from assistant.data_files import data_rows

__all__ = ["HintRule", "hint_rules", "hints_of"]

HintRule = tuple[str, re.Pattern[str], tuple[str, ...]]
"""The hint, its pattern, and examples that hold it."""


@lru_cache(maxsize=512)
def hints_of(text: str) -> frozenset[str]:
    """The hints that a text holds."""
    return frozenset(hint for hint, pattern, _ in hint_rules() if pattern.search(text))


@cache
def hint_rules() -> tuple[HintRule, ...]:
    """All rules, in the order of the file."""
    rows = data_rows(__package__, "hints.tsv")
    return tuple((hint, re.compile(pattern), tuple(examples.split("|"))) for hint, pattern, examples in rows)

"""The asking words: which senses are heard in a question, and where; and hints, what it lets slip beside them (刨去,
对得上, 实际). The words themselves are data (senses.tsv, hints.tsv).
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.data_files import data_rows
from assistant.reading.spans import Heard, Kind

__all__ = ["COURTESY", "HintRule", "Rule", "hear", "hears", "hint_rules", "hints_of", "rules"]

COURTESY = frozenset({"greeting", "thanks"})
"""Senses that ask nothing."""
HintRule = tuple[str, re.Pattern[str], tuple[str, ...]]
"""The hint, its pattern, and examples that hold it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the data file. Words of a `content` rule stay among the words looked for unless they are used."""

    sense: str
    content: bool
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    return tuple(_rule(*row) for row in data_rows(__package__, "senses.tsv"))


def hear(text: str) -> tuple[Heard, ...]:
    """Everything that is heard in a normalised question; senses may overlap."""
    found = (
        Heard(*match.span(), Kind.SENSE, rule.sense, rule.content)
        for rule in rules()
        for match in rule.pattern.finditer(text)
        if match.end() > match.start()
    )
    return tuple(dict.fromkeys(found))


def hears(text: str, sense: str) -> bool:
    """Whether one sense is heard in a normalised question."""
    return any(rule.pattern.search(text) for rule in rules() if rule.sense == sense)


@lru_cache(maxsize=512)
def hints_of(text: str) -> frozenset[str]:
    """The hints that a text holds."""
    return frozenset(hint for hint, pattern, _ in hint_rules() if pattern.search(text))


@cache
def hint_rules() -> tuple[HintRule, ...]:
    """All rules, in the order of the file."""
    rows = data_rows(__package__, "hints.tsv")
    return tuple((hint, re.compile(pattern), tuple(examples.split("|"))) for hint, pattern, examples in rows)


def _rule(sense: str, kind: str, pattern: str, examples: str) -> Rule:
    return Rule(sense, kind == "content", re.compile(pattern, re.IGNORECASE), tuple(examples.split("|")))

"""The asking words: which senses are heard in a question, and where. The words themselves are data (senses.tsv)."""

import re
from dataclasses import dataclass
from functools import cache

from assistant.data_files import data_rows

__all__ = ["COURTESY", "Heard", "Rule", "hear", "hears", "rules"]

COURTESY = frozenset({"greeting", "thanks"})
"""Senses that ask nothing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the data file. Words of a `content` rule stay among the words looked for unless they are used."""

    sense: str
    content: bool
    pattern: re.Pattern[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch [start, end) of a question in which a sense is heard."""

    start: int
    end: int
    sense: str
    content: bool


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the file."""
    return tuple(_rule(*row) for row in data_rows(__package__, "senses.tsv"))


def hear(text: str) -> tuple[Heard, ...]:
    """Everything that is heard in a normalised question; senses may overlap."""
    found = (
        Heard(match.start(), match.end(), rule.sense, rule.content)
        for rule in rules()
        for match in rule.pattern.finditer(text)
        if match.end() > match.start()
    )
    return tuple(dict.fromkeys(found))


def hears(text: str, sense: str) -> bool:
    """Whether one sense is heard in a normalised question."""
    return any(rule.pattern.search(text) for rule in rules() if rule.sense == sense)


def _rule(sense: str, kind: str, pattern: str, examples: str) -> Rule:
    return Rule(sense, kind == "content", re.compile(pattern, re.IGNORECASE), tuple(examples.split("|")))

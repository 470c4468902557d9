"""The asking words: which senses are heard in a question, and where. The words themselves are data (senses.tsv)."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

__all__ = ["Heard", "Rule", "hear", "rules"]


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
    lines = files(__package__).joinpath("senses.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_rule(line) for line in lines if line and not line.startswith("#"))


def hear(text: str) -> tuple[Heard, ...]:
    """Everything that is heard in a normalised question; senses may overlap."""
    found = (
        Heard(match.start(), match.end(), rule.sense, rule.content)
        for rule in rules()
        for match in rule.pattern.finditer(text)
        if match.end() > match.start()
    )
    return tuple(dict.fromkeys(found))


def _rule(line: str) -> Rule:
    sense, kind, pattern, examples = line.split("\t")
    return Rule(sense, kind == "content", re.compile(pattern, re.IGNORECASE), tuple(examples.split("|")))

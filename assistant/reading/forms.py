"""What an answer must hold whatever it says: an amount of money, a day, a telephone number. Patterns are data."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.data_files import data_rows

__all__ = ["FormRule", "form_rules", "formless", "forms_of"]


@dataclass(frozen=True, slots=True)
class FormRule:
    """A form, what asks for it, what has it, and examples of both."""

    form: str
    asks: re.Pattern[str]
    has: re.Pattern[str]
    asking: tuple[str, ...]
    having: tuple[str, ...]


@lru_cache(maxsize=512)
def forms_of(question: str) -> frozenset[str]:
    """The forms that a question asks for; none for most."""
    return frozenset(rule.form for rule in form_rules() if rule.asks.search(question))


def formless(forms: frozenset[str], text: str) -> int:
    """How many of the forms asked for a text has nothing of."""
    return sum(not rule.has.search(text) for rule in form_rules() if rule.form in forms)


@cache
def form_rules() -> tuple[FormRule, ...]:
    """All rules, in the order of the file."""
    return tuple(_rule(*row) for row in data_rows(__package__, "forms.tsv"))


def _rule(form: str, asks: str, has: str, asking: str, having: str) -> FormRule:
    return FormRule(form, re.compile(asks), re.compile(has), tuple(asking.split("|")), tuple(having.split("|")))

"""What an answer must hold whatever it says: an amount of money, a day, a telephone number. Patterns are data."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

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
    lines = files(__package__).joinpath("forms.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(_rule(*line.split("\t")) for line in lines if line and not line.startswith("#"))


def _rule(form: str, asks: str, has: str, asking: str, having: str) -> FormRule:
    return FormRule(form, re.compile(asks), re.compile(has), tuple(asking.split("|")), tuple(having.split("|")))

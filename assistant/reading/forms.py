"""What an answer must hold whatever it says: an amount of money, a day, the 施工单位 asked for. Patterns are data."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.data_files import data_rows

__all__ = ["FormRule", "form_rules", "formless", "forms_of"]


@dataclass(frozen=True, slots=True)
class FormRule:
    """A form, what asks for it, what has it, and examples of both. What a group of `asks` catches stands in for {} in
    `has`, by its first two characters.
    """

    form: str
    asks: re.Pattern[str]
    has: str
    asking: tuple[str, ...]
    having: tuple[str, ...]

    def asked(self, question: str) -> str | None:
        """The form as a question asks for it, with the word that it catches; None where it does not."""
        found = self.asks.search(question)
        if found is None:
            return None
        return f"{self.form} {found[found.lastindex][:_SAID]}" if found.lastindex else self.form


_SAID = 2


@lru_cache(maxsize=512)
def forms_of(question: str) -> frozenset[str]:
    """The forms that a question asks for; none for most."""
    return frozenset(form for rule in form_rules() if (form := rule.asked(question)))


def formless(forms: frozenset[str], text: str) -> int:
    """How many of the forms asked for a text has nothing of."""
    return sum(not _having(form).search(text) for form in forms)


@lru_cache(maxsize=512)
def _having(form: str) -> re.Pattern[str]:
    """What has a form asked for."""
    name, _, word = form.partition(" ")
    has = next(rule.has for rule in form_rules() if rule.form == name)
    return re.compile(has.replace("{}", re.escape(word)))


@cache
def form_rules() -> tuple[FormRule, ...]:
    """All rules, in the order of the file."""
    return tuple(_rule(*row) for row in data_rows(__package__, "forms.tsv"))


def _rule(form: str, asks: str, has: str, asking: str, having: str) -> FormRule:
    return FormRule(form, re.compile(asks), has, tuple(asking.split("|")), tuple(having.split("|")))

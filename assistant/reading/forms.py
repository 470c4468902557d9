"""What an answer must hold whatever it says: an amount of money, a day, the 施工单位 asked for. Patterns are data
(forms.tsv) with examples, which are their test.
"""

import re
from functools import cache, lru_cache

from assistant.data_files import data_rows

_SAID = 2
"""So many characters of the word that a pattern catches stand for it."""


@lru_cache(maxsize=512)
def forms_of(question: str) -> frozenset[str]:
    """The forms that a question asks for, each with the word that it catches (role 施工); none for most."""
    found = ((form, asks.search(question)) for form, asks, _ in _rules())
    return frozenset(f"{form} {one[one.lastindex][:_SAID]}" if one.lastindex else form for form, one in found if one)


def formless(forms: frozenset[str], text: str) -> int:
    """How many of the forms asked for a text has nothing of."""
    return sum(not _having(form).search(text) for form in forms)


@lru_cache(maxsize=512)
def _having(form: str) -> re.Pattern[str]:
    """What has a form asked for."""
    name, _, word = form.partition(" ")
    has = next(has for known, _, has in _rules() if known == name)
    return re.compile(has.replace("{}", re.escape(word)))


@cache
def _rules() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Each form, what asks for it and what has it, where {} is the word that a group of the first catches."""
    return tuple((form, re.compile(asks), has) for form, asks, has, *_ in data_rows(__package__, "forms.tsv"))

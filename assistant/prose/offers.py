"""Whether a text offers the kind of thing that is asked for: an amount, a time, a unit, a list. Patterns are data."""

import re
from functools import cache, lru_cache

from assistant.data_files import data_rows
from corpus.folding.amounts import find_amounts
from corpus.folding.units import unit_family

_RICH = {"which": 4, "list": 4, "how": 2}
"""An enumeration is the richer the longer it is; how many pieces make a whole one."""
_LABEL = re.compile(r"(?:^|[。；;\n—）)、.．])\s?([\u4e00-\u9fff]{2,8})[：:]")


@lru_cache(maxsize=1024)
def families_in(text: str) -> frozenset[str]:
    """The families of the units of the amounts in a text."""
    found = (unit_family(amount.quantity.unit) for amount in find_amounts(text))
    return frozenset(family for family in found if family)


def forms_in(text: str) -> frozenset[str]:
    """The senses of asking words that want something of a form that a text holds."""
    return frozenset(sense for sense, pattern in _patterns().items() if pattern.search(text))


@lru_cache(maxsize=1024)
def offered(heard: frozenset[str], text: str) -> tuple[float, float]:
    """How much of what the asking words want `text` offers, from 0 to 1, and the share of them it does not offer at
    all; 0 and 0 where nothing is asked for that has a form.
    """
    found = [richness(sense, text) for sense in with_form(heard)]
    return (sum(found) / len(found), found.count(0.0) / len(found)) if found else (0.0, 0.0)


@lru_cache(maxsize=1024)
def with_form(heard: frozenset[str]) -> tuple[str, ...]:
    """The senses that want something of a certain form."""
    return tuple(sorted(heard & _patterns().keys()))


def is_labelled(text: str, asked: str) -> bool:
    """Whether a text puts a label that is asked for before what it says (组长：某某, 报名时间：3月1日)."""
    return any(label in asked for label in _LABEL.findall(text))


def richness(sense: str, text: str) -> float:
    """How much of what such a sense wants a text offers."""
    return min(1.0, len(_patterns()[sense].findall(text)) / _RICH.get(sense, 1))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {sense: re.compile(pattern) for sense, pattern in data_rows(__package__, "offers.tsv")}

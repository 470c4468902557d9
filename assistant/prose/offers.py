"""Whether a text offers the kind of thing that is asked for: an amount, a time, a unit, a list. Patterns are data."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.data_files import data_rows

__all__ = ["offered", "offers_of"]

_RICH = {"which": 4, "list": 4, "how": 2}
"""An enumeration is the richer the longer it is; how many pieces make a whole one."""


def offered(heard: frozenset[str], text: str) -> tuple[float, float]:
    """How much of what the asking words want `text` offers, from 0 to 1, and the share of them it does not offer at
    all; 0 and 0 where nothing is asked for that has a form.
    """
    return offers_of(heard, [text])[0]


def offers_of(heard: frozenset[str], texts: Sequence[str]) -> list[tuple[float, float]]:
    """What `offered` gives for each of the texts."""
    asked = _with_form(heard)
    if not asked:
        return [(0.0, 0.0)] * len(texts)
    each = zip(*([_richness(sense, text) for text in texts] for sense in asked), strict=True)
    return [(sum(found) / len(asked), found.count(0.0) / len(asked)) for found in each]


@lru_cache(maxsize=1024)
def _with_form(heard: frozenset[str]) -> tuple[str, ...]:
    """The senses that want something of a certain form."""
    return tuple(sorted(heard & _patterns().keys()))


@lru_cache(maxsize=32768)
def _richness(sense: str, text: str) -> float:
    return min(1.0, len(_patterns()[sense].findall(text)) / _RICH.get(sense, 1))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {sense: re.compile(pattern) for sense, pattern in data_rows(__package__, "offers.tsv")}

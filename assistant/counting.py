"""How many there are, without what they are: a list that is shown whole buries the number that was asked for."""

import re
from collections.abc import Iterable
from dataclasses import replace

from assistant.candidate import Candidate
from assistant.draft import Draft, Statement

_LISTED = frozenset({"which", "what", "each"})
"""Senses of which one asks for the list, too."""
_LONG = 80
"""A shorter list is told with its number."""
_COUNTED = re.compile(r"(?P<said>[^。；]{0,200}共(?P<count>\d{1,3})[^\W\d]{1,3})：(?P<items>[^。]{1,4000})。?")


def counts_alone(found: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates that count and list what they tell (职责，共11项：…；…), the number where that alone is asked."""
    asked = (one for one in found if "ask_count" in one.ask.heard and not _LISTED & one.ask.heard)
    return [alone for one in asked if (alone := _count_alone(one))]


def _count_alone(one: Candidate) -> Candidate | None:
    draft = one.outcome
    if not isinstance(draft, Draft) or len(draft.statements) != 1:
        return None
    (listing,) = draft.statements
    counted = _COUNTED.fullmatch(listing.text)
    if counted is None or len(counted["items"]) < _LONG or counted["items"].count("；") + 1 != int(counted["count"]):
        return None
    alone = Statement(f"{counted['said']}。", listing.evidence, frozenset({int(counted["count"])}), listing.items)
    return replace(one, outcome=replace(draft, statements=(alone,)), features={**one.features, "counted": 1.0})

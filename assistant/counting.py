"""How many there are: without what they are, where a list that is shown whole buries the number that was asked for; and
of things that a clause only names side by side.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from assistant.candidate import Candidate
from assistant.draft import Draft, Statement
from assistant.showing import parallels_shown

_LISTED = frozenset({"which", "what", "each"})
"""Senses of which one asks for the list, too."""
_LONG = 80
"""A shorter list is told with its number."""
_LAST_TWO = re.compile(r"[^和及与]{2,40}(?:以及|和|及|与)[^和及与]{2,40}")
_PRINTED = re.compile(r"\d|等[〇一二三四五六七八九十]+[^、，。；]{0,2}")
"""Numbers beside things, or their own, are what is asked for."""
_MOST = 2
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


def parallels_counted(found: Iterable[Candidate]) -> list[Candidate]:
    """Of candidates whose words name things side by side, how many these are, where that is asked."""
    asked = (one for one in found if "ask_count" in one.ask.heard)
    counted = (made for one in asked if (made := _parallels_counted(one)))
    return [*islice({one.said: one for one in counted}.values(), _MOST)]


def _parallels_counted(one: Candidate) -> Candidate | None:
    draft = one.outcome
    if not isinstance(draft, Draft) or len(draft.statements) != 1:
        return None
    items = parallels_shown(draft)
    if not items or _PRINTED.search("".join(items)):
        return None
    many = len(items) + (_LAST_TWO.fullmatch(items[-1]) is not None)
    text = f"共{many}项：{'、'.join(items)}。"
    told = Statement(text, draft.statements[0].evidence, frozenset({many}), items)
    return replace(one, outcome=replace(draft, statements=(told,)), features={**one.features, "counted": 1.0})

"""What an answer shows beside its rows: how many amounts, and the things it lists."""

import re

from assistant.draft import Draft, NoAnswer
from corpus.folding.amounts import find_amounts

__all__ = ["amounts_shown", "items_shown"]

_MOST = 24
_LIST = re.compile(r"共(?P<count>\d{1,3})[^\W\d]{1,4}[^：。；]{0,12}：(?P<items>[^。]{1,2000})")


def amounts_shown(outcome: Draft | NoAnswer) -> int:
    """How many amounts an answer tells, of the first ones."""
    return len(find_amounts(outcome.text, spelled=False)[:_MOST]) if isinstance(outcome, Draft) else 0


def items_shown(outcome: Draft | NoAnswer) -> tuple[str, ...]:
    """The things that an answer counts and lists (共3项：…；…；…); () where it lists none, or not as many."""
    found = _LIST.search(outcome.text) if isinstance(outcome, Draft) else None
    items = tuple(one.strip() for one in found["items"].split("；")) if found else ()
    return items if found and len(items) == int(found["count"]) else ()

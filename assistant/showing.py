"""What an answer shows beside its rows: how many amounts, and the things it lists."""

import re

from assistant.draft import Draft, NoAnswer
from corpus.folding.amounts import find_amounts

__all__ = ["amounts_shown", "items_shown"]

_MOST = 24
_LIST = re.compile(r"(?P<count>\d{1,3})[^\W\d]{1,4}[^：。；]{0,12}：(?P<items>[^。：]{1,2000})")


def amounts_shown(outcome: Draft | NoAnswer) -> int:
    """How many amounts an answer tells, of the first ones."""
    return len(find_amounts(outcome.text, spelled=False)[:_MOST]) if isinstance(outcome, Draft) else 0


def items_shown(outcome: Draft | NoAnswer) -> tuple[str, ...]:
    """The things that an answer lists, or that its words count and list (科技金融方面3项：…；…；…); () where it lists
    none, or not as many.
    """
    if not isinstance(outcome, Draft) or outcome.items:
        return outcome.items if isinstance(outcome, Draft) else ()
    listed = ((found["count"], found["items"].split("；")) for found in _LIST.finditer(outcome.text))
    return next((tuple(one.strip() for one in items) for count, items in listed if len(items) == int(count)), ())

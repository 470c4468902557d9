"""What an answer shows beside its rows: how many amounts, and the things it lists."""

import re

from assistant.draft import Draft, NoAnswer
from assistant.facts.sections import list_to_points
from assistant.sentences import sentence_to_clauses
from corpus.document import Paragraph
from corpus.extraction.brackets import split_outside
from corpus.extraction.enumerations import blocks_to_enumerations
from corpus.folding.amounts import find_amounts
from corpus.place import Span

_MOST = 24
_NOWHERE = Span(start=0, end=0)
_FEWEST = 3
"""So many things that one clause names side by side are a list."""
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
    counted = (tuple(one.strip() for one in items) for count, items in listed if len(items) == int(count))
    return next(counted, ()) or _numbered(outcome)


def _numbered(outcome: Draft) -> tuple[str, ...]:
    """The items of the first list in the sentences shown: （一）…；（二）…, 一是…，二是…."""
    for one in outcome.statements[:_FEWEST]:
        block = Paragraph(text=one.text, place=one.evidence[0].place, span=_NOWHERE) if one.evidence else None
        for found in blocks_to_enumerations([block] if block else []):
            return tuple(point.title for point in list_to_points(found))
    return ()


def parallels_shown(outcome: Draft | NoAnswer) -> tuple[str, ...]:
    """The things that the richest clause names side by side (市内1ms、省内5ms、邻省3ms); () where none names enough."""
    clauses = sentence_to_clauses(outcome.text) if isinstance(outcome, Draft) else []
    best = max((split_outside(clause.rstrip("，；：。"), "、") for clause in clauses), key=len, default=[])
    return tuple(best) if len(best) >= _FEWEST else ()

"""What an answer shows beside its rows: numbers, each with the clause that says it, and the things it lists."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from assistant.draft import Draft, NoAnswer, Statement
from assistant.figures import figures, folded
from assistant.reading.shown import Shown
from corpus.facts import Evidence
from corpus.folding.amounts import Amount, find_amounts

__all__ = ["figures_shown", "items_shown"]

_Printed: TypeAlias = Sequence[tuple[Evidence, set[Decimal]]]
"""Quotes, each with the numbers that it prints."""
_MOST = 24
_PIECE = re.compile(r"[^，。；;、！？\n（）()“”]+")
_HEAD = "——"
_EACH = "分别"
"""Behind this word several numbers belong to several names: which to which is not told."""
_JOINTS = " 和及与且"
_LIST = re.compile(r"共(?P<count>\d{1,3})[^\W\d]{1,4}[^：。；]{0,12}：(?P<items>[^。]{1,2000})")


def figures_shown(outcome: Draft | NoAnswer) -> tuple[Shown, ...]:
    """The numbers of an answer that its quotes print, in their order, each once; of the first statements."""
    statements = outcome.statements if isinstance(outcome, Draft) else ()
    found = dict.fromkeys(one for statement in statements for one in _of_statement(statement))
    return tuple(found)[:_MOST]


def items_shown(outcome: Draft | NoAnswer) -> tuple[str, ...]:
    """The things that an answer counts and lists (共3项：…；…；…); () where it lists none, or not as many."""
    found = _LIST.search(outcome.text) if isinstance(outcome, Draft) else None
    items = tuple(one.strip() for one in found["items"].split("；")) if found else ()
    return items if found and len(items) == int(found["count"]) else ()


def _of_statement(statement: Statement) -> Iterator[Shown]:
    text = statement.text
    head = text[: text.index(_HEAD) + len(_HEAD)] if _HEAD in text else ""
    printed = [(item, {one.bare for one in figures(folded(item.quote))}) for item in statement.evidence]
    for piece in _PIECE.finditer(text, len(head)):
        amounts = find_amounts(piece[0], spelled=False)
        if amounts and _EACH not in piece[0] and "=" not in piece[0]:
            yield from _of_piece(head, piece[0], amounts, printed)


def _of_piece(head: str, piece: str, amounts: Sequence[Amount], printed: _Printed) -> Iterator[Shown]:
    """Of several numbers in one clause each has the words from the one before it to the one behind it, but for those
    before it that are the noun of the one before (20个储备库和35个综合仓库).
    """
    ends = [*(amount.start for amount in amounts[1:]), len(piece)]
    nouns = [piece[amount.end : end].strip(_JOINTS) for amount, end in zip(amounts, ends, strict=True)]
    for at, (amount, end) in enumerate(zip(amounts, ends, strict=True)):
        start = 0 if at == 0 else amount.start if nouns[-1] else min(amounts[at - 1].end, amount.start)
        quantity, said = amount.quantity, head + piece[start:end].strip(_JOINTS)
        if quotes := _printing(said, amount, printed):
            yield Shown(said, quantity.value, quantity.unit, quotes, quantity.high is not None)


def _printing(said: str, amount: Amount, printed: _Printed) -> tuple[Evidence, ...]:
    """The quotes that print a number, and for each other one of its clause the first that does; () where none prints
    the number itself.
    """
    wanted = dict.fromkeys([amount.quantity.value, *(one.bare for one in figures(folded(said)))])
    first = [next((item for item, numbers in printed if value in numbers), None) for value in wanted]
    return tuple(dict.fromkeys(one for one in first if one)) if first[0] else ()

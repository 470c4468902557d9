"""Verdicts on what a yes/no question claims: from one sentence that says all of it, or says another number for it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.prose.ranking import Ranked
from assistant.prose.windows import Kind
from assistant.reading.ask import Ask
from assistant.reading.words import Terms, fold, pairs
from corpus.folding.amounts import find_amounts
from corpus.folding.units import base_unit
from corpus.target import Quantity

__all__ = ["Verdict", "is_tenable", "verdict_on"]

_LOOKED_AT = 20
_ONE_SENTENCE = frozenset({Kind.SENTENCE, Kind.PART, Kind.CELL, Kind.NOTE})
_TURNED = re.compile(r"不得|不再|不予|不能|不可|不是|不含|不包括|没有|未|禁止|严禁|除外|无须|无需|取消")
"""What turns a sentence round."""
_FUNCTION = re.compile(r"[要会能就只都也了过被把将是应须得]")
"""A pair of characters with one of these is no word: 率要, 会出."""
_TELLING = 3
"""A claim of fewer terms is borne out by chance."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the claim holds, and the sentence that says so."""

    holds: bool
    sentence: Ranked

    @property
    def words(self) -> str:
        """What stands before the sentence."""
        return "是。" if self.holds else "不是。"


def verdict_on(ask: Ask, found: Iterable[Ranked], terms: Terms) -> Verdict | None:
    """The verdict that the best sentence gives which tells all of the claim, one that bears it out before others; None
    where none does.
    """
    if not ask.claim or len(terms.items) < _TELLING:
        return None
    sentences = [one for one in found if one.window.kind in _ONE_SENTENCE][:_LOOKED_AT]
    verdicts = [verdict for one in sentences if (verdict := _verdict(ask, one, terms))]
    return max(verdicts, key=lambda verdict: verdict.holds, default=None)


def _verdict(ask: Ask, one: Ranked, terms: Terms) -> Verdict | None:
    text = one.window.text
    lacking = _lacking(ask, one, terms)
    if bool(_TURNED.search(text)) != ("turned" in ask.hints) or any(not _is_number(form) for form in lacking):
        return None
    if not lacking and all(_says(text, amount) for amount in ask.where.amounts):
        return Verdict(True, one)
    return Verdict(False, one) if _contradicts(text, ask.where.amounts) else None


def is_tenable(verdict: Verdict, ask: Ask) -> bool:
    """Whether somebody else's verdict can be given: one that holds needs every amount claimed in the sentence, which is
    turned round only where the claim is; one that does not hold needs another amount, or the sentence turned round.
    """
    text = verdict.sentence.window.text
    turned = bool(_TURNED.search(text)) != ("turned" in ask.hints)
    if verdict.holds:
        return not turned and all(_says(text, amount) for amount in ask.where.amounts)
    return turned or _contradicts(text, ask.where.amounts)


def _lacking(ask: Ask, one: Ranked, terms: Terms) -> list[str]:
    """What of the claim the sentence, with the names that stand over it, does not say."""
    own = terms.held(pairs(one.window.text) | pairs(one.window.head) | pairs(one.window.above))
    lacking = [term.forms[0] for at, term in enumerate(terms.items) if at not in own]
    lacking = [form for form in lacking if not _FUNCTION.search(form)]
    slots = (*ask.where.units, *ask.where.areas, *ask.where.quoted)
    missing = [name for name in slots if fold(name) not in fold(one.window.text + one.window.head)]
    years = [f"年{year}" for year in ask.where.years if str(year) not in one.window.text]
    return [*lacking, *missing, *years]


def _is_number(form: str) -> bool:
    return form[:1].isdigit()


def _says(text: str, amount: Quantity) -> bool:
    return _measured(amount) in [_measured(one.quantity) for one in find_amounts(text)]


def _contradicts(text: str, amounts: Iterable[Quantity]) -> bool:
    """Whether the sentence has exactly one amount in the unit of the only amount claimed, and that another one."""
    claimed = [_measured(amount) for amount in amounts]
    said = {_measured(one.quantity) for one in find_amounts(text)}
    alike = [value for value, unit in said if claimed and unit == claimed[0][1]]
    return len(claimed) == 1 and len(alike) == 1 and alike[0] != claimed[0][0]


def _measured(amount: Quantity) -> tuple[Decimal, str]:
    return amount.in_base, base_unit(amount.unit)

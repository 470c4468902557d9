"""The case that a question puts: what amounts of what it names, whose share it asks for, which year of several."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from assistant.data_files import data_rows
from assistant.reading.printed import COINS
from corpus.folding.amounts import find_amounts
from corpus.folding.characters import fold
from corpus.folding.numerals import numeral_to_int
from corpus.folding.tiers import tier_amounts
from corpus.target import Bound, Quantity

__all__ = ["Case", "PayerRule", "case_of", "nth_year", "payer_rules", "payers_of"]

PayerRule = tuple[str, re.Pattern[str], tuple[str, ...]]
"""Who pays, the pattern that tells it, and examples that hold it."""

_PERSONS = re.compile(r"(?<=\d)个(?=人)")
_DECADE = Decimal(9)
_FEW_YEARS = Decimal(20)
_TERM = re.compile(r"(?<![\d第])(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个?(月)|年)(?![度底末初前中份级代])")
_NTH_YEAR = re.compile(r"第([一二三四五1-5])年|(头|首)一?年")
_YEARLY = re.compile(r"每年|年年|(?<![第头首])一年|全年|年度")
_ONE = frozenset({1, 12})
"""Months of what is asked for one month or one year."""
_ALL_TIME = re.compile(r"[领拿享]满|满期限|最长期限|一直[领拿]|全程|期满")


@dataclass(frozen=True, slots=True)
class Case:
    """What a rule is to be applied to."""

    amounts: tuple[Quantity, ...] = ()
    payers: frozenset[str] = frozenset()
    """Whose share is asked for: 县, 个人."""
    year: int = 0
    """Which year of several is asked for; 0 where none is."""
    months: int = 0
    """For how long something is given; 0 where that is not said."""
    whole_term: bool = False
    """Whether it is asked for as long as it is given at all."""
    yearly: bool = False
    """Whether it is asked for one year."""


@lru_cache(maxsize=512)
def case_of(text: str) -> Case:
    """The case that a question puts."""
    folded = fold(text)
    months = max(map(_months, _TERM.finditer(folded)), default=0)
    months = 0 if months in _ONE else months
    return Case(
        amounts=_of_question(folded),
        payers=payers_of(folded),
        year=nth_year(folded),
        months=months,
        whole_term=bool(_ALL_TIME.search(folded)),
        yearly=bool(_YEARLY.search(folded)),
    )


@lru_cache(maxsize=512)
def payers_of(text: str) -> frozenset[str]:
    """Who pays by a text."""
    return frozenset(payer for payer, pattern, _ in payer_rules() if pattern.search(text))


@cache
def payer_rules() -> tuple[PayerRule, ...]:
    """All rules, in the order of the file."""
    rows = data_rows(__package__, "payers.tsv")
    return tuple((payer, re.compile(pattern), tuple(examples.split("|"))) for payer, pattern, examples in rows)


def nth_year(text: str) -> int:
    """Which year of several a text names: 第二年, 头一年; 0 where none."""
    found = _NTH_YEAR.search(text)
    return 0 if found is None else 1 if found[2] else numeral_to_int(found[1]) or 0


def _of_question(text: str) -> tuple[Quantity, ...]:
    """The amounts that a question names; 八十多岁 is from 80 to 89, and 一个 names nothing."""
    plain = _PERSONS.sub(" ", COINS.sub("元", text.replace("周岁", " 岁")))
    found = find_amounts(plain, bare=True)
    named = [one.quantity for one in found if not (one.spelled and one.quantity.value <= 1)]
    points = [one.quantity for one in tier_amounts(text) if one.quantity.unit == "分"]
    return tuple(_decade(one) for one in named) + tuple(one for one in points if one not in named)


def _decade(one: Quantity) -> Quantity:
    if one.unit != "岁" or one.bound is not Bound.GT or one.value < _FEW_YEARS:
        return one
    return Quantity(value=one.value, high=one.value + _DECADE, unit=one.unit)


def _months(one: re.Match[str]) -> int:
    number = numeral_to_int(one[1]) or 0
    return number if one[2] else number * 12

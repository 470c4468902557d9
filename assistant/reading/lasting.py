"""The numbers that a question puts as a case: its amounts, and how many years something lasts (连着三年, 租了5年)."""

import re
from decimal import Decimal
from functools import lru_cache

from assistant.reading.ask import Ask
from corpus.folding.characters import fold
from corpus.folding.numerals import numeral_to_int
from corpus.target import Quantity

_YEARS = re.compile(
    r"(?<![\d.第近前后头上下这每隔底月\-/至到一二三四五六七八九十〇])(?P<count>[1-9]\d?|[两二三四五六七八九]|十[一二三四五]?)年"
    r"(?![级代度初底末制期内前后以之]|行动|计划|规划|方案|滚动)"
)
_FEWEST = 2


def case_of(ask: Ask) -> tuple[Quantity, ...]:
    """The numbers that a question names."""
    return (*ask.amounts, *_years(ask.gist))


@lru_cache(maxsize=512)
def _years(text: str) -> tuple[Quantity, ...]:
    counts = (numeral_to_int(one.replace("两", "二")) or int(one) for one in _YEARS.findall(fold(text)))
    return tuple(Quantity(value=Decimal(count), unit="年") for count in counts if count >= _FEWEST)

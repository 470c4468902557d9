"""In what an amount is asked for (平方米, %, 家, 年), and which amounts a text has. Knows no documents."""

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Amount", "amounts_of_one_unit", "has_amount", "measure_of", "several_asked"]

_NUMBER = r"(?<![\d.])\d[\d.,]{0,15}\s?(?:多|余)?[万亿]?|[一二三四五六七八九十百千两]{1,6}[万亿]?(?:多|余)?"
_SMALL_NUMBER = r"(?<![\d.])\d{1,2}|[一二三四五六七八九十两]{1,3}"
_AMOUNT = re.compile(r"(?<![\d.第A-Za-z])(\d{1,12}(?:\.\d{1,6})?)\s?([万亿]?(?:元|[A-Za-z]{1,4}|[%％]|[一-鿿]))")
_NO_UNITS = "年月日号条款项第"
_SEVERAL = re.compile(r"([两二三四五六七八九])[个项类种档级次][一-鿿]{0,12}?(?:分别|各)")
_NUMERALS = {character: value for value, character in enumerate("二三四五六七八九", 2)} | {"两": 2}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and its unit as written: 100 and 万元."""

    value: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a question asks for it, and what stands behind the number in a text."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _measure(asked: str, told: str, number: str = _NUMBER) -> _Measure:
    return _Measure(re.compile(asked), re.compile(rf"(?:{number})(?:{told})"))


_MEASURES = (
    _measure(r"(?:多少|几)(?:万)?(?:平|方(?!面))", r"平|方(?!面|案)|亩|公顷"),
    _measure(r"(?:多少|几)(?:人(?!才|大)|名|位)", r"人|名|位"),
    _measure(r"(?:多少|几)(?:幢|栋|座)", r"幢|栋|座|个|家"),
    _measure(r"(?:多少|几)(?:家|户)", r"家|户|个"),
    _measure(r"(?:多少|几)(?:场|次|回)", r"场|次|回"),
    _measure(r"(?:多少|几)(?:颗|星)", r"颗|星"),
    _measure(r"(?<![哪那这近前后])(?:多少|几)年(?![来前后里度]|.{0,4}一)", r"年(?!度|底|末|初)", _SMALL_NUMBER),
    _measure(r"百分之|几成(?!立)|占比|比[例重].{0,6}(?:多少|多大|多高)|百分点", r"[%％]|成(?!立|本|果|为|员)"),
    _measure(r"面积.{0,8}(?:多少|多大)|(?:多少|多大).{0,8}(?:面积|楼面)", r"平|方(?!面|案)|亩|公顷"),
)


def measure_of(question: str) -> int | None:
    """The number of the measure that an amount is asked for in; None where the question does not say."""
    return next((at for at, measure in enumerate(_MEASURES) if measure.asked.search(question)), None)


def has_amount(measure: int, text: str) -> bool:
    """Whether `text` has an amount in this measure."""
    return _MEASURES[measure].told.search(text) is not None


def several_asked(question: str) -> int:
    """How many amounts a question asks for at once (三个阶段的补贴各多少: 3); 0 where it does not say."""
    said = _SEVERAL.search(question)
    return _NUMERALS[said[1]] if said else 0


def amounts_of_one_unit(text: str, count: int) -> list[Amount]:
    """The amounts of the unit that has exactly `count` of them in `text`; none where no unit has, or where two have."""
    found = [Amount(Decimal(value), unit) for value, unit in _AMOUNT.findall(text) if unit[0] not in _NO_UNITS]
    units = [unit for unit, times in Counter(amount.unit for amount in found).items() if times == count]
    return [amount for amount in found if amount.unit == units[0]] if len(units) == 1 else []

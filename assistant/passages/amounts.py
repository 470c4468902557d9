"""In what an amount is asked for (平方米, %, 家, 年), and whether a text has an amount of it. Knows no documents."""

import re
from dataclasses import dataclass

__all__ = ["has_amount", "measure_of"]

_NUMBER = r"(?<![\d.])\d[\d.,]{0,15}\s?(?:多|余)?[万亿]?|[一二三四五六七八九十百千两]{1,6}[万亿]?(?:多|余)?"
_SMALL_NUMBER = r"(?<![\d.])\d{1,2}|[一二三四五六七八九十两]{1,3}"


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
    _measure(r"(?:是|为|要|满|到|用|共)(?:多少|几)年", r"年(?!度|底|末|初)", _SMALL_NUMBER),
    _measure(r"百分之|几成(?!立)|占比|比[例重].{0,6}(?:多少|多大|多高)|百分点", r"[%％]|成(?!立|本|果|为|员)"),
    _measure(r"面积.{0,8}(?:多少|多大)|(?:多少|多大).{0,8}(?:面积|楼面)", r"平|方(?!面|案)|亩|公顷"),
)


def measure_of(question: str) -> int | None:
    """The number of the measure that an amount is asked for in; None where the question does not say."""
    return next((at for at, measure in enumerate(_MEASURES) if measure.asked.search(question)), None)


def has_amount(measure: int, text: str) -> bool:
    """Whether `text` has an amount in this measure."""
    return _MEASURES[measure].told.search(text) is not None

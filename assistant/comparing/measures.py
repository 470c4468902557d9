"""Units of measure: which can be converted into each other, exactly. Knows no indicators and no documents."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from assistant.comparing.vocabulary import field
from corpus.folding.numerals import number_text
from corpus.folding.units import base_unit, in_base_units
from corpus.quoting import compact
from corpus.target import Bound, Quantity, Target

_LARGER = {"公顷": ("平方米", 4), "平方公里": ("平方米", 6), "平方千米": ("平方米", 6)}
_SAME_COUNTER = {"户": "家", "项": "个", "处": "个", "次": "场", "场次": "场", "名": "人", "位": "人"}
_SCALES = {0: "", 2: "百", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 10: "百亿", 11: "千亿", 12: "万亿"}
_BEFORE = r"(?:不少于|不低于|不超过|不高于|超过|超|突破|破|低于|至少|约|≥|>|<|≤)?"
_BEHIND = r"(?:以上|以下|以内|左右|余)?"
_BOUNDED = re.compile(r"不|超|破|低于|至少|约|以上|以下|以内|左右|余|[≥≤<>]")
_NUMERALS = {"10": "十", "100": "百", "1000": "千"}
_WRITTEN = {
    Bound.EQ: "{}",
    Bound.GE: "{}以上",
    Bound.GT: "超{}",
    Bound.LE: "{}以内",
    Bound.LT: "低于{}",
    Bound.APPROX: "约{}",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a power of ten of its dimension's base: 万平方米 is 平方米 with power 4. Powers of ten keep it exact.

    亩 stays a dimension of its own, since a 亩 is no finite number of 平方米.
    """

    dimension: str
    power: int

    @property
    def name(self) -> str:
        """The unit as we write it: 万平方米."""
        return _SCALES[self.power] + self.dimension


def measure_of(unit: str, counted: str = "") -> Measure:
    """The measure that a printed unit stands for.

    `counted` is what is counted: 个 of 楼宇 are 幢, 个 of 企业 are 家. An unknown unit is a dimension of its own.
    """
    folded = compact(unicodedata.normalize("NFKC", unit))
    base = base_unit(folded)
    power = in_base_units(Decimal(1), folded).adjusted()
    if base in _LARGER:
        base, larger = _LARGER[base]
        power += larger
    base = _SAME_COUNTER.get(base, base)
    if base == "个":
        base = next((counter for word, counter in field().words.counted if counted.endswith(word)), "个")
    return Measure(base, power) if power in _SCALES else Measure(folded, 0)


def convert(value: Decimal, source: Measure, to: Measure) -> Decimal:
    """`value` in another measure of the same dimension, exactly (no rounding, whatever the context's precision).

    Raises ValueError where the dimensions differ.
    """
    if source.dimension != to.dimension:
        raise ValueError(f"{source.name} cannot be converted to {to.name}")
    sign, digits, exponent = value.as_tuple()
    return Decimal((sign, digits, int(exponent) + source.power - to.power))


def printed_number(target: Target) -> str:
    """The number with its unit and bound as it stands in the quote; put together where a table parts them.

    Of several such numbers in the quote it is the first behind the indicator's words.
    """
    quantity = target.quantity
    number = number_text(quantity.value)
    if quantity.value < 0:
        fallen = Quantity(value=-(quantity.high or quantity.value), unit="", high=-quantity.value)
        return f"下降{fallen.number if quantity.high else number_text(-quantity.value)}{quantity.unit}"
    if quantity.high is not None:
        return _WRITTEN[quantity.bound].format(quantity.number + quantity.unit)
    quote = _folded(target.quote).replace(",", "")
    if quantity.unit:
        digits = "|".join(re.escape(text) for text in (number, _NUMERALS.get(number)) if text)
        pattern = rf"{_BEFORE}(?<![\d.])(?:{digits}){re.escape(_folded(quantity.unit))}{_BEHIND}"
        bounded = quantity.bound is not Bound.EQ
        found = [match for match in re.finditer(pattern, quote) if bool(_BOUNDED.search(match[0])) is bounded]
        at = max(quote.find(_folded(words)) for words in (target.indicator_raw, target.indicator))
        if found:
            return min(found, key=lambda match: (match.start() < at, match.start()))[0]
    return _WRITTEN[quantity.bound].format(number + quantity.unit)


def _folded(text: str) -> str:
    return compact(unicodedata.normalize("NFKC", text))

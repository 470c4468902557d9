"""Units of measure: which can be converted into each other, exactly. Knows no indicators and no documents."""

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from assistant.comparing.vocabulary import field
from corpus.folding.units import base_unit, in_base_units
from corpus.quoting import compact

__all__ = ["Measure", "convert", "measure_of"]

_LARGER = {"公顷": ("平方米", 4), "平方公里": ("平方米", 6), "平方千米": ("平方米", 6)}
_SAME_COUNTER = {"户": "家", "项": "个", "处": "个", "次": "场", "场次": "场", "名": "人", "位": "人"}
_SCALES = {0: "", 2: "百", 3: "千", 4: "万", 6: "百万", 7: "千万", 8: "亿", 10: "百亿", 11: "千亿", 12: "万亿"}


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

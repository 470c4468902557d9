"""A number as printed: the words around it that say at least, about or more than. Knows no documents."""

import re
import unicodedata

from corpus.folding.numerals import number_text
from corpus.quoting import compact
from corpus.target import Bound, Quantity, Target

__all__ = ["printed_number"]

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

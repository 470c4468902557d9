"""Numbers that a question asks for and no sentence prints: what they follow from, spelled out. Knows no index."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.characters import fold
from corpus.folding.numerals import number_text
from corpus.folding.units import base_unit, unit_family
from corpus.target import Bound, Quantity

__all__ = ["AMOUNT", "RECKONED", "change", "difference", "reckoned", "times"]

AMOUNT = frozenset({"how_much", "ask_count"})
"""What is mostly printed, and follows from a change alone (前进了多少位)."""
RECKONED = frozenset({"difference", "share", "ratio", "order", "nth", "total"}) | AMOUNT
"""What may be asked for that no sentence prints."""

_RISE = re.compile(
    r"(?:由|从)(?P<before>[^。；;由从]{1,60}?)"
    r"(?P<verb>增加|增长|提高|提升|上升|扩大|增|升|下降|降低|减少|缩短|压缩|压减|缩小|降|减|)(?:到|至|为)"
    r"(?P<after>[^。；;由从]{1,60})"
)
_WITHIN = "其中"
_FEWEST, _MOST = 2, 6
_NAME, _VERB = 4, 2
"""Characters before an amount that tell what it is, or what is done with it."""
_NOUN = re.compile(r"[\u4e00-\u9fff]{1,8}")


def reckoned(text: str, heard: frozenset[str], measures: frozenset[str]) -> str:
    """What follows from the numbers of `text` and is asked for: changes (由…增加到…), the sum, the share of a part, how
    far the first and the last, or the only two of a clause lie apart; empty where nothing does.
    """
    folded = fold(text)
    said: list[str] = []
    if heard & (RECKONED - {"total"}):
        said += _changes(folded, measures)
    if "share" in heard:
        said += _shares(folded)
    if "total" in heard:
        said += _sums(folded, measures)
    if "difference" in heard and heard & {"most", "least"}:
        said += _range(folded, measures)
    if "difference" in heard and not said:
        said += _two(folded)
    return "；".join(said)


def change(before: Quantity, after: Quantity, verb: str = "") -> str:
    """How far two quantities of one unit lie apart, spelled out: 增加305家（1076家-771家=305家）."""
    return _apart(before, after, verb or ("增加" if after.in_base > before.in_base else "减少"))


def difference(one: Quantity, other: Quantity) -> str:
    """How far two quantities of one unit lie apart, spelled out, without saying which was first."""
    return _apart(one, other, "相差")


def _apart(one: Quantity, other: Quantity, verb: str) -> str:
    low, high = sorted((one, other), key=lambda quantity: quantity.in_base)
    if low.unit == high.unit:
        value = high.value - low.value
        unit, shown = high.unit, [number_text(quantity.value) for quantity in (high, low)]
    else:
        value, unit = high.in_base - low.in_base, base_unit(high.unit)
        return f"{verb}{number_text(value)}{unit}（{_printed(high)}-{_printed(low)}={number_text(value)}{unit}）"
    if unit == "%":
        return f"{verb}{number_text(value)}个百分点（{shown[0]}-{shown[1]}={number_text(value)}）"
    return f"{verb}{number_text(value)}{unit}（{shown[0]}{unit}-{shown[1]}{unit}={number_text(value)}{unit}）"


def _changes(text: str, measures: frozenset[str]) -> Iterator[str]:
    for match in _RISE.finditer(text):
        before = [one.quantity for one in _exact(match["before"])]
        after = [one.quantity for one in _exact(match["after"])][: len(before)]
        if len(before) == len(after):
            pairs = [(b, a) for b, a in zip(before, after, strict=True) if base_unit(b.unit) == base_unit(a.unit)]
            yield from (change(b, a, match["verb"]) + _growth(b, a, measures) for b, a in pairs)


def _growth(before: Quantity, after: Quantity, measures: frozenset[str]) -> str:
    """The change as a percentage of where it began, where a percentage of things that are none is asked for."""
    if "rate" not in measures or before.unit == "%" or not before.value:
        return ""
    rise = after.in_base - before.in_base
    return f"，为{_printed(before)}的" + _quotient(abs(rise), before.in_base, number_text(abs(rise)), _printed(before))


def _shares(text: str) -> Iterator[str]:
    """370公里 of 639公里, where a part is named behind its whole (其中)."""
    for sentence in re.split(r"[。；;]", text):
        whole, _, part = sentence.partition(_WITHIN)
        total, own = _exact(whole)[-1:], _exact(part)[:1]
        if total and own and _alike(total[0], own[0]) and total[0].quantity.in_base:
            one, all_ = own[0].quantity, total[0].quantity
            yield "占" + _quotient(one.in_base, all_.in_base, _printed(one), _printed(all_))


def _sums(text: str, measures: frozenset[str]) -> Iterator[str]:
    """Sums of what bears one name: 用地面积 and 建筑面积 add up to nothing."""
    plain = [one for one in _exact(text, spelled=False) if one.quantity.bound is Bound.EQ]
    for amounts in _by_unit(plain, measures):
        same, unit = [one.quantity for one in amounts], amounts[0].quantity.unit
        if all(one.unit == unit for one in same) and _of_one_name(text, amounts):
            total = number_text(sum((one.value for one in same), Decimal()))
            yield f"合计{total}{unit}（{'+'.join(map(_printed, same))}={total}{unit}）"


def _range(text: str, measures: frozenset[str]) -> Iterator[str]:
    for amounts in _by_unit(_exact(text, spelled=False), measures):
        same = [one.quantity for one in amounts]
        low, high = min(same, key=lambda quantity: quantity.in_base), max(same, key=lambda quantity: quantity.in_base)
        yield f"最高{_printed(high)}，最低{_printed(low)}，{difference(low, high)}"


def _two(text: str) -> list[str]:
    """How far the only two figures of the only clause that has two of one unit lie apart."""
    clauses = [_exact(clause, spelled=False) for clause in re.split(r"[，,。；;]", text)]
    two = [found for found in clauses if len(found) == _FEWEST and _alike(*found)]
    return [difference(*(one.quantity for one in two[0]))] if len(two) == 1 else []


def _of_one_name(text: str, amounts: Sequence[Amount]) -> bool:
    """Whether the same words stand before each amount, or those behind each end alike (8个中央级库、31个省级库); money
    is one thing wherever the same is done with it.
    """
    size = _VERB if unit_family(amounts[0].quantity.unit) == "money" else _NAME
    before = {text[max(0, one.start - size) : one.start] for one in amounts}
    behind = {match[0][-1:] if (match := _NOUN.match(text, one.end)) else "" for one in amounts}
    return len(before) == 1 or (len(behind) == 1 and "" not in behind)


def _by_unit(amounts: Iterable[Amount], measures: frozenset[str]) -> list[list[Amount]]:
    """The amounts by what they measure, where several do; of the families asked for where any of these is."""
    groups: dict[str, list[Amount]] = {}
    for one in amounts:
        groups.setdefault(base_unit(one.quantity.unit), []).append(one)
    several = [group for group in groups.values() if _FEWEST <= len(group) <= _MOST]
    asked = [group for group in several if unit_family(group[0].quantity.unit) in measures]
    return asked or several


def times(one: Quantity, other: Quantity) -> str:
    """How many times the smaller the larger of two quantities is, spelled out."""
    low, high = sorted((one, other), key=lambda quantity: quantity.in_base)
    exact = high.in_base / low.in_base
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    sign = "=" if rounded == exact else "≈"
    return f"前者是后者的{number_text(rounded)}倍（{_printed(high)}÷{_printed(low)}{sign}{number_text(rounded)}倍）"


def _quotient(part: Decimal, whole: Decimal, said: str, of: str) -> str:
    exact = part / whole * 100
    rounded = exact.quantize(Decimal("0.1"), ROUND_HALF_UP)
    shown = f"{number_text(rounded)}%"
    return f"{shown}（{said}÷{of}{'=' if rounded == exact else '≈'}{shown}）"


def _alike(one: Amount, other: Amount) -> bool:
    return base_unit(one.quantity.unit) == base_unit(other.quantity.unit)


def _exact(text: str, *, spelled: bool = True) -> list[Amount]:
    """The amounts of a text; none where one is a range, from which nothing is calculated."""
    found = find_amounts(text, spelled=spelled)
    return [] if any(one.quantity.high is not None for one in found) else found


def _printed(quantity: Quantity) -> str:
    return f"{number_text(quantity.value)}{quantity.unit}"

"""Numbers made of printed quantities, each spelled out so that a reader can check it. Knows no texts."""

from decimal import ROUND_HALF_UP, Decimal

from corpus.folding.amounts import Amount, find_amounts
from corpus.folding.numerals import number_text
from corpus.target import Quantity

__all__ = ["exact_amounts", "growth", "printed", "quotient"]

_DOUBLE = 2


def growth(before: Quantity, after: Quantity, heard: frozenset[str], *, more: str = "增长") -> str:
    """A change as a percentage of where it began, and whether that is doubled where it is asked; of a percentage only
    that.
    """
    if not heard & {"growth", "doubled"} or not before.value:
        return ""
    if before.unit in {"%", "％"}:
        return _doubled(before, after) if "doubled" in heard else ""
    rise = after.in_base - before.in_base
    one = before.unit == after.unit
    said = f"{number_text(abs(after.value - before.value))}{after.unit}" if one else number_text(abs(rise))
    base = printed(before) if one else number_text(before.in_base)
    told = f"，{more if rise >= 0 else '下降'}{quotient(abs(rise), before.in_base, said, base)}"
    return told + (_doubled(before, after) if "doubled" in heard else "")


def _doubled(before: Quantity, after: Quantity) -> str:
    exact = after.in_base / before.in_base
    sign, shown = _rounded(exact, "0.01")
    verdict = "翻了一番" if exact == _DOUBLE else "超过一番" if exact > _DOUBLE else "未翻番"
    return f"，是{printed(before)}的{shown}倍（{printed(after)}÷{printed(before)}{sign}{shown}倍），{verdict}"


def quotient(part: Decimal, whole: Decimal, said: str, of: str) -> str:
    """A part as a percentage of its whole, with the words for both: 15%（12公里÷80公里=15%）."""
    sign, shown = _rounded(part / whole * 100)
    return f"{shown}%（{said}÷{of}{sign}{shown}%）"


def _rounded(exact: Decimal, to: str = "0.1") -> tuple[str, str]:
    """Whether a number equals what is shown of it, as a sign, and what is shown."""
    rounded = exact.quantize(Decimal(to), ROUND_HALF_UP)
    return "=" if rounded == exact else "≈", number_text(rounded)


def exact_amounts(text: str, *, spelled: bool = True) -> list[Amount]:
    """The amounts of a text; none where one is a range, from which nothing is calculated."""
    found = find_amounts(text, spelled=spelled)
    return [] if any(one.quantity.high is not None for one in found) else found


def printed(quantity: Quantity) -> str:
    """A quantity without its bound: 157幢."""
    return f"{number_text(quantity.value)}{quantity.unit}"

"""Products of money, spelled out step by step so that a reader can check them. Knows no rules and no questions."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from assistant.calculating import printed
from corpus.folding.numerals import number_text
from corpus.target import Quantity

__all__ = ["Worth", "capped", "less", "money", "part", "started"]

_TEN_THOUSAND = Decimal(10000)
_CENT = Decimal("0.01")
_PLACES = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class Worth:
    """A sum of money and how it came about."""

    value: Decimal
    """In 元."""
    head: str
    """What the next step begins with."""
    steps: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """All steps."""
        return "，".join(self.steps)

    def by(self, amount: Quantity, size: Decimal, label: str = "") -> "Worth":
        """So many times as much, by an amount that stands before the rate: 600亩×1200元=72万元."""
        over = f"÷{number_text(size)}" if size != 1 else ""
        return self.to(self.value * amount.in_base / size, f"{label}{printed(amount)}{over}×{self.head}")

    def times(self, said: str, factor: Decimal, label: str = "") -> "Worth":
        """Multiplied by a factor written as `said` (÷2 stands as it is)."""
        sign = "" if said.startswith("÷") else "×"
        return self.to(self.value * factor, f"{label}{self.head}{sign}{said}")

    def to(self, value: Decimal, steps: str) -> "Worth":
        """Another value, with the arithmetic that leads to it."""
        shown = value / _TEN_THOUSAND if value >= _TEN_THOUSAND else value
        exact = shown == shown.quantize(_PLACES if value >= _TEN_THOUSAND else _CENT)
        told = money(value)
        return replace(self, value=value, head=told, steps=(*self.steps, f"{steps}{'=' if exact else '≈'}{told}"))


def started(quantity: Quantity) -> Worth:
    """A sum before anything is done with it."""
    return Worth(quantity.in_base, printed(quantity))


def less(one: Worth, other: Worth) -> Worth:
    """What is left of a sum without another; nothing is less than nothing."""
    left = Worth(one.value, one.head, (*one.steps, *other.steps))
    return left.to(max(Decimal(0), one.value - other.value), f"{one.head}-{other.head}")


def part(worth: Worth, said: str, factor: Decimal, label: str = "") -> str:
    """A part of a sum, in words."""
    return worth.times(said, factor, label).steps[-1]


def capped(worth: Worth, cap: Quantity | None, each: str = "") -> Worth:
    """A sum, or its limit where that is less."""
    if cap is None or not worth.steps or worth.value <= cap.in_base:
        return worth
    told = printed(cap)
    return replace(worth, value=cap.in_base, head=told, steps=(*worth.steps, f"超过上限，为{each}{told}"))


def money(value: Decimal) -> str:
    """A sum in 元, or in 万元 where it is large."""
    if value >= _TEN_THOUSAND:
        return f"{number_text((value / _TEN_THOUSAND).quantize(_PLACES, ROUND_HALF_UP))}万元"
    return f"{number_text(value.quantize(_CENT, ROUND_HALF_UP))}元"

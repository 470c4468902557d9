"""A number that an answer showed, kept for the turns behind it."""

from dataclasses import dataclass
from decimal import Decimal

from corpus.facts import Evidence

__all__ = ["Shown"]


@dataclass(frozen=True, slots=True)
class Shown:
    """A number with the words that say it, and what they rest on."""

    said: str
    """The clause that says it, behind the name of its row: 正泰集团总部大楼建设项目——建筑面积：44871平方米."""
    value: Decimal
    unit: str
    evidence: tuple[Evidence, ...]
    ranged: bool = False
    """Printed as a range: nothing is calculated from it."""

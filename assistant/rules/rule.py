"""A typed rule: for whom, how much, of what, up to what. Knows no texts and no questions."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from corpus.facts import Evidence
from corpus.folding.units import base_unit, in_base_units, unit_family
from corpus.target import Bound, Quantity

__all__ = ["Kind", "Rule", "counts", "holds", "is_graded", "same_unit"]

_GRANTS = re.compile(
    r"补[助贴偿]|奖[励补]|资助|给予|贴息|减免|优惠|报销|返还|承担|分担|负担|支付比例|用于|自[缴筹付]|兑付|拨付"
)
_GIVES = re.compile(r"补[助贴偿]|奖[励补]|资助|给予|奖金")
_IN_ALL = re.compile(r"总[额量投计]|合计|共|资金|安排|投资|规模|基金")
_NEAR = 12
_ALIKE = frozenset({"people", "firms"})
_THRESHOLD = re.compile(r"起付|免赔|起征|门槛")
_ABOVE, _BELOW = {Bound.GE, Bound.GT}, {Bound.LE, Bound.LT}


class Kind(StrEnum):
    """What a rule says a number of."""

    RATE = "rate"
    """So much money for each of something, or for each time."""
    FACTOR = "factor"
    """A share of something, or so much more or less of it."""
    SUM = "sum"
    """So much money, once or every year."""
    TERM = "term"
    """For how many months."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One number of a rule with what it is of and what bounds it."""

    kind: Kind
    quantity: Quantity
    label: str
    """The words that tell it from the others of its sentence or table."""
    tail: str
    """The words behind it, to the end of its clause: 一次性补助."""
    text: str
    """What is shown of it: its sentence, or its row and column."""
    evidence: tuple[Evidence, ...]
    own: frozenset[str] = frozenset()
    """The pairs of characters of its label that hardly any other rule of its document has."""
    about: str = ""
    """The words around it, only for finding: its sentence or row, headings and caption."""
    each: tuple[str, ...] = ()
    """The base units that a rate is for each of (每人每天: two)."""
    size: Decimal = Decimal(1)
    """So many of these (每增加1000吨)."""
    every: str = ""
    """The month, quarter or year that it is given for again; empty for what is given once."""
    share: Decimal = Decimal(1)
    """What a factor multiplies by …"""
    times: str = ""
    """… and how that is written: 30%, 3÷(5+2+3), (1+20%)."""
    name: str = ""
    """Whose share a factor is, where a ratio lists them: 省, 县, 第一年."""
    most: bool = False
    """Whether it is the highest there may be."""
    cap: Quantity | None = None
    yearly_cap: bool = False
    """Whether the limit is for a year."""
    bounds: tuple[Quantity, ...] = ()
    """The amounts that it is for; each holds for its own unit."""

    @property
    def document(self) -> str:
        """The document that sets it."""
        return self.evidence[0].place.document_id

    @property
    def path(self) -> tuple[str, ...]:
        """The headings above it."""
        place = self.evidence[0].place
        return (place.document_id, str(place.table_no or ""), *place.path)

    @property
    def clause(self) -> str:
        """The words of its label behind the last comma."""
        return self.label.strip("，,；;、：: ").rpartition("，")[2]

    @property
    def grants(self) -> bool:
        """Whether it says that something is given or borne."""
        return bool(_GRANTS.search(self.text))

    @property
    def changes(self) -> bool:
        """Whether a factor says how much more or less it is, and not what part of it."""
        return self.times.startswith(("(", "÷"))

    @property
    def name_of_part(self) -> str:
        """Whose part of a sum a factor is; empty for the row of a table."""
        return "" if self.evidence[0].place.table_no else self.name

    @property
    def is_threshold(self) -> bool:
        """Whether it is a sum below which nothing is given."""
        return self.kind is Kind.SUM and bool(_THRESHOLD.search(self.label))

    @property
    def of_threshold(self) -> bool:
        """Whether a factor is of such a sum."""
        return self.kind is Kind.FACTOR and bool(_THRESHOLD.search(self.clause))

    @property
    def gives(self) -> bool:
        """Whether it is a sum that each of those gets whom it is for."""
        said = self.label[-_NEAR:] + self.tail[:_NEAR]
        return bool(_GIVES.search(said)) and not _IN_ALL.search(self.label[-_NEAR:])

    @property
    def words(self) -> str:
        """All that it is found by."""
        return f"{self.about} {self.label} {self.tail} {self.text}"

    @property
    def group(self) -> tuple[str, int, int]:
        """The sentence's paragraph or the table that it stands in."""
        place = self.evidence[0].place
        return place.document_id, place.table_no or 0, 0 if place.table_no else place.line


def holds(bound: Quantity, amount: Quantity) -> bool:
    """Whether an amount (of a range all of it) is within a bound of its unit."""
    low, high = _ends(amount)
    first, last = _ends(bound)
    if bound.high is not None:
        return first <= low and high <= last
    if bound.bound in _ABOVE:
        return low > first or (low == first and bound.bound is Bound.GE)
    if bound.bound in _BELOW:
        return high < first or (high == first and bound.bound is Bound.LE)
    return low == first == high


def is_graded(one: Quantity) -> bool:
    """Whether a quantity is a range or a bound."""
    return one.high is not None or one.bound not in {Bound.EQ, Bound.APPROX}


def _ends(one: Quantity) -> tuple[Decimal, Decimal]:
    high = one.value if one.high is None else one.high
    return one.in_base, in_base_units(high, one.unit)


def same_unit(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities measure the same."""
    return counts(one.unit, base_unit(other.unit))


def counts(unit: str, base: str) -> bool:
    """Whether a unit counts what a base unit does: people and firms are counted by several words (3名, 3人)."""
    family = unit_family(unit)
    return base_unit(unit) == base or (family in _ALIKE and "/" not in f"{unit}{base}" and family == unit_family(base))

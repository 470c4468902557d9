"""A target: how much of what, where, by when, exactly as a document says it."""

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from corpus.folding.numerals import number_text
from corpus.folding.units import in_base_units
from corpus.place import Place


class Bound(StrEnum):
    """What the words around a number say.

    以上, 不少于, 不低于 -> ge; 超, 超过, 突破 -> gt; 不超过, 以内 -> le; 低于 -> lt; 约, 左右 -> approx;
    达到, 达 or nothing -> eq.
    """

    EQ = "eq"
    GE = "ge"
    GT = "gt"
    LE = "le"
    LT = "lt"
    APPROX = "approx"


class Quantity(BaseModel, frozen=True):
    """A number with its unit as printed (万平方米 stays 万平方米; 40万平方米 is 40 with unit 万平方米)."""

    value: Decimal
    """The number; of a range (5%—5.5%) its lower end."""
    unit: str
    bound: Bound = Bound.EQ
    high: Decimal | None = None
    """The upper end of a range; None where one number is printed."""

    @property
    def number(self) -> str:
        """The number in plain digits, both ends of a range: 15, 5-5.5."""
        ends = (self.value, self.high) if self.high is not None else (self.value,)
        return "-".join(number_text(end) for end in ends)

    @property
    def in_base(self) -> Decimal:
        """The value (of a range its lower end) counted in `base_unit(unit)`: 40 万平方米 is 400000 平方米."""
        return in_base_units(self.value, self.unit)


class TargetKind(StrEnum):
    """new: 新增, 新建, 引进; cumulative: 累计, 总数; level: a stock or size at a time; rate: a share in %."""

    NEW = "new"
    CUMULATIVE = "cumulative"
    LEVEL = "level"
    RATE = "rate"


class Baseline(BaseModel, frozen=True):
    """The value a target starts from."""

    year: int
    value: Decimal


class Target(BaseModel, frozen=True):
    """One cell of a target table, or one goal in prose. Never a threshold, a legal limit or a current figure
    (save those printed beside targets as their baseline, marked `is_baseline`).
    """

    id: str
    indicator: str
    """Canonical: the raw words without year, bound and unit marks."""
    indicator_raw: str
    """As printed, with the number taken out."""
    quantity: Quantity
    year: int | None
    period: tuple[int, int] | None = None
    scope: str | None
    """The area or group the number is for, as printed: 全市, 市本级, 昆山市, 赵巷镇."""
    kind: TargetKind
    baseline: Baseline | None = None
    is_baseline: bool = False
    is_total: bool = False
    """A printed 合计."""
    implied: bool = False
    """Said in words without a number: 零突破 (more than 0), 倍增 (twice)."""
    place: Place
    quote: str

    @property
    def document_id(self) -> str:
        """The document the target is from."""
        return self.place.document_id

"""How a target is to be read: newly added or standing, in one year or over several. Knows no other document."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from assistant.comparing.groups import Member
from assistant.comparing.measures import Measure, convert, measure_of
from assistant.comparing.vocabulary import field
from corpus.document import Document
from corpus.folding.numerals import number_text
from corpus.quoting import compact, source_text
from corpus.target import Target, TargetKind


class Kind(StrEnum):
    """new: what is added; stock: how much there is at a time (累计, 总数 or a bare size); rate: a share in %."""

    NEW = "新增"
    STOCK = "总量"
    RATE = "比率"


class Span(StrEnum):
    """What time a number is for: a point in time, one year, or several years together."""

    POINT = "时点"
    YEAR = "当年"
    PERIOD = "期内合计"


@dataclass(frozen=True, slots=True)
class Reading:
    """A target with its kind and time. `note` says, in Chinese, what the words alone do not."""

    target: Target
    member: Member
    kind: Kind
    span: Span
    year: int | None
    first: int | None = None
    whole: bool = True
    """Whether the number is for the whole area of the document."""
    note: str = ""
    certain: bool = True
    """Whether the words themselves say the kind (新增, 累计), rather than nothing."""

    @property
    def measure(self) -> Measure:
        """The measure of the number."""
        return measure_of(self.target.quantity.unit, self.member.form)

    def value_in(self, measure: Measure) -> Decimal:
        """The number in another measure of the same dimension."""
        return convert(self.target.quantity.value, self.measure, measure)


_WHOLE = re.compile(r"(?:全国|全省|全市|全区|全县|全州|全域|全镇|全行业|本市|本区|本县)?(?:合计|总计)?")
_UP_TO = re.compile(r"(?:到|至|截至|力争|“?[一二三四五六七八九十]{1,3}五”?)$")


def member_readings(document: Document, members: Sequence[Member]) -> list[Reading]:
    """The readings of all targets of one document in one group; members of one sense are read together.

    A bare wording takes the kind of a worded one with the same number for the same year (a table's 亿元楼 5 that of the
    text's 累计新增税收亿元楼宇项目5个); a number that is the sum of the yearly ones is for the years together.
    """
    readings = [_read(document, member, target) for member in members for target in member.targets]
    settled = [_settled(reading, _siblings(reading, readings)) for reading in readings]
    alike = [_like_whole(reading, settled) for reading in settled]
    return [_summed(reading, _siblings(reading, alike)) for reading in alike]


def _read(document: Document, member: Member, target: Target) -> Reading:
    year, first = target.year, None
    if target.period is not None:
        first, last = target.period
        year = year or last
    whole = target.is_total or is_whole(target.scope) or target.scope in document.regions
    if target.kind is TargetKind.RATE or measure_of(target.quantity.unit).dimension == "%":
        return Reading(target, member, Kind.RATE, Span.POINT, year, whole=whole)
    words = target.indicator_raw + target.indicator
    if field().words.added.search(words):
        return Reading(target, member, Kind.NEW, _flow_span(document, target, words), year, first, whole)
    certain = bool(field().words.standing.search(words)) or target.kind is TargetKind.CUMULATIVE
    return Reading(target, member, Kind.STOCK, Span.POINT, year, first, whole, certain=certain)


def is_whole(scope: str | None) -> bool:
    """Whether a printed scope is the whole area of its document: none, 全市, 全区合计, 合计."""
    return scope is None or _WHOLE.fullmatch(scope) is not None


def _flow_span(document: Document, target: Target, words: str) -> Span:
    """Whether what is added is added in its year, or in all years up to it (到2025年, 累计)."""
    if target.period is not None or "累计" in words:
        return Span.PERIOD
    if target.place.table is not None or target.year is None:
        return Span.YEAR
    return Span.PERIOD if _said_up_to(document, target) else Span.YEAR


def _said_up_to(document: Document, target: Target) -> bool:
    """Whether the year that governs the target is written 到…年 or …年底前 rather than 2023年."""
    span = source_text(document.text).find(target.quote)
    if span is None:
        return False
    before = compact(document.text[max(0, span.start - 600) : span.end])
    at = before.rfind(f"{target.year}年")
    return at >= 0 and (before[at + 5 : at + 7] == "底前" or bool(_UP_TO.search(before[max(0, at - 4) : at])))


def _siblings(reading: Reading, readings: Sequence[Reading]) -> list[Reading]:
    """Other readings of the same sense for the same area (the whole area, however it is called)."""
    return [
        other
        for other in readings
        if other.target.id != reading.target.id
        and other.member.sense == reading.member.sense
        and not other.target.is_baseline
        and (other.whole if reading.whole else other.target.scope == reading.target.scope)
        and other.measure.dimension == reading.measure.dimension
    ]


def _settled(reading: Reading, siblings: Sequence[Reading]) -> Reading:
    """A bare wording read like the worded one that gives the same number for the same year."""
    if reading.certain or reading.kind is not Kind.STOCK or reading.target.is_baseline:
        return reading
    for other in sorted(siblings, key=lambda sibling: (sibling.span, sibling.target.id)):
        same = other.year == reading.year and other.value_in(reading.measure) == reading.target.quantity.value
        if same and other.certain:
            return replace(reading, kind=other.kind, span=other.span, first=other.first)
    return reading


def _like_whole(reading: Reading, readings: Sequence[Reading]) -> Reading:
    """A bare wording of a part of the area read like the same wording of the whole area (a column and its 合计)."""
    if reading.whole or reading.certain or reading.kind is not Kind.STOCK or reading.target.is_baseline:
        return reading
    for other in readings:
        same = other.member is reading.member and other.year == reading.year and not other.target.is_baseline
        if other.whole and same and other.target.place.table_no == reading.target.place.table_no:
            return replace(reading, kind=other.kind, span=other.span, first=other.first)
    return reading


def _summed(reading: Reading, siblings: Sequence[Reading]) -> Reading:
    """A number that equals the sum of the yearly additions up to its year is for these years together, and says so."""
    if reading.kind is Kind.RATE or reading.target.place.table is not None:
        return reading
    yearly = {
        other.year: other.value_in(reading.measure)
        for other in siblings
        if other.kind is Kind.NEW and other.span is Span.YEAR and other.year and other.year <= (reading.year or 0)
    }
    if len(yearly) < 2 or reading.year not in yearly or sum(yearly.values()) != reading.target.quantity.value:
        return reading
    years = sorted(yearly)
    unit = reading.target.quantity.unit
    spelled = "+".join(number_text(yearly[year]) for year in years)
    note = f"等于{years[0]}—{years[-1]}年各年之和（{spelled}={number_text(sum(yearly.values(), Decimal(0)))}{unit}）"
    return replace(reading, kind=Kind.NEW, span=Span.PERIOD, first=years[0], note=note)

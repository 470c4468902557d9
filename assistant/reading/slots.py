"""The typed slots of a question, each with its spans: units, areas, years, ordinals, amounts, deadlines."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import cast

from assistant.reading.ask import Condition, Due
from assistant.reading.due import day_spans, due_of
from assistant.reading.named import areas_named, units_named, years_named
from assistant.reading.reading import Reading
from assistant.reading.roles import columns_asked, heads_counted, lacks_units, role_of
from assistant.reading.spans import Kind, Span
from corpus.facts import Library
from corpus.folding.amounts import Amount
from corpus.folding.numerals import numeral_to_int
from corpus.folding.ordinals import Ordinal
from corpus.folding.units import unit_family
from corpus.folding.years import Years
from corpus.target import Bound, Quantity
from corpus.task import Role

_QUOTED = re.compile(r"[“\"'‘]([^”\"'’]{1,30}?)(?:[Xx×]{2,4})?[”\"'’]")
"""What stands in quotation marks, without what stands for any words (一楼一XX)."""
_LATIN = re.compile(r"(?<![A-Za-z])(?![Xx]{2,4}(?![A-Za-z]))[A-Za-z][A-Za-z0-9.&+-]{0,13}[A-Za-z0-9](?![A-Za-z])")
_WHOLE = re.compile(r"全[市区县省域](?!域)|整个[市区县]")
_MOST_YEARS = 15
_ITEMS = frozenset(("项", "条", "款", "个", "号", "行", "任务", "措施", "事项", "序号"))
_ANNEX = frozenset({"附件", "附表"})
_MEASURED = re.compile(
    r"(?:多少|几|多少个|几个)(个百分点|百分点|万?平方米|平米|万方|亩|公顷|[万亿]?元|钱|成|幢|栋|座|家|户|场|次|人|名|天|公里|%|万?[吨张辆台套间株棵])"
)
_BY_WORD = (
    (re.compile(r"百分之|占比|比例|比重|[^效功税频]率"), "rate"),
    (re.compile(r"面积|多大"), "area"),
    (re.compile(r"多少钱|金额|资金|投资"), "money"),
)
_TOP = re.compile(
    r"前([二两三四五六七八九十\d]{1,2})(?!年|批|期|述)|最[^\W\d]{1,2}的([二两三四五六七八九十\d]{1,2})[个家幢项名]"
)
_NTH = re.compile(
    r"(倒数)?第([二三四五六七八九2-9])(?!批|期|轮|届|季|产业|部分|章|节|条|项|类|次|个)(?:名|位|高|多|大|低|少|小|长|早|晚)?"
)
_GROUP = re.compile(
    r"(?:按照?|各|分|哪(?:一?[个类种]|些|家)?|每[个家]?)(?:牵头|责任|主管|配合|完成)?"
    r"(时限|类别|类型|领域|类|单位|部门|年份?|年度|区域|地区|区县|县区|县市区|[市县]?[区县](?![域块])|街道|乡?镇|属地|板块|状态|阶段|种)"
)
_SPOKEN = frozenset({"buildings", "events"})
"""What is counted in words as often as in figures: 两栋."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What was named; empty where nothing was. `sources` holds the spans of each slot by its name."""

    units: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    whole: bool = False
    years: tuple[int, ...] = ()
    ordinals: tuple[int, ...] = ()
    annexes: tuple[int, ...] = ()
    amounts: tuple[Quantity, ...] = ()
    conditions: tuple[Condition, ...] = ()
    heads: tuple[Condition, ...] = ()
    """How many units the rows meant have."""
    due: Due | None = None
    role: Role = Role.ANY
    wanted: frozenset[str] = frozenset()
    """Senses of columns that are asked for; heard elsewhere they tell which rows are meant."""
    without: bool = False
    """Whether the rows meant are those without the units named."""
    quoted: tuple[str, ...] = ()
    measures: frozenset[str] = frozenset()
    rank: int = 1
    top: int = 0
    by: str = ""
    sources: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def spent(self, *names: str) -> list[Span]:
        """The spans of the named slots."""
        return [span for name in names for span in self.sources.get(name, ())]


def slots_of(reading: Reading, library: Library) -> Slots:
    """The slots of a question."""
    units, areas, years = units_named(reading, library), areas_named(reading, library), years_named(reading, library)
    ordinals = [one for one in item_ordinals(reading) if _counts(one, _ITEMS)]
    amounts = _amounts(reading)
    bounded = [one for one in amounts if cast("Amount", one.value).quantity.bound is not Bound.EQ]
    due = due_of(reading, library)
    whole = whole_spans(reading)
    rank, top = _rank(reading.text)
    wanted = columns_asked(reading)
    return Slots(
        units=tuple(units),
        areas=tuple(areas),
        whole=bool(whole),
        years=_years(years),
        ordinals=_numbers(ordinals),
        annexes=_numbers(one for one in reading.of(Kind.ORDINAL) if _counts(one, _ANNEX)),
        amounts=tuple(cast("Amount", one.value).quantity for one in amounts),
        conditions=tuple(_condition(one) for one in bounded),
        due=due,
        heads=heads_counted(reading.text),
        role=role_of(reading, wanted if units else frozenset()),
        wanted=wanted,
        without=lacks_units(reading, units),
        quoted=tuple(dict.fromkeys([*_QUOTED.findall(reading.text), *_LATIN.findall(reading.text)])),
        measures=_measures(reading.text),
        rank=rank,
        top=top,
        by=(match[1] if (match := _GROUP.search(reading.text)) else ""),
        sources={
            "units": tuple(span for spans in units.values() for span in spans),
            "areas": tuple(span for spans in areas.values() for span in spans),
            "years": tuple(years),
            "ordinals": tuple(ordinals),
            "amounts": tuple(amounts),
            "conditions": tuple(bounded),
            "whole": tuple(whole),
            "due": day_spans(reading, library) if due and due.last else (),
        },
    )


def whole_spans(reading: Reading) -> list[Span]:
    """Where the whole area of a document is meant: 全市."""
    return [Span(match.start(), match.end(), Kind.AREA, match[0]) for match in _WHOLE.finditer(reading.text)]


def item_ordinals(reading: Reading) -> list[Span]:
    """The ordinals of items, not those of a ranking (第二大)."""
    ranks = reading.senses("nth")
    return [one for one in reading.of(Kind.ORDINAL) if not any(one.meets(rank) for rank in ranks)]


def _years(spans: Iterable[Span]) -> tuple[int, ...]:
    """All years named, those of a span too, of a long one its ends; of a plan only where its end is meant."""
    found: dict[int, None] = {}
    for span in spans:
        years = cast("Years", span.value)
        if not years.plan or years.first == years.last:
            apart = years.last - years.first
            step = apart if apart > _MOST_YEARS else 1
            found |= dict.fromkeys(range(years.first, years.last + 1, step))
    return tuple(found)


def _counts(span: Span, nouns: frozenset[str]) -> bool:
    ordinal = cast("Ordinal", span.value)
    return ordinal.first is not None and (not ordinal.noun or ordinal.noun in nouns)


def _numbers(spans: Iterable[Span]) -> tuple[int, ...]:
    found: dict[int, None] = {}
    for span in spans:
        ordinal = cast("Ordinal", span.value)
        first, last = ordinal.first or 0, ordinal.last or ordinal.first or 0
        found |= dict.fromkeys(range(first, min(last, first + 50) + 1))
    return tuple(found)


def _amounts(reading: Reading) -> list[Span]:
    """Amounts that count or measure something, not the counts of the asking itself (三家城市, 五份文件)."""
    asking = reading.senses("each_place", "nth", "which", "only", "documents")
    aside = [*reading.of(Kind.YEAR), *reading.of(Kind.ORDINAL), *asking]
    claims = "whether" in reading.heard
    figures = [span for span in reading.of(Kind.AMOUNT) if _measures_something(cast("Amount", span.value), claims)]
    return [span for span in figures if not any(span.meets(other) for other in aside)]


def _measures_something(amount: Amount, claims: bool) -> bool:
    """A number in words is a manner of speaking, and a bare 4个 counts what is asked about unless it is claimed."""
    family = unit_family(amount.quantity.unit)
    counts = family == "items" and amount.quantity.bound is Bound.EQ
    spoken = amount.spelled and (family not in _SPOKEN or amount.quantity.value <= 1)
    return not spoken and (claims or not counts)


def _condition(span: Span) -> Condition:
    quantity = cast("Amount", span.value).quantity
    return Condition(quantity.bound, quantity.value, quantity.unit)


def _measures(text: str) -> frozenset[str]:
    """The families of the units that are asked for: 几幢 asks for buildings. 多少幢 tells more than 面积."""
    direct = {"money" if unit == "钱" else unit_family(unit) or unit for unit in _MEASURED.findall(text)}
    if direct:
        return frozenset(direct)
    return frozenset(family for pattern, family in _BY_WORD if pattern.search(text))


def _rank(text: str) -> tuple[int, int]:
    """Which place in the order is asked for, and how many first ones."""
    if match := _TOP.search(text):
        return 1, numeral_to_int(match[1] or match[2]) or 0
    if match := _NTH.search(text):
        return numeral_to_int(match[2]) or 1, 0
    return 1, 0

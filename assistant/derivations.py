"""Numbers that follow from the stated ones, each spelled out and said to be derived. Knows no new facts."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import StrEnum

from assistant.comparing.groups import Group, indicator_groups
from assistant.comparing.readings import Kind, Reading, Span, member_readings
from assistant.facts.folding import quotient
from assistant.labels import document_label
from assistant.shape import Shape
from corpus.facts import Library
from corpus.folding.numerals import number_text


class Derivation(StrEnum):
    """per_year: an addition over several years, on average; share: of the printed total; change: from the baseline."""

    PER_YEAR = "per_year"
    SHARE = "share"
    CHANGE = "change"


class DerivedView(Shape):
    """A derived number: it follows from printed ones, and no document prints it."""

    derivation: Derivation
    """How it follows."""
    document_id: str
    """Id of the document."""
    group: str
    """The canonical indicator."""
    indicator: str
    """The document's own name for the indicator, without year, bound and unit."""
    scope: str | None
    """Area that it is for, as printed; null for the whole area of the document."""
    year: int | None
    """The year that the printed number is for, of several the last; null where none is printed."""
    value: str
    """A decimal as string, in `unit`; rounded half up where `formula` has ≈."""
    unit: str
    """% for a share, 个百分点 for a change of a rate; else the unit of the printed number."""
    formula: str
    """The arithmetic over the printed numbers: 15÷3=5, 3÷27≈11.1%."""
    message: str
    """The number in a Chinese sentence, with its formula."""
    quotes: tuple[str, ...]
    """Verbatim words with the printed numbers: the number's own, for a share also those of the total."""
    places: tuple[str, ...]
    """Where each quote stands, as an official would cite it."""


def derivations(
    library: Library, *, documents: Iterable[str] = (), groups: Iterable[str] | None = None
) -> list[DerivedView]:
    """All that can be derived about the documents (all where none is named) and the groups (by name; None: all)."""
    wanted = {library.document(document_id).id for document_id in documents} or set(library.documents)
    names = None if groups is None else set(groups)
    return [
        derived
        for group in indicator_groups(library)
        if names is None or group.name in names
        for document_id in library.documents
        if document_id in wanted
        for derived in _of_document(library, group, document_id)
    ]


def _of_document(library: Library, group: Group, document_id: str) -> Iterator[DerivedView]:
    document = library.document(document_id)
    members = [member for member in group.members if member.document_id == document_id]
    exact = (one for one in member_readings(document, members) if one.target.quantity.high is None)
    readings = [reading for reading in exact if not reading.target.is_baseline]
    name = document_label(library, document_id)
    for reading in readings:
        yield from _per_year(group, name, reading)
        yield from _change(group, name, reading)
        yield from _share(group, name, reading, readings)


def _per_year(group: Group, name: str, reading: Reading) -> Iterator[DerivedView]:
    if reading.span is not Span.PERIOD or reading.first is None or reading.year is None:
        return
    years = reading.year - reading.first + 1
    if years > 1:
        value, formula = _quotient(reading.target.quantity.value, Decimal(years), 2)
        unit = reading.target.quantity.unit
        words = f"{reading.first}—{reading.year}年平均每年{value}{unit}（{formula}）"
        yield _view(Derivation.PER_YEAR, group, name, [reading], (value, unit, formula), words)


def _change(group: Group, name: str, reading: Reading) -> Iterator[DerivedView]:
    baseline = reading.target.baseline
    if baseline is None or reading.kind is Kind.NEW:
        return
    goal = reading.target.quantity.value
    value = number_text(goal - baseline.value)
    unit = "个百分点" if reading.kind is Kind.RATE else reading.target.quantity.unit
    formula = f"{number_text(goal)}-{number_text(baseline.value)}={value}"
    words = f"{reading.target.scope or ''}{reading.year}年目标与{baseline.year}年相差{value}{unit}（{formula}）"
    yield _view(Derivation.CHANGE, group, name, [reading], (value, unit, formula), words)


def _share(group: Group, name: str, reading: Reading, readings: Sequence[Reading]) -> Iterator[DerivedView]:
    total = next((other for other in readings if _is_total_of(other, reading)), None)
    if total is None or not total.target.quantity.value:
        return
    part = reading.target.quantity.value
    value, formula = _quotient(part, total.target.quantity.value, 1, percent=True)
    when = f"{reading.year}年" if reading.year else ""
    words = f"{when}{reading.target.scope}占{total.target.scope or '全部'}的{value}%（{formula}）"
    yield _view(Derivation.SHARE, group, name, [reading, total], (value, "%", formula), words)


def _is_total_of(other: Reading, reading: Reading) -> bool:
    """Whether `other` is the whole that `reading` is a part of: same column, same year, whole area."""
    same = other.member is reading.member and other.year == reading.year and other.kind is reading.kind
    in_table = reading.target.place.table_no is not None
    in_table &= reading.target.place.table_no == other.target.place.table_no
    return same and in_table and other.whole and not reading.whole and reading.kind is not Kind.RATE


def _quotient(part: Decimal, whole: Decimal, places: int, *, percent: bool = False) -> tuple[str, str]:
    """The quotient, rounded half up where it does not end, and how it is written."""
    rounded, sign = quotient(part * (100 if percent else 1), whole, Decimal(1).scaleb(-places))
    value = number_text(rounded)
    return value, f"{number_text(part)}÷{number_text(whole)}{sign}{value}{'%' if percent else ''}"


def _view(
    derivation: Derivation,
    group: Group,
    name: str,
    readings: Sequence[Reading],
    result: tuple[str, str, str],
    words: str,
) -> DerivedView:
    target = readings[0].target
    value, unit, formula = result
    return DerivedView(
        derivation=derivation,
        document_id=target.document_id,
        group=group.name,
        indicator=target.indicator,
        scope=target.scope,
        year=readings[0].year,
        value=value,
        unit=unit,
        formula=formula,
        message=f"{name}“{target.indicator}”{words}。",
        quotes=tuple(reading.target.quote for reading in readings),
        places=tuple(str(reading.target.place) for reading in readings),
    )

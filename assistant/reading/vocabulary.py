"""The names that a library knows: its documents, the places in them, its units. Knows no questions.

Everything here is read from the documents and their facts, so a new document brings its own names.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from assistant.reading.divisions import Division, division_called, divisions_by_name, is_division, places_in
from assistant.reading.names import Name, NameKind, Names
from assistant.reading.normalising import name_to_key
from corpus.document import Document
from corpus.facts import Facts, Library
from corpus.quoting import compact
from corpus.regions import short_name
from corpus.table import Cell, Table

WHOLE_AREA = re.compile(r"^(?:全[市区县省国镇域]|各地|合计|总计|小计|全[市区县]合计|[^\W\d_]{0,4}合计)$")
"""Scopes that mean the whole area of a document."""

_UNIT_LEVEL = re.compile(r"^(?:[省市区县](?:委|政府)(?=\w{2,}[部办室委局处中心])|[省市区县]|国家)(?=\w{2})")
_GENERIC = re.compile(r"^(?:人民政府|政府|办公室|管委会|属公司|直部门|.{0,3}责任单位|.{0,2}部门)$")
_TITLE_TAIL = re.compile(r"[(（]\d{4}[^)）]{0,12}[)）]$|的通知$")
_ZONE = re.compile(r"(?<=\w\w)(?:园区|开发区|新区|高新区|经开区|度假区|自贸区)$")
_STATE = "国家"
NEIGHBOURS = 2
"""So many characters behind a place tell whether the text speaks of the same thing: 福建自贸(区)."""
_PLACE = re.compile(r"^[一-鿿]{1,8}(?:[省市区县镇乡]|街道|自治州)$")
_MOSTLY = 0.7
_OFTEN = 5
"""So often speaks a document of the place that it is of; another is an example."""
_SHORTEST_FORM = 2
_SHORTEST_UNIT = 3
_LONGEST = 80
"""Nobody calls an area or a unit by more characters: what is longer is no name, and never looked for."""


class Vocabulary:
    """The names of a library, and whether a form stands in a document's text."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._texts = {document.id: name_to_key(compact(document.text)) for document in library.documents.values()}
        self._regions = {
            document.id: _regions(document, self._texts[document.id]) for document in library.documents.values()
        }
        every = {form for regions in self._regions.values() for form in regions}
        self._entitled = {document.id: _in_title(document, every) for document in library.documents.values()}
        self.names = Names.of(self._names())

    def holders(self, form: str) -> frozenset[str]:
        """The documents in whose text `form` stands."""
        return frozenset(document_id for document_id, text in self._texts.items() if form in text)

    def behind(self, form: str, document_id: str) -> frozenset[str]:
        """What stands behind `form` in the text of a document: its `NEIGHBOURS`."""
        found = re.finditer(re.escape(form), self._texts[document_id])
        return frozenset(self._texts[document_id][one.end() : one.end() + NEIGHBOURS] for one in found)

    def regions(self, document_id: str) -> tuple[str, ...]:
        """The names by which a document is called, the one it is best shown by first."""
        return self._regions[document_id]

    def called(self, document_id: str) -> tuple[str, ...]:
        """The places that a document is called by: its own, and those that its title names."""
        return tuple(dict.fromkeys((*self._regions[document_id], *self._entitled[document_id])))

    def speakers(self, place: str) -> frozenset[str]:
        """The documents of no place of their own that speak of one: those of the whole country in a table, or often."""
        holders = (one for one in self.holders(place) if not self._regions[one])
        return frozenset(one for one in holders if not self._level(one) or self._dwells_on(place, one))

    def _dwells_on(self, place: str, document_id: str) -> bool:
        return self._texts[document_id].count(place) >= _OFTEN or place in self._tabled(document_id)

    def _level(self, document_id: str) -> str | None:
        return self.library.document(document_id).metadata.level

    def _tabled(self, document_id: str) -> frozenset[str]:
        """The divisions that cells of a document's tables consist of, by their names with and without 省 or 市."""
        tables = self.library.document(document_id).tables
        cells = (name_to_key(compact(cell.text)) for table in tables for row in table.rows for cell in row.cells)
        return frozenset(form for cell in cells if is_division(cell) for form in (cell, short_name(cell)))

    def _names(self) -> Iterator[Name]:
        for document in self.library.documents.values():
            facts, regions = self.library.facts[document.id], self._regions[document.id]
            yield from _document_names(document, regions, self.called(document.id))
            yield from self._told(_area_names(document, facts, regions, self._texts[document.id]))
            yield from self._told(_unit_names(facts, regions))

    def _told(self, names: Iterable[Name]) -> Iterator[Name]:
        """The names, those marked as telling whose form stands in no other document."""
        for name in names:
            telling = self.holders(name.form) <= {name.document}
            yield Name(name.form, name.kind, name.value, name.document, telling and len(name.form) >= _SHORTEST_FORM)


@lru_cache(maxsize=4)
def vocabulary_of(library: Library) -> Vocabulary:
    """The vocabulary of a library, made once."""
    return Vocabulary(library)


def _regions(document: Document, text: str) -> tuple[str, ...]:
    """What a document is called by for its place; `text` is its key."""
    named = document.regions or (() if document.metadata.level else _spoken_of(text))
    within = [division.name for name in named if (division := division_called(short_name(name))) is not None]
    zones = filter(None, map(_zone_in, named))
    return tuple(dict.fromkeys((*named, *map(short_name, named), *within, *map(short_name, within), *zones)))


def _zone_in(region: str) -> str:
    """What is left of a zone's name behind the city that it lies in (江北新区 of 南京江北新区), else nothing."""
    ends = (end for end in range(2, len(region) - 2) if is_division(region[:end]) and _ZONE.search(region[end:]))
    return next((region[end:] for end in ends), "")


def _spoken_of(text: str) -> tuple[str, ...]:
    """The place that a document speaks of more than of all others together, where neither head nor foot names one."""
    spoken = Counter(short_name(text[start:end]) for start, end in places_in(text))
    most, count = spoken.most_common(1)[0] if spoken else ("", 0)
    return (most,) if count >= _OFTEN and count * 2 > spoken.total() else ()


def _in_title(document: Document, places: Iterable[str]) -> tuple[str, ...]:
    """What the title of a document names: those places, and divisions of the country."""
    title = name_to_key(document.metadata.title)
    divisions = {form for start, end in places_in(title) for form in (title[start:end], short_name(title[start:end]))}
    known = {place for place in places if len(place) >= _SHORTEST_FORM and name_to_key(place) in title}
    return tuple(sorted(known | divisions))


def _document_names(document: Document, regions: tuple[str, ...], called: tuple[str, ...]) -> Iterator[Name]:
    title = document.metadata.title
    forms = {document.id, title, _TITLE_TAIL.sub("", title), *called}
    for form in sorted(form for form in forms if len(form) >= _SHORTEST_FORM and not form.isdigit()):
        yield Name(name_to_key(form), NameKind.DOCUMENT, document.id, document.id, telling=True)
    here = _division_of(regions)
    for division in here.ancestors if here else ():
        for form in {division.name, short_name(division.name)}:
            yield Name(form, NameKind.PARENT, division.name, document.id)


def _division_of(regions: tuple[str, ...]) -> Division | None:
    """The division that the place of a document is, by the longest of its names that is one's."""
    return next(filter(None, map(division_called, sorted(regions, key=len, reverse=True))), None)


def _area_names(document: Document, facts: Facts, regions: tuple[str, ...], text: str) -> Iterator[Name]:
    scopes = {target.scope for target in facts.targets if target.scope and not WHOLE_AREA.match(target.scope)}
    areas = sorted(one for one in {*scopes, *_row_labels(document)} if len(one) <= _LONGEST)
    yield from _named_areas(areas, NameKind.AREA, document.id, regions)
    yield from _named_areas(sorted(_cell_places(document).difference(areas)), NameKind.PLACE, document.id, regions)
    for division in _divisions_inside(regions):
        for form in (division.name, short_name(division.name)):
            if form in text:
                yield Name(form, NameKind.AREA, division.name, document.id)


def _named_areas(areas: Sequence[str], kind: NameKind, document_id: str, regions: tuple[str, ...]) -> Iterator[Name]:
    kinds = Counter(alone for area in areas if (alone := _kind_of(area)))
    for area in areas:
        for form in sorted(_area_forms(area, _kind_of(area) if kinds[_kind_of(area)] == 1 else "", regions)):
            yield Name(name_to_key(form), kind, area, document_id)


def _kind_of(area: str) -> str:
    """What an area alone of its kind is called by (园区); empty where it is of no such kind."""
    match = _ZONE.search(area)
    return match[0] if match else ""


def _area_forms(area: str, kind: str, regions: tuple[str, ...]) -> set[str]:
    """Forms of an area: as printed, without its suffix, by its kind, cut at either end behind the region (苏州园区,
    苏州工业园).
    """
    bare = re.sub(r"公司$", "", short_name(area))
    forms = {form for form in (area, bare, kind) if len(form) >= _SHORTEST_FORM}
    cut = {area[start:] for start in range(1, len(area) - 1)} | {area[:-1]} if len(area) > _SHORTEST_UNIT else set()
    return forms | {region + part for region in regions for part in forms | cut}


def _row_labels(document: Document) -> Iterator[str]:
    """First cells of tables of figures: places whose numbers stand in the row."""
    for table in document.tables:
        if table.columns and re.search(
            r"^(?:属地|地区|区域|板块|县.{0,3}区|单位名称|街镇|镇街)", table.columns[0].path[-1]
        ):
            yield from (row.cells[0].text for row in table.rows if not WHOLE_AREA.match(row.cells[0].text))


def _cell_places(document: Document) -> set[str]:
    """The cells of columns in which nearly all are called as places are."""
    columns = (cells for table in document.tables for cells in _columns(table))
    places = ({one.text for one in cells if not WHOLE_AREA.match(one.text)} for cells in columns)
    return {place for labels in places if _are_places(labels) for place in labels}


def _columns(table: Table) -> Iterator[tuple[Cell, ...]]:
    whole = [row.cells for row in table.rows if len(row.cells) == len(table.columns)]
    return zip(*whole, strict=True) if len(whole) > 1 else iter(())


def _are_places(labels: set[str]) -> bool:
    named = sum(bool(_PLACE.match(one)) for one in labels)
    return named > 1 and named >= _MOSTLY * len(labels)


def _divisions_inside(regions: tuple[str, ...]) -> list[Division]:
    """The counties that lie in the place of a document."""
    here = _division_of(regions)
    if here is None or here.is_county:
        return []
    stem = here.code.rstrip("0")
    every = {division.code: division for found in divisions_by_name().values() for division in found}
    return [division for code, division in sorted(every.items()) if code.startswith(stem) and code != here.code]


def _unit_names(facts: Facts, regions: tuple[str, ...]) -> Iterator[Name]:
    """Units by every printed name, behind the region (青浦区经委), and without their level (商务委) where that
    leaves one unit only.
    """
    bare: dict[str, set[str]] = {}
    for unit in facts.units:
        for printed in (unit.name, *unit.aliases):
            if (unit.group and WHOLE_AREA.match(printed)) or len(printed) > _LONGEST:
                continue
            for form in (printed, *(region + printed for region in _called_behind(printed, regions))):
                yield Name(name_to_key(form), NameKind.UNIT, unit.name, facts.document_id)
            bare.setdefault(_UNIT_LEVEL.sub("", printed), set()).add(unit.name)
    for form, units in bare.items():
        if len(units) == 1 and len(form) >= _SHORTEST_UNIT and not _GENERIC.match(form):
            yield Name(name_to_key(form), NameKind.UNIT, next(iter(units)), facts.document_id)


def _called_behind(unit: str, regions: tuple[str, ...]) -> list[str]:
    """What people put before a unit: the short name of the region at whose level it stands (青浦 for 区经委); 国家
    where the document is of no place.
    """
    if not regions:
        return [] if unit.startswith(_STATE) else [_STATE]
    return [short_name(region) for region in regions if region.endswith(unit[0]) and short_name(region) != region]

"""What a question says of the heads of the documents that it asks for: who issued them and when, of which kind and
level they are (国务院办公厅2018年发的通知有几份). Knows no rows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast

from assistant.reading.abbreviations import abbreviated_units
from assistant.reading.ask import Head, HeadField
from assistant.reading.normalising import name_to_key
from assistant.reading.reading import Reading
from assistant.reading.spans import Kind, Span
from assistant.reading.vocabulary import vocabulary_of
from assistant.reading.words import everyday_words
from corpus.document import Document
from corpus.facts import Library, Unit
from corpus.folding.years import Years
from corpus.target import Bound

_KIND = (
    r"(?:指导|实施|行动|工作|发展)?(?:通知|通告|公告|意见|办法|细则|方案|规划|纲要|计划|规定|条例|决定|报告|批复|通报)"
)
_FILE = r"(?:政策)?(?:文件|文(?![化旅物件])|政策|材料)"
_ISSUED = r"(?:联合|一起|单独|牵头|共同|正式|一家)*(?:印发|发布|下发|制定|出台|颁布|公布|发(?![〔\[(文]))(?:过|了)?的?"
_OF = rf"(?:的[^，,。；;？?]{{0,6}}?)?(?={_FILE}|{_KIND})"
_LISTED = r"(?=$|[，,？?]|(?:总?一?共|都|分别)?(?:有|是)?(?:哪|几|多少)(?![项条章类个方]))"
_KINDS = re.compile(
    rf"{_ISSUED}[^，,。；;？?]{{0,4}}?(?P<issued>{_KIND}){_LISTED}|(?P<before>{_KIND})(?=[^，,。；;？?]{{0,3}}(?:哪|几|多少)[几]?[份篇部])"
    rf"|[份篇部](?:是|属于)?(?P<behind>{_KIND})(?=$|[，,。；;？?])"
)
"""Where a kind of document is issued, counted or listed."""
_LEVEL = re.compile(
    rf"(?P<level>国家|中央|省|市|区县|区|县)(?:一?级(?:层面)?|层面)(?:{_ISSUED}|的)?(?={_FILE}|{_KIND})"
)
_LEVELS = {"国家": "国家", "中央": "国家", "省": "省", "市": "市", "区县": "区县", "区": "区县", "县": "区县"}
_DATED = re.compile(rf"(?P<bound>以后|之后|以来|以前|之前)?(?:[^，,。；;？?年]{{0,16}}?{_ISSUED}|度?{_OF})")
_BOUNDS = {"以后": Bound.GT, "之后": Bound.GT, "以来": Bound.GE, "以前": Bound.LT, "之前": Bound.LT}
_YEAR_OF = rf"(?:[和与、跟]|在|于|\d{{4}}年(?:度|以后|之后|以来|以前|之前)?){{0,3}}(?:{_ISSUED}|{_OF})"
_UNKNOWN = re.compile(
    r"(?:^|[里中有由是、，,和])(?P<unit>[一-鿿]{1,14}?(?:[部委局厅办院署]|政府|办公厅|办公室|委员会|银行))" + _YEAR_OF
)
_PARTY, _BOARD = re.compile(r"^中共"), re.compile(r"员会$|人民(?=政府)")
_GIVEN, _GOVERNMENT = "政府工作报告", "人民政府"
"""A report that nobody issued is its government's."""
_DOCUMENTS = frozenset({"documents", "which_document"})


def heads_asked(reading: Reading, library: Library) -> list[tuple[Head, Span]]:
    """The conditions on heads with where they stand; none where it is not documents that are asked for."""
    found = [*_issuers(reading, library), *_years(reading), *_levels(reading.text)]
    kinds = list(_KINDS.finditer(reading.text))
    counted = any(one.lastgroup != "issued" for one in kinds)
    told = counted or (found and (kinds or _DOCUMENTS & reading.heard))
    return [*found, *map(_of_kind, kinds)] if told else []


def places_held(reading: Reading, library: Library) -> tuple[str, ...]:
    """The documents of the places by which the question calls any, whatever their titles say; all where it names none,
    those in scope where somebody else chose them.
    """
    if reading.named and not reading.told:
        return reading.documents
    words, called = vocabulary_of(library), {str(one.value) for one in reading.callings}
    own = {one: called & set(map(name_to_key, words.regions(one))) for one in library.documents}
    return tuple(one for one, places in own.items() if places) or tuple(library.documents)


@lru_cache(maxsize=4)
def issuers_of(library: Library) -> Mapping[str, frozenset[str]]:
    """By document, what those who issued it are called by, as keys; empty where it tells none."""
    return {one.id: frozenset(_issuer_forms(one)) for one in library.documents.values()}


def _issuer_forms(document: Document) -> Iterator[str]:
    places = tuple(map(name_to_key, document.regions))
    meta = document.metadata
    given = (f"{meta.region}{_GOVERNMENT}",) if meta.region and meta.title.endswith(_GIVEN) else ()
    for name in meta.issuers or given:
        yield from _forms(name_to_key(name), places)


def _forms(name: str, places: Iterable[str]) -> Iterator[str]:
    """A name without 中共, without what lies around its place, by the level of that alone (市科委), with its board
    shortened (委 for 委员会), and in everyday words (国办).
    """
    bare = _PARTY.sub("", name)
    ends = {bare[bare.index(place) :]: place for place in places if place in bare}
    led = (place[-1] + end[len(place) :] for end, place in ends.items() if place[-1] in _LEVELS)
    for one in (name, bare, *ends, *led):
        yield from (one, _BOARD.sub("", one))
    yield from (everyday for everyday, official in everyday_words() if official == bare)


def _issuers(reading: Reading, library: Library) -> Iterator[tuple[Head, Span]]:
    """Issuers that a document of the library has; where the question names none of them, one that none has."""
    known = list(_known_issuers(reading.text, frozenset().union(*issuers_of(library).values())))
    yield from known
    unknown = _UNKNOWN.search(reading.text) if not known else None
    if unknown and _DOCUMENTS & reading.heard:
        yield Head(HeadField.ISSUER, unknown["unit"]), Span(*unknown.span("unit"), Kind.UNIT, ())


def _known_issuers(text: str, forms: frozenset[str]) -> Iterator[tuple[Head, Span]]:
    units = [Unit(document_id="", name=form) for form in forms]
    said = {form: form for form in forms if form in text} | {
        words: form for form, words in abbreviated_units(text, units).items()
    }
    names = "|".join(f"{_led(one)}{re.escape(one)}" for one in sorted(said, key=len, reverse=True))
    for found in re.finditer(rf"(?P<name>{names})(?:{_YEAR_OF}|(?=[和与、]))", text) if names else ():
        yield Head(HeadField.ISSUER, said[found["name"]]), Span(*found.span("name"), Kind.UNIT, ())


def _led(name: str) -> str:
    """What must stand before a name that begins with its level: no place of another."""
    return r"(?<![^里中由是有、,和与的查\s])" if name[0] in _LEVELS else ""


def _years(reading: Reading) -> Iterator[tuple[Head, Span]]:
    for span in reading.of(Kind.YEAR):
        years, found = cast("Years", span.value), _DATED.match(reading.text, span.end)
        if found and years.first == years.last:
            bound = _BOUNDS.get(found["bound"] or "", Bound.EQ)
            yield Head(HeadField.YEAR, str(years.first), bound), span


def _of_kind(found: re.Match[str]) -> tuple[Head, Span]:
    name = found.lastgroup or ""
    return Head(HeadField.KIND, found[name]), Span(*found.span(name), Kind.DOCUMENT, ())


def _levels(text: str) -> Iterator[tuple[Head, Span]]:
    for found in _LEVEL.finditer(text):
        yield Head(HeadField.LEVEL, _LEVELS[found["level"]]), Span(*found.span(), Kind.AREA, ())

"""Places a question names that no document is about: a reason to refuse. Knows no facts."""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain

from assistant.reading.divisions import divisions_by_name, places_in
from assistant.reading.names import Mention, NameKind
from assistant.reading.normalising import to_key
from assistant.reading.vocabulary import NEIGHBOURS, Vocabulary
from corpus.document import Heading
from corpus.facts import Library
from corpus.regions import short_name

_JOINT = re.compile(r"^(?:和|与|跟|同|及|以及|、|,|还是|或|比|对|相比|对比)$")
_TOWNSHIP = re.compile(
    r"(?:^|[\s,。、;:和与跟及的在])([一-鿿]{2,3}(?:镇|街道|乡))(?![一-鿿]{0,2}(?:政府|化)|[村镇土亲企])"
)
_PLACE = re.compile(
    r"^(?![全本各我该市县区城辖郊园片山东西])[一-鿿]{2,6}(?:[县市乡]|(?<![园城市地片])区|(?<!城)镇|街道)$"
)
_NO_NAME = re.compile(r"[的住们各哪几每些个多少全本该那这街城乡其是有里别另]|所[在有属]|属地|[下返回入离还]$")


def unknown_places(
    key: str,
    unnamed: Iterable[tuple[int, int]],
    mentions: Sequence[Mention],
    vocabulary: Vocabulary,
    documents: tuple[str, ...],
) -> list[str]:
    """Those of the `unnamed` places in `key` that the text in scope does not speak of.

    Where documents are asked for, a place that occurs in their text is left alone (接轨杭州), unless it stands beside
    one of them as its equal (杭州和嘉兴); where none is, one that occurs with what stands behind it (福建自贸区), that
    is a county in the text of its own city, or an ordinary word as well.
    """
    return [
        key[start:end]
        for start, end in unnamed
        if not vocabulary.speakers(key[start:end]) & set(documents)
        and (_is_equal(key, start, end, mentions) or not _is_told(key, start, end, vocabulary, documents))
    ]


def is_place(form: str) -> bool:
    """Whether a name is that of a place: a division of the country, or called as one is (青芦县)."""
    return form in divisions_by_name() or bool(_PLACE.match(form))


def speaking_of_places(places: Iterable[str], named: AbstractSet[str], vocabulary: Vocabulary) -> frozenset[str]:
    """The documents of no place that speak of those places, no names of the library, of which the `named` ones do not:
    a collection of reports of many cities.
    """
    return frozenset().union(*(vocabulary.speakers(one) for one in places if not vocabulary.holders(one) & named))


def divisions_in(key: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where divisions stand in `key` that no mention covers."""
    return [(start, end) for start, end in places_in(key) if not any(m.start < end and start < m.end for m in mentions)]


def _is_told(key: str, start: int, end: int, vocabulary: Vocabulary, documents: tuple[str, ...]) -> bool:
    """Whether the text in scope speaks of a place in the way that the question does."""
    place, behind = key[start:end], key[end : end + NEIGHBOURS].strip()
    holders = vocabulary.holders(place)
    if documents:
        return bool(holders & set(documents))
    ordinary = all(division.is_county and division.name != place for division in divisions_by_name().get(place, ()))
    own = any(_is_in(place, vocabulary.called(one)) for one in holders) or place in _headed(vocabulary.library)
    return bool(holders) and (ordinary or own or (bool(behind) and bool(vocabulary.holders(place + behind))))


@lru_cache(maxsize=4)
def _headed(library: Library) -> frozenset[str]:
    """The titles of the headings, as keys: a place that is one has a part of a document of its own."""
    blocks = chain.from_iterable(document.blocks for document in library.documents.values())
    return frozenset(to_key(one.title) for one in blocks if isinstance(one, Heading))


def _is_in(place: str, cities: Iterable[str]) -> bool:
    """Whether a place is a county of one of some cities."""
    names = {short_name(one) for one in cities}
    counties = (division for division in divisions_by_name().get(place, ()) if division.is_county)
    return any(short_name(above.name) in names for one in counties for above in one.ancestors[:1])


def unknown_townships(key: str, vocabulary: Vocabulary) -> list[str]:
    """Towns and sub-districts in `key`, known names blanked out, that stand in no document: 华新镇."""
    return [name for name in named_townships(key) if not vocabulary.holders(name)]


def named_townships(key: str) -> list[str]:
    """Towns and sub-districts in `key`, known names blanked out."""
    return [name for name in _TOWNSHIP.findall(key) if not _NO_NAME.search(re.sub(r"(?:镇|街道|乡)$", "", name))]


def _is_equal(key: str, start: int, end: int, mentions: Iterable[Mention]) -> bool:
    """Whether the place stands in a list with the name of a document."""
    documents = [m for m in mentions if any(name.kind is NameKind.DOCUMENT for name in m.names)]
    return any(_JOINT.match(key[m.end : start]) or _JOINT.match(key[end : m.start]) for m in documents)

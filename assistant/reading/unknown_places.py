"""Places a question names that no document is about: a reason to refuse. Knows no facts."""

import re
from collections.abc import Iterable, Iterator

from assistant.reading.divisions import divisions_by_name
from assistant.reading.names import Mention, NameKind
from assistant.reading.vocabulary import Vocabulary
from corpus.regions import short_name

__all__ = ["divisions_in", "named_townships", "unknown_places", "unknown_townships"]

_ROAD = re.compile(r"路|街|大道|大厦|广场|公园|酒店|银行|大学|制造|菜|人|话")
_JOINT = re.compile(r"^(?:和|与|跟|同|及|以及|、|,|还是|或|比|对|相比|对比)$")
_BEFORE_PLACE = re.compile(r"(?:^|[,。、;:()“”]|和|与|跟|及|以及|比|那|在|给|请问|是|查|看)$")
_BEHIND_PLACE = re.compile(
    r"^(?:$|[,。、;:()?“”]|和|与|跟|及|的|呢|在|到|有|这|市|区|县|省|20\d\d|\d\d年|是|要|对|楼宇|方案|规划|文件)"
)
_LONGEST = 12
_NEIGHBOURS = 2
"""So many characters behind a place tell whether the text speaks of the same thing: 福建自贸(区)."""
_TOWNSHIP = re.compile(
    r"(?:^|[\s,。、;:和与跟及的在])([一-鿿]{2,3}(?:镇|街道|乡))(?![一-鿿]{0,2}(?:政府|化)|[村镇土亲企])"
)
_NO_NAME = re.compile(r"[们各哪几每些个多少全本该那这街城乡其是有]|所[在有属]|属地|[下返回入离还]$")


def unknown_places(
    key: str, mentions: Iterable[Mention], vocabulary: Vocabulary, documents: tuple[str, ...]
) -> list[str]:
    """The places in `key` that are no name of the library and that the text in scope does not speak of.

    Where documents are asked for, a place that occurs in their text is left alone (接轨杭州), unless it stands beside
    one of them as its equal (杭州和嘉兴); where none is, one that occurs with what stands behind it (福建自贸区), or
    that is an ordinary word as well.
    """
    known = list(mentions)
    return [
        key[start:end]
        for start, end in divisions_in(key, known)
        if _is_equal(key, start, end, known) or not _is_told(key, start, end, vocabulary, documents)
    ]


def divisions_in(key: str, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Where divisions stand in `key` that no mention covers."""
    known = list(mentions)
    return [(start, end) for start, end in _places(key) if not any(m.start < end and start < m.end for m in known)]


def _is_told(key: str, start: int, end: int, vocabulary: Vocabulary, documents: tuple[str, ...]) -> bool:
    """Whether the text in scope speaks of a place in the way that the question does."""
    place, behind = key[start:end], key[end : end + _NEIGHBOURS].strip()
    holders = vocabulary.holders(place)
    if documents:
        return bool(holders & set(documents))
    ordinary = all(division.is_county and division.name != place for division in divisions_by_name().get(place, ()))
    return bool(holders) and (ordinary or (bool(behind) and bool(vocabulary.holders(place + behind))))


def unknown_townships(key: str, vocabulary: Vocabulary) -> list[str]:
    """Towns and sub-districts in `key`, known names blanked out, that stand in no document: 华新镇."""
    return [name for name in named_townships(key) if not vocabulary.holders(name)]


def named_townships(key: str) -> list[str]:
    """Towns and sub-districts in `key`, known names blanked out."""
    return [name for name in _TOWNSHIP.findall(key) if not _NO_NAME.search(re.sub(r"(?:镇|街道|乡)$", "", name))]


def _places(key: str) -> Iterator[tuple[int, int]]:
    """Stretches of `key` that are divisions, the longest first, from left to right."""
    at = 0
    while at < len(key):
        end = next((end for end in range(min(len(key), at + _LONGEST), at + 1, -1) if _is_place(key, at, end)), None)
        if end:
            yield at, end
        at = end or at + 1


def _is_place(key: str, start: int, end: int) -> bool:
    """Whether a division is named; the short names of counties are often ordinary words and must stand like a name."""
    form = key[start:end]
    found = divisions_by_name().get(form, ())
    if not found or _ROAD.match(key, end):
        return False
    if any(division.name == form and form != short_name(form) and len(form) > 2 for division in found):
        return True
    if not all(division.is_county for division in found):
        return True
    return bool(_BEFORE_PLACE.search(key[:start]) and _BEHIND_PLACE.match(key[end:]))


def _is_equal(key: str, start: int, end: int, mentions: Iterable[Mention]) -> bool:
    """Whether the place stands in a list with the name of a document."""
    documents = [m for m in mentions if any(name.kind is NameKind.DOCUMENT for name in m.names)]
    return any(_JOINT.match(key[m.end : start]) or _JOINT.match(key[end : m.start]) for m in documents)

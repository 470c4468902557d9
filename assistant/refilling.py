"""The last question with one of its parts exchanged: another city, year, indicator, row, phase. Knows no answers."""

import re
from collections.abc import Sequence

from assistant.fact_answers.record_tables import record_tables
from assistant.mentions import Mention, Slot, mentions, places_elsewhere, townships_elsewhere
from corpus.facts import Library

__all__ = [
    "EVERY_PLACE",
    "refilled",
    "with_every_place",
    "with_foreigners",
    "with_other_category",
    "with_other_phase",
    "with_other_rank",
    "with_other_row",
    "without",
]

EVERY_PLACE = re.compile(
    r"(?:[各五四三两几]地|各(?:个)?(?:城市|地方|[市区县](?!级))|哪[些几个](?:个|份)?(?:城市|地方)|[五四三两]个(?:城市|地方))(?:的|中)?"
)
"""All places, where one could stand."""

_ROW = re.compile(r"第(\d{1,4})(?=[项个条行位])")
_OTHER_ROW = re.compile(r"(下|后|上|前)(?:面)?一[项个条]")
_PHASE = re.compile(r"([一二三四五六七八九]|\d{1,2})([期批级类号])")
_RANKED = re.compile(r"最(?P<most>[高多大长快早])|最(?P<least>[低少小短慢晚])|第[二三四五](?P<nth>[高多大低少小])")
_OTHER_RANK = re.compile(
    r"(?:那么?)?(?:排(?:名|在)?)?(?:(?P<nth>第[二三四五]|其次)(?:名|位|[高多大低少小])?|(?P<extreme>最[高多大低少小长短快慢早晚]))(?:的)?"
    r"(?:又)?(?:是)?(?:谁|哪[个里家一年][^\W\d]?)?(?:呢)?[?？]?"
)
_OTHER_PLACES = re.compile(
    r"(?:和|跟|与)?(?:其[他它余]|别的?|另外|剩下)的?(?:几个|那些)?(?:城市|地方|地区|市|区|文件|方案)(?:的|都|也)?(?:怎么样|有吗|有没有|情况)?(?:呢|吗)?[?？]?"
)
_FOREIGNERS = re.compile(r"(?:外国|外籍|国外|境外|海外)(?:籍)?(?:人(?:才|员|士)?)?的?")
_ONLY_PHASE = re.compile(r"(?:那)?(?:[一二三四五六七八九]|\d{1,2})[期批级类号]")


def refilled(text: str, named: Sequence[Mention], library: Library, *, adds: bool) -> str:
    """`text` with the slots that `named` fills filled anew, or (`adds`: 和太原比呢) filled with both."""
    for slot in (Slot.INDICATOR, Slot.YEAR, Slot.UNIT, Slot.SCOPE, Slot.ELSEWHERE, Slot.DOCUMENT):
        fillings = [mention for mention in named if mention.slot is slot]
        if fillings:
            text = _with_slot(text, slot, fillings, library, adds)
    places = [mention for mention in named if mention.slot is Slot.DOCUMENT]
    return _without_foreign_scopes(text, places, library) if places else text


def with_every_place(text: str, question: str, library: Library) -> str | None:
    """`text` asked of all places instead of one (其他城市呢); None where that is not what is asked."""
    if not _OTHER_PLACES.fullmatch(question):
        return None
    places = [mention for mention in mentions(text, library) if mention.slot is Slot.DOCUMENT]
    every = Mention(Slot.DOCUMENT, 0, 0, "各地", frozenset())
    return refilled(text, [every], library, adds=False) if places else None


def with_foreigners(text: str, topic: str, library: Library) -> str | None:
    """`text` about people of a place (香港籍人才) asked of those of abroad (外国人); None where that does not fit."""
    found = _FOREIGNERS.fullmatch(topic)
    if found is None or not places_elsewhere(text, library):
        return None
    return refilled(text, [Mention(Slot.ELSEWHERE, 0, 0, "外国", frozenset())], library, adds=False)


def with_other_rank(text: str, question: str) -> str | None:
    """`text`, which asks for the highest, asked for the lowest or the second (那最低的呢, 第二名呢)."""
    old, new = _RANKED.search(text), _OTHER_RANK.fullmatch(question)
    if old is None or new is None:
        return None
    adjective = old["most"] or old["least"] or old["nth"]
    rank = new["extreme"] or f"{(new['nth'] or '').replace('其次', '第二')}{adjective}"
    return f"{text[: old.start()]}{rank}{text[old.end() :]}"


def with_other_row(text: str, question: str) -> str | None:
    """`text` about the row after or before the one it names (第13项, 那下一项呢); None where neither speaks of rows."""
    row, other = _ROW.search(text), _OTHER_ROW.search(question)
    if row is None or other is None:
        return None
    number = int(row[1]) + (1 if other[1] in "下后" else -1)
    return f"{text[: row.start(1)]}{number}{text[row.end(1) :]}"


def with_other_phase(text: str, topic: str) -> str | None:
    """`text` with its 一期 replaced by the 二期 that is all of `topic`; None where that does not fit."""
    new, old = _ONLY_PHASE.fullmatch(topic), _PHASE.search(text)
    if new is None or old is None or not topic.endswith(old[2]):
        return None
    return text[: old.start()] + topic.removeprefix("那") + text[old.end() :]


def with_other_category(text: str, topic: str, library: Library) -> str | None:
    """`text` with one value of a column of categories (前期) replaced by another (新开工); None where there is none."""
    other = topic.removesuffix("的")
    for one in record_tables(library):
        for column in one.categories:
            values = one.values(column)
            old = [value for value in values if value in text and value != other]
            if other in values and old:
                return text.replace(max(old, key=len), other, 1)
    return None


def without(text: str, named: Sequence[Mention]) -> str:
    """`text` without what is named in it."""
    for mention in reversed(named):
        text = text[: mention.start] + text[mention.end :]
    return text


def _with_slot(text: str, slot: Slot, fillings: Sequence[Mention], library: Library, adds: bool) -> str:
    """`text` with its mentions of a slot replaced by `fillings`; without one, they go behind the document's name."""
    words = "和".join(dict.fromkeys(mention.words for mention in fillings))
    old = _fillings(text, slot, library)
    if not old:
        return _with_new_slot(text, slot, words, library)
    kept = dict.fromkeys(text[mention.start : mention.end] for mention in old) if adds else {}
    for mention in reversed(old[1:]):
        joint = mention.start - 1 if text[mention.start - 1] in "和与、及" else mention.start
        text = text[:joint] + text[mention.end :]
    return text[: old[0].start] + "和".join((*kept, words)) + text[old[0].end :]


def _fillings(text: str, slot: Slot, library: Library) -> list[Mention]:
    """What fills a slot of `text`: for a document's also the place that no document is about, which stands for one."""
    found = [mention for mention in mentions(text, library) if mention.slot is slot]
    if slot is Slot.ELSEWHERE:
        return places_elsewhere(text, library)
    if slot is Slot.SCOPE:
        return found or townships_elsewhere(text, library)
    if slot is Slot.DOCUMENT:
        documents = sorted(frozenset().union(*(mention.documents for mention in found)))
        found += places_elsewhere(text, library, documents)
    return sorted(found, key=lambda mention: mention.start)


def _with_new_slot(text: str, slot: Slot, words: str, library: Library) -> str:
    """`text`, which does not fill a slot, with `words` in it: behind the document's name, a document in front."""
    place = next((mention for mention in mentions(text, library) if mention.slot is Slot.DOCUMENT), None)
    if slot is Slot.ELSEWHERE and place is not None:
        return text[: place.start] + words + text[place.end :]
    if slot in (Slot.DOCUMENT, Slot.ELSEWHERE):
        return words + EVERY_PLACE.sub("", text, count=1)
    if place is None:
        return words + text
    return text[: place.end] + words.removeprefix(text[place.start : place.end]) + text[place.end :]


def _without_foreign_scopes(text: str, documents: Sequence[Mention], library: Library) -> str:
    """`text` without areas that the newly named documents do not have."""
    ids = frozenset().union(*(mention.documents for mention in documents))
    foreign = [
        mention for mention in mentions(text, library) if mention.slot is Slot.SCOPE and not mention.documents & ids
    ]
    return without(text, foreign)

"""The two sides of a question that sets two places, documents or things beside each other (购房补贴，甲县和乙市区哪边
给得多): what is asked of each alone, as a question of its own, without the words that compare.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.reading.normalising import stretches
from assistant.reading.reading import Reading, read
from assistant.reading.side_heads import Head, heads_of, places_of, scope_of
from assistant.reading.spans import Kind, Span
from assistant.reading.weaving import placed_by_words, within
from corpus.facts import Library
from corpus.folding.numerals import numeral_to_int

_CLAUSE = re.compile(r"[^,，;；:：。?？!！]+[,，;；:：。?？!！]*")
_JOINT = re.compile(r"和|与|跟|(?<![合相共不])同(?![样类期级一])|还是|、|(?<![占对])比起?(?![例重较如一])")
_COUNTED = re.compile(r"[这那]?(?P<count>[两二三]|俩)个?(?P<level>[县市区地])(?![级里直场民域])(?:的|都)?")
_ANY_LEVEL = "地"
_UNITS = r"(?P<unit>(?!个?百?分?点)个?[^\W\d,，。?？]{0,2})"
_BY_HOW_MUCH = re.compile(
    rf"(?:相|各)?(?:差|多|少|高|低|大|小)(?:出|了|上)?(?:多少|几)(?:{_UNITS}|个?(?:百分)?点)(?=[,，。?？]|$)"
)
_COMPARING = re.compile(
    r"(?<![向找到去在往由归跟从给])(?:谁|哪(?:一?[个家边里方座所年处头](?:[县区市镇])?|[县区市镇]))(?:的|更|定得|给得|给的)?"
    r"|一样(?:多|高)?[吗不么]?|(?:有(?:啥|什么|何))?(?:不同|不一样|区别|差别|异同|差异)"
    r"|对?比(?:一?下|一比|起来)|相比|对得上[不吗么]?|是?(?:同?一个数|一回事)[吗么]?|差距(?:有?多大)?|[还要]是"
    r"|(?<!占)(?<!对)比(?=差|[,，。?？]|$)|分别|各自|各(?=是|多少|几|有|为)"
    r"|(?:更|得|比较)?(?P<more>多|高|大|低|(?<!多)少|重|贵|强|长|早|晚|好|快)(?=[,，。?？]|$)"
)
_ALIKE = re.compile(r"(?<![成首])[都均](?![市城会江衡])")
"""Where begins what is so of both (孵化器和转制企业都有免税政策)."""
_BOTH = re.compile(r"[这那]?[两二俩]个?[县市区地](?=的|都|比)")
_NUMBERED = frozenset({"how_much", "ask_count", "difference", "most", "least"})
"""Senses by which a number is compared."""
_ASKED = frozenset({"compare", "difference", "each", "most", "least", "either"})
"""Senses that look at two things."""
_BESIDE = re.compile(r"对得上|(?:[一同]个|一样的?)数|一回事|一致|(?:和|跟|与)[^,，]{1,20}比(?:[,，。?？]|$)")
"""Words that look at two things whatever they are."""
_JOINT_FOLDS = frozenset({"total", "average", "share", "ratio"})
"""Senses that make one number of several."""
_TWO_TEXTS = re.compile(r"[两二俩](?:张|份|个)(?:表|文件|材料|方案|办法|规定)")
"""Then the sides are these, and what a clause joins is looked for in both."""
_OTHERS = frozenset({"documents", "which_document", "mentions", "each_place"})
"""Senses that look at all documents."""
_HOW_MUCH = re.compile(r"多少|几|多大|多长|多久|什么|怎")
_FEW = 4
"""A clause of fewer characters of its own leaves unsaid what it is about (县里今年安排了多少)."""
_LEAST = 2
_MOST = 3
_IDLE = re.compile(r"[的了里上是在给有把对从今本该这那次个都]|今年|去年|[^\w]")


@dataclass(frozen=True, slots=True)
class Side:
    """What a side is called, and the question that is asked of it."""

    label: str
    reading: Reading


def sides_of(reading: Reading, library: Library) -> tuple[Side, ...]:
    """The sides that a question sets beside each other; none where it names no two."""
    if _OTHERS & reading.heard or reading.unknown_places:
        return ()
    beside = bool(_ASKED & reading.heard or _BESIDE.search(reading.text))
    asks = beside or (not _JOINT_FOLDS & reading.heard and bool(_COMPARING.search(reading.text)))
    asks = asks or len(reading.senses("how_much")) > 1
    told = (_counted(reading, library) or _named_sides(reading, library)) if asks else []
    told = told or (_of_things(reading, library) if beside and not _TWO_TEXTS.search(reading.text) else [])
    sides = tuple(Side(label, _read(text, documents, reading, library)) for label, text, documents in told)
    return sides if len({side.reading.text for side in sides}) == len(sides) > 1 else ()


_Told = tuple[str, str, tuple[str, ...]]
"""What a side is called, its text, and the documents that it is looked for in; all where none is told."""


def _read(text: str, documents: Sequence[str], whole: Reading, library: Library) -> Reading:
    """The reading of what is asked of one side, comparing words aside."""
    plain = _BY_HOW_MUCH.sub(lambda match: f"多少{match['unit']}" if match["unit"] else "", text)
    plain = " ".join(_COMPARING.sub(" ", _BOTH.sub("", plain)).split()).strip(",，")
    more = any(match["more"] for match in _COMPARING.finditer(text))
    if (more or _NUMBERED & whole.heard) and not _HOW_MUCH.search(plain):
        plain = f"{plain.rstrip(',，?？ ')}多少"
    own = read(plain, library, documents)
    if not documents:
        return own
    aside = not set(own.documents) <= set(documents)
    return within(placed_by_words(own), documents) if aside else replace(own, told=False)


def _counted(reading: Reading, library: Library) -> list[_Told]:
    """The places of a level where the question says how many they are and the library knows just so many (两个县)."""
    match = _COUNTED.search(reading.text)
    if match is None or reading.told:
        return []
    places = [one for one in places_of(library) if match["level"] in (one[-1], _ANY_LEVEL)]
    count = _LEAST if match["count"] == "俩" else numeral_to_int(match["count"].replace("两", "二"))
    before, behind = reading.text[: match.start()], reading.text[match.end() :]
    return [(one, f"{before}{one}{behind}", ()) for one in places] if len(places) == count else []


def _named_sides(reading: Reading, library: Library) -> list[_Told]:
    """The sides of two places, or levels of government, each with what is said of it alone."""
    heads = heads_of(reading, library)
    labels = list(dict.fromkeys(head.label for head in heads))
    if not _LEAST <= len(labels) <= _MOST:
        return []
    levels = list(dict.fromkeys(head.label for head in heads if head.documents))
    places = [label for label in labels if label not in levels]
    if len(levels) == _LEAST:  # 市方案给石磴的任务, 县里今年的
        labels, heads = levels, [head for head in heads if head.documents]
    elif len(places) == _LEAST:  # 北桥和禾丰拿的市级补助
        labels, heads = places, [head for head in heads if head.label in places]
    of = {head.label: head.documents for head in heads}
    if len(labels) != _LEAST:
        return []
    return [(label, "".join(_clauses_of(label, heads, reading)), of[label]) for label in labels]


def _clauses_of(label: str, heads: Sequence[Head], reading: Reading) -> Iterator[str]:
    """What the clauses of a question ask of one side: what is said of none is said of both."""
    for match in _CLAUSE.finditer(reading.text):
        start, end = match.span()
        inside = [head for head in heads if start <= head.start < end]
        own = {head.label for head in inside}
        if not own or own == {label}:
            yield match[0]
        elif label in own:
            yield _shared(label, inside, start, end, reading)
        elif not _has_own(label, heads, reading):
            yield _words(start, end, inside, reading)


def _has_own(label: str, heads: Iterable[Head], reading: Reading) -> bool:
    """Whether a side has a clause that says what it is about, be it one that names the other too."""
    for match in _CLAUSE.finditer(reading.text):
        inside = [head for head in heads if match.start() <= head.start < match.end()]
        named = {head.label for head in inside}
        words = _words(match.start(), match.end(), inside, reading)
        if label in named and (len(named) > 1 or len(_IDLE.sub("", words)) >= _FEW):
            return True
    return False


def _words(start: int, end: int, heads: Iterable[Head], reading: Reading) -> str:
    """What a stretch is about, without its heads, and asking words."""
    gone = stretches([*heads, *(one for one in reading.senses() if not one.content)])
    return _without(start, end, gone, reading.text).strip(",，?？ ") + " "


def _without(start: int, end: int, gone: Iterable[tuple[int, int]], text: str) -> str:
    """A stretch of a text without some of its characters."""
    out = {at for first, last in gone for at in range(first, last)}
    return "".join(text[at] for at in range(start, end) if at not in out)


def _shared(label: str, heads: Sequence[Head], start: int, end: int, reading: Reading) -> str:
    """What a clause that names both sides asks of one."""
    text = reading.text
    first, second = next(((a, b) for a, b in pairwise(heads) if a.label != b.label), (heads[0], heads[-1]))
    joints = list(_JOINT.finditer(text, first.end, second.start))
    joint = joints[-1] if joints else None
    until = joint.start() if joint else second.start
    tail = _tail(second.end, end, reading)
    own, other = _own(first.end, until, reading), _own(second.end, tail, reading)
    gone = [joint.span()] if joint else []
    if label == first.label:
        dated = bool(_years(first.end, until, reading))
        last = _named_until(text[first.end : until], second.end, tail, text) if own and other else second.end
        last = last if own and other else _after_years(second.end, reading) if dated else second.end
        return _without(start, end, [*gone, (second.start, last)], text)
    apart = own and other and not text[second.end : tail].endswith("的")
    last = until if apart else first.end if own else _after_years(first.end, reading)
    begin = start if apart and text[start : first.start].endswith("的") else first.start
    return _without(start, end, [*gone, (begin, last)], text)


def _named_until(one: str, start: int, end: int, text: str) -> int:
    """Where in a stretch the name of a thing ends that is called as another is: what stands behind it is said of both
    (一级队和三级队每年的补助).
    """
    for size in (3, 2, 1):
        kind = one.rstrip("的里 ")[-size:]
        at = text.find(kind, start, end) if len(kind) == size and not _IDLE.search(kind) else -1
        if at >= 0:
            return at + size
    return end


def _own(start: int, end: int, reading: Reading) -> str:
    """The words of a stretch without its years."""
    gone = stretches(reading.of(Kind.YEAR))
    return _IDLE.sub("", _without(start, end, gone, reading.text))


def _years(start: int, end: int, reading: Reading) -> list[Span]:
    return [span for span in reading.of(Kind.YEAR) if start <= span.start < end]


def _after_years(start: int, reading: Reading) -> int:
    """Where a year that stands here ends; here, where none does."""
    return next((span.end for span in reading.of(Kind.YEAR) if span.start == start), start)


def _tail(start: int, end: int, reading: Reading) -> int:
    """Where what is asked of both begins."""
    text = reading.text
    found = [one.start for one in reading.senses() if not one.content and start <= one.start < end]
    joint = (_COMPARING, _BY_HOW_MUCH, _ALIKE)
    found += [match.start() for one in joint for match in one.finditer(text, start, end)]
    marks = re.search(r"[,，;；:：。?？!！]", text[start:end])
    return min([*found, start + marks.start() if marks else end])


def _of_things(reading: Reading, library: Library) -> list[_Told]:
    """The sides of two things that one clause joins (质押风险池和枢新贷风险池哪个大)."""
    for match in _CLAUSE.finditer(reading.text):
        for joint in _JOINT.finditer(reading.text, *match.span()):
            tail = _tail(joint.end(), match.end(), reading)
            words = (_own(match.start(), joint.start(), reading), _own(joint.end(), tail, reading))
            if min(map(len, words)) >= _LEAST:
                return _two_things(reading, match.span(), joint.span(), tail, library)
    return []


def _two_things(
    reading: Reading, clause: tuple[int, int], joint: tuple[int, int], tail: int, library: Library
) -> list[_Told]:
    """The thing before a joint and that behind it; a place before the first is that of both, and so is what stands
    before a second that says no more than whose it is (全市方案规定的).
    """
    text, start, behind = reading.text, clause[0], joint[1]
    last = _named_until(text[start : joint[0]], behind, tail, text)
    left, right = text[start : joint[0]], text[behind:tail]
    common = left if right.endswith("的") else "".join(one for one in reading.places[:1] if one in left)
    first, second = f"{left}{text[last:]}", f"{common}{text[behind:]}"
    scopes = [scope_of(one, library) for one in (left, right)]
    labels = (left, text[behind:last])
    return [
        (label.strip("的里 "), text[:start] + said, scope)
        for label, said, scope in zip(labels, (first, second), scopes, strict=True)
    ]

"""Headings and lists as rows: a section by its title, an enumeration by what announces it, and the parts of a document.
Knows no asks.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from assistant.facts.rows import Row
from assistant.facts.sections import (
    Listed,
    Section,
    document_to_lists,
    document_to_sections,
    list_to_names,
    list_to_points,
    section_to_points,
)
from assistant.labels import document_label
from assistant.sentences import text_to_sentences
from corpus.document import Heading
from corpus.enumeration import Enumeration, Item, without_number
from corpus.extraction.enumerations import blocks_to_enumerations
from corpus.facts import Evidence, Library
from corpus.quoting import compact

_ANNEX = "附件"
_USUAL = "部分 方面 内容 章节 里面 当中 下面 分为 方案 文件 规划 主要 具体"
_BARE = "。：:；;，, 　*#"
_FEWEST = 3
"""So many headings that end alike (…行动) are called by that together: 六大行动."""
_TAIL = 2
_LONGEST_TITLE = 20
_COUNTED = re.compile(r"第[一二三四五六七八九十百\d]{1,4}([章节条])")


@lru_cache(maxsize=256)
def section_rows(document_id: str, library: Library) -> tuple[Row, ...]:
    """A row for each section with a heading of its own."""
    document = library.document(document_id)
    label = document_label(library, document_id)
    headed, inner = _headed(document_id, library), _inner(document_id, library)
    return tuple(
        _row(_filled(section, inner), heading, label)
        for heading, section in headed
        if heading.title and _bare(heading.title) != _bare(document.metadata.title)
    )


@lru_cache(maxsize=256)
def document_parts(document_id: str, library: Library) -> tuple[tuple[Listed, ...], tuple[Listed, ...]]:
    """The numbered parts of a document with what stands below each, and its annexes."""
    numbered = [(heading, section) for heading, section in _headed(document_id, library) if heading.number]
    annexes = [one for one in numbered if one[0].number.startswith(_ANNEX)]
    behind = annexes[0][0].place.line if annexes else None
    main = [one for one in numbered if one not in annexes and (behind is None or one[0].place.line < behind)]
    depth = min((len(heading.place.path) for heading, _ in main), default=0)
    parts = [one for one in main if len(one[0].place.path) == depth]
    return tuple(_with_below(*one) for one in parts), tuple(_with_below(*one) for one in annexes)


@lru_cache(maxsize=256)
def list_rows(document_id: str, library: Library) -> tuple[Row, ...]:
    """A row for each enumeration that words announce."""
    label = document_label(library, document_id)
    return tuple(
        Row(
            document=document_id,
            name=one.head.strip(_BARE),
            values={},
            evidence=one.announced,
            text=one.head,
            context=f"{label} {_USUAL} {' '.join(one.place.path)}",
            fact=one,
            pieces=(compact(one.head),),
        )
        for one in document_to_lists(library.document(document_id))
    )


@lru_cache(maxsize=256)
def item_rows(document_id: str, library: Library) -> tuple[Row, ...]:
    """A row for each item of any enumeration, its text as much as is shown of it."""
    label = document_label(library, document_id)
    return tuple(
        Row(
            document=document_id,
            name=name.title,
            values={},
            evidence=(name.evidence,),
            text=max(name.title, shown.title, key=len),
            context=f"{label} {one.head} {' '.join(one.place.path)}",
            fact=item,
            pieces=(compact(name.title),),
        )
        for one in blocks_to_enumerations(library.document(document_id).blocks)
        for item, name, shown in zip(one.items, list_to_names(one), list_to_points(one), strict=True)
    )


def row_parts(row: Row, library: Library) -> tuple[Listed, ...]:
    """What an enumeration lists; the headings below a section, each with those below it, else the points that most of
    its text is made of.
    """
    if isinstance(row.fact, Enumeration):
        return tuple(list_to_points(row.fact))
    section = row.fact
    if not isinstance(section, Section):
        return ()
    if section.children:
        inner = _inner(row.document, library)
        return tuple(_with_below(child, inner[id(child)]) for child in section.children)
    points = section_to_points(section)
    told = {item.place for point in points for item in (point.evidence, *point.beside)}
    lengths = [len(paragraph.text) for paragraph in section.paragraphs]
    listing = sum(len(paragraph.text) for paragraph in section.paragraphs if paragraph.place in told)
    return tuple(points) if listing * 2 >= sum(lengths) else ()


def row_text(row: Row, room: int) -> list[Evidence]:
    """The first sentences of a section's own paragraphs, or of an item, as far as there is room."""
    if isinstance(row.fact, Section):
        return _in_room(_sentences(row.fact), room)
    return _in_room(_said(row.fact), room) if isinstance(row.fact, Item) else []


def _in_room(sentences: Iterable[Evidence], room: int) -> list[Evidence]:
    chosen: list[Evidence] = []
    for sentence in sentences:
        room -= len(sentence.quote)
        if chosen and room < 0:
            break
        chosen.append(sentence)
    return chosen


def kind_of(section: Section) -> str:
    """What the headings below a section are together, by what all of them end in (行动); empty where nothing is."""
    ends = zip(*(reversed(one.title.strip(_BARE)) for one in section.children), strict=False)
    tail = "".join(end[0] for end in takewhile(lambda end: len(set(end)) == 1, ends))[::-1]
    return tail if len(section.children) >= _FEWEST and len(tail) >= _TAIL else ""


def counted_as(parts: Sequence[Listed]) -> str:
    """What parts are counted as, where all their numbers say so (第一章: 章, 第三节: 节); empty where they do not."""
    kinds = {match[1] if (match := _COUNTED.match(one.evidence.quote)) else "" for one in parts}
    return kinds.pop() if len(kinds) == 1 else ""


def heading_evidence(heading: Heading) -> Evidence:
    """A heading as printed."""
    return Evidence(quote=heading.text, place=heading.place)


@lru_cache(maxsize=256)
def _headed(document_id: str, library: Library) -> tuple[tuple[Heading, Section], ...]:
    """The headings in reading order, each with its section."""
    document = library.document(document_id)
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    return tuple(zip(headings, document_to_sections(document), strict=True))


@lru_cache(maxsize=256)
def _inner(document_id: str, library: Library) -> Mapping[int, Section]:
    """The sections of a document by the identity of their headings."""
    return {id(heading): section for heading, section in _headed(document_id, library)}


def _filled(section: Section, inner: Mapping[int, Section]) -> Section:
    """The section, or the one below it where it holds nothing else: a chapter of one article."""
    while len(section.children) == 1 and not section.paragraphs:
        section = inner[id(section.children[0])]
    return section


def _row(section: Section, heading: Heading, label: str) -> Row:
    return Row(
        document=heading.place.document_id,
        name=heading.title.strip(_BARE),
        values={},
        evidence=(heading_evidence(heading),),
        text=f"{heading.title} {kind_of(section)}",
        context=f"{label} {_USUAL} {' '.join(heading.place.path)}",
        fact=section,
        pieces=tuple(compact(sentence.quote) for sentence in _in_room(_sentences(section), 1)),
    )


def _bare(title: str) -> str:
    """A title without marks: the same one may stand twice at the head of a document, once in quotation marks."""
    return "".join(filter(str.isalnum, title))


def _with_below(heading: Heading, section: Section) -> Listed:
    below = tuple(Listed(_title(child), heading_evidence(child)) for child in section.children)
    lead = "" if heading.title.strip(_BARE) else _lead(section)
    beside = (Evidence(quote=lead, place=section.paragraphs[0].place),) if lead else ()
    return Listed(lead or _title(heading), heading_evidence(heading), below, beside)


def _lead(section: Section) -> str:
    """The first line below a number where it reads as its title: short, without a stop; else nothing."""
    first = section.paragraphs[0].text if len(section.paragraphs) > 1 else ""
    return first if len(first) <= _LONGEST_TITLE and first[-1:].isalpha() else ""


def _title(heading: Heading) -> str:
    """The words of a heading; its number where it has no others (第五条)."""
    return heading.title.strip(_BARE) or heading.number


def _said(item: Item) -> Iterator[Evidence]:
    for at, piece in enumerate(item.pieces):
        words = piece.quote if at else without_number(piece.quote)
        for sentence in text_to_sentences(words):
            yield Evidence(quote=sentence.strip(), place=piece.place)


def _sentences(section: Section) -> Iterator[Evidence]:
    for paragraph in section.paragraphs:
        for sentence in () if paragraph.note else text_to_sentences(paragraph.text):
            if not sentence.rstrip().endswith(("：", ":")):
                yield Evidence(quote=sentence.strip(), place=paragraph.place)

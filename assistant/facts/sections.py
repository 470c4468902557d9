"""Sections of a document, and what they and its enumerations list: what a “主要有哪些” question asks for. Knows no
scores and no index.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Block, Document, Heading, Paragraph
from corpus.enumeration import Enumeration, Form, Item
from corpus.extraction.enumerations import blocks_to_enumerations
from corpus.facts import Evidence

LIST_ROOM = 600
"""Characters of a list that is shown whole."""
_LONGEST_NAME = 20
_LEAD = re.compile(r"^[^。，；：:（(〔]{2,18}[。：:]")
_LABEL = re.compile(r"([\u4e00-\u9fff]{2,12})[：:]")
_SHARED = 3
_FRONT, _FIELD = 12, re.compile(r"([\u4e00-\u9fff]{2,12})(?:\*\*)?\s?[：:](?:\*\*)?[^。；\n]{1,400}")
"""So many blocks into a document stand fields of whoever keeps it: **发布日期**: 2025-05-27."""
_REMARK = re.compile(r"[（(][^（()）]{8,400}[）)]")
_ADDRESSED = re.compile(
    r"(?:各|[^，。；：:]{0,12}[省市县区州])(?![^：:]*(?:如下|以下|下列|分别|[是要应须]))[^。；：:]{0,400}"
    r"(?:政府|局|厅|委|会|办|办公室|单位|机构|部门|公司|集团|院|馆|站|中心|代表|委员|同志|企业|学校|大学)(?:[（(][^）)]{1,30}[）)])?\s?[：:]"
)
"""Whom a document is written to announces nothing, though the whole document follows."""
_EDGES = re.compile(r"^[—－\-\s]+|(?<![。：:；，,、\s])[。：:；;，,、\s]+$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, the headings below it, its own paragraphs; `fields` are labels that sections share (地点：)."""

    title: str
    children: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Listed:
    """One of the things listed: `title` as shown, and the words it rests on."""

    title: str
    evidence: Evidence
    below: tuple["Listed", ...] = ()
    beside: tuple[Evidence, ...] = ()
    """Where more of its words stand: a title on a line of its own (第五条 over 加强组织领导), lines below the first."""


def document_to_sections(document: Document) -> Iterator[Section]:
    """All sections in reading order."""
    fields = _shared_labels(document)
    for position, block in enumerate(document.blocks):
        if isinstance(block, Heading):
            following, depth = document.blocks[position + 1 :], len(block.place.path) + 1
            yield Section(block.title, _children(following, depth), _paragraphs(following, depth), fields)


def _shared_labels(document: Document) -> frozenset[str]:
    """What stands before a colon at the head of a paragraph below several headings, or of the first paragraphs of all:
    fields, not points.
    """
    labelled = ((block, _LABEL.match(block.text)) for block in document.blocks if isinstance(block, Paragraph))
    below = {(label[1], block.place.path) for block, label in labelled if label and block.place.path}
    count = Counter(label for label, _ in below)
    front = (block.text for block in document.blocks[:_FRONT] if isinstance(block, Paragraph))
    fields = [field[1] for text in front if (field := _FIELD.fullmatch(text))]
    kept = fields if len(fields) >= _SHARED else []
    return frozenset((*(label for label in count if count[label] >= _SHARED), *kept))


def document_to_lists(document: Document) -> Iterator[Enumeration]:
    """The enumerations that words announce, in reading order; what announces the parts of the whole document (现就有关
    事项公告如下：一、报名条件) announces nothing that is in it.
    """
    for one in blocks_to_enumerations(document.blocks):
        is_outline = not one.place.path and all(item.title for item in one.items)
        if one.head and not one.is_headed and not is_outline and not _ADDRESSED.fullmatch(one.head):
            yield one


def section_to_list(section: Section) -> Enumeration | None:
    """The one enumeration that stands in the paragraphs of a section; None where there are several."""
    every = blocks_to_enumerations(section.paragraphs)
    found = [one for one in every if not one.is_within and one.form is not Form.PARTED]
    return found[0] if len(found) == 1 else None


def section_to_points(section: Section) -> list[Listed]:
    """The points of a section: what it counts up, or its paragraphs name first (X机制。…, X：…), else its headings."""
    if listed := section_to_list(section):
        return list_to_names(listed) if listed.form is Form.SPOKEN else list_to_points(listed)
    told = [point for paragraph in section.paragraphs for point in _lead_points(paragraph)]
    leads = [point for point in told if point.title not in section.fields]
    if len(leads) > 1:
        return leads
    if len(section.children) < 2 or not all(_bare(child.title) for child in section.children):
        return []
    return [Listed(_bare(child.title), Evidence(quote=child.text, place=child.place)) for child in section.children]


def list_to_points(listed: Enumeration) -> list[Listed]:
    """The items of an enumeration with as many of their words as there is room for: all, their first sentences, or
    their names; names alone where each is a short sentence that more of them follow.
    """
    for words in () if all(map(_is_named, listed.items)) else (_whole, _first):
        points = _points(listed, words)
        if sum(len(one.title) for one in points) <= LIST_ROOM:
            return points
    return list_to_names(listed)


def list_to_names(listed: Enumeration) -> list[Listed]:
    """The items of an enumeration by what each names first."""
    return _points(listed, _name)


def _points(listed: Enumeration, words: Callable[[Item], str]) -> list[Listed]:
    return [
        Listed(words(item), item.pieces[0], beside=item.pieces[1:] if words is _whole else ()) for item in listed.items
    ]


def _whole(item: Item) -> str:
    """All words of an item without long remarks in brackets."""
    return _bare(_REMARK.sub("", item.text))


def _first(item: Item) -> str:
    return _bare(item.title) or _bare(_REMARK.sub("", text_to_sentences(item.text)[0]))


def _name(item: Item) -> str:
    return _bare(item.title) or _bare(sentence_to_clauses(item.text)[0])


def _is_named(item: Item) -> bool:
    first, *more = text_to_sentences(item.text)
    return bool(more) and len(first) <= _LONGEST_NAME


def _below(following: Sequence[Block], depth: int) -> Iterator[Block]:
    """The blocks as far as they stand at least `depth` headings deep."""
    for block in following:
        if len(block.place.path) < depth:
            return
        yield block


def _children(following: Sequence[Block], depth: int) -> tuple[Heading, ...]:
    """The first run of headings at the nearest level below, as far as their numbers do not begin anew."""
    headings = [block for block in _below(following, depth) if isinstance(block, Heading)]
    nearest = min((len(heading.place.path) for heading in headings), default=0)
    children: list[Heading] = []
    for heading in headings:
        if len(heading.place.path) == nearest:
            if children and heading.number and heading.number == children[0].number and heading.number not in "——":
                break
            children.append(heading)
    return tuple(children)


def _paragraphs(following: Sequence[Block], depth: int) -> tuple[Paragraph, ...]:
    below = _below(following, depth)
    return tuple(block for block in below if isinstance(block, Paragraph) and len(block.place.path) == depth)


def _lead_points(paragraph: Paragraph) -> list[Listed]:
    """协调联动机制。… 评价督查机制。…: short sentences that name what the next ones say; or one name before a colon."""
    leads = [sentence for sentence in text_to_sentences(paragraph.text) if _LEAD.match(sentence)]
    named = [_bare(sentence_to_clauses(lead, "。：:")[0]) for lead in leads]
    return [Listed(name, Evidence(quote=name, place=paragraph.place)) for name in named]


def _bare(words: str) -> str:
    return _EDGES.sub("", words.replace("**", ""))

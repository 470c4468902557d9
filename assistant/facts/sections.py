"""Sections of a document and their points: what a “主要有哪些” question asks for. Knows no scores and no index."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.sentences import sentence_to_clauses, text_to_sentences
from corpus.document import Block, Document, Heading, Paragraph
from corpus.facts import Evidence

__all__ = ["Point", "Section", "document_to_sections", "section_to_points"]

_ORDINAL = re.compile(r"(?<=[。；：:;])\s?[一二三四五六七八九十]是|^[一二三四五六七八九十]是")
_LEAD = re.compile(r"^[^。，；：:（(〔]{2,18}[。：:]")
_ITEM = re.compile(r"[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.．、](?!\d)")
_REMARK = re.compile(r"[（(][^（()）]{8,400}[）)]")
_ADDRESSED = re.compile(
    r"(?:各|[^，。；：:]{0,12}[省市县区州])(?![^：:]*(?:如下|以下|下列|分别|[是要应须]))[^。；：:]{0,400}"
    r"(?:政府|局|厅|委|会|办|办公室|单位|机构|部门|公司|集团|院|馆|站|中心|代表|委员|同志|企业|学校|大学)(?:[（(][^）)]{1,30}[）)])?\s?[：:]"
)
"""Whom a document is written to announces nothing, though the whole document follows."""
_EDGES = re.compile(r"^[—－\-\s]+|(?<![。：:；，,\s])[。：:；，,\s]+$")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (or the words that announce a list: 存在不少问题：), the headings below it, its own paragraphs."""

    title: str
    children: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]
    is_announced: bool = False
    """Whether a sentence, not a heading, announces the list."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a section in the document's own words."""

    text: str
    evidence: Evidence


def document_to_sections(document: Document) -> Iterator[Section]:
    """All sections in reading order."""
    for position, block in enumerate(document.blocks):
        following = document.blocks[position + 1 :]
        if isinstance(block, Heading):
            depth = len(block.place.path) + 1
            yield Section(block.title, _children(following, depth), _paragraphs(following, depth))
        elif isinstance(block, Paragraph) and block.text.endswith(("：", ":")) and not _ADDRESSED.fullmatch(block.text):
            children = _children(following, len(block.place.path))
            yield Section(block.text, children, _enumerated(following, block), is_announced=True)


def section_to_points(section: Section) -> list[Point]:
    """The points of a section: what its paragraphs name first (一是…, X机制。…, X：…), else its sub-headings; behind
    words that announce a list its numbered paragraphs.
    """
    if section.is_announced and len(section.paragraphs) > 1:
        return [Point(_short(item.text), Evidence(quote=item.text, place=item.place)) for item in section.paragraphs]
    for split in () if section.is_announced else (_ordinal_points, _lead_points):
        points = [point for paragraph in section.paragraphs for point in split(paragraph)]
        if len(points) > 1:
            return points
    if len(section.children) < 2 or not all(_bare(child.title) for child in section.children):
        return []
    return [Point(_bare(child.title), Evidence(quote=child.text, place=child.place)) for child in section.children]


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


def _enumerated(following: Sequence[Block], announcing: Paragraph) -> tuple[Paragraph, ...]:
    """The paragraphs with a number or letter in front that stand right behind the words that announce them."""
    items: list[Paragraph] = []
    for block in following:
        if not isinstance(block, Paragraph) or block.place.path != announcing.place.path or not _ITEM.match(block.text):
            break
        items.append(block)
    return tuple(items)


def _short(item: str) -> str:
    """An item of a list without its number and without long remarks in brackets."""
    return _bare(_REMARK.sub("", _ITEM.sub("", item, count=1)))


def _ordinal_points(paragraph: Paragraph) -> list[Point]:
    """一是高产出楼宇。… 二是产业特色楼宇。…: the words up to the first stop."""
    starts = [match.end() for match in _ORDINAL.finditer(paragraph.text)]
    return [_point(sentence_to_clauses(paragraph.text[start:])[0], paragraph) for start in starts]


def _lead_points(paragraph: Paragraph) -> list[Point]:
    """协调联动机制。… 评价督查机制。…: short sentences that name what the next ones say; or one name before a colon."""
    leads = [sentence for sentence in text_to_sentences(paragraph.text) if _LEAD.match(sentence)]
    return [_point(sentence_to_clauses(lead, "。：:")[0], paragraph) for lead in leads]


def _point(words: str, paragraph: Paragraph) -> Point:
    text = _bare(words)
    return Point(text, Evidence(quote=text, place=paragraph.place))


def _bare(words: str) -> str:
    return _EDGES.sub("", words)

"""Paragraphs under their headings: the running text of a document as sections. Knows no policy words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Block, Heading, Paragraph


@dataclass(frozen=True, slots=True)
class Section:
    """The paragraphs directly under one chain of headings (outermost first; empty before the first heading)."""

    headings: tuple[Heading, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def title(self) -> str | None:
        """The nearest heading's title."""
        return title_of(self.headings[-1]) if self.headings else None

    @property
    def above(self) -> str | None:
        """The title of the heading above the nearest one."""
        return title_of(self.headings[-2]) if len(self.headings) > 1 else None


_TITLES = re.compile(r"^(?![^“”]*[，。；：！？、,;:!?])[^（(]{2,24}$")
_MARKS = "■◆▪▶ "
_OF_WORK = re.compile(r"(?:目标|指标|任务|工作|回顾|安排|措施|要求)(?:任务|要求|回顾|安排|目标|重点|总结)?$")


def title_of(heading: Heading) -> str:
    """A heading's title without the full stop of a run-in heading and without emphasis marks."""
    return heading.title.replace("**", "").strip().strip("。：:．.").strip()


def _line_to_heading(line: Paragraph, level: int) -> Heading:
    title = line.text.lstrip(_MARKS)
    return Heading(level=level, number="", title=title, text=line.text, place=line.place, span=line.span)


def _is_title(paragraph: Paragraph, *, free: bool) -> bool:
    """Whether a line of its own titles what follows without a number (2026年重点工作, “十五五”时期的主要目标任务), or,
    below a heading, behind a mark (■2024年成绩单).
    """
    words = paragraph.text
    if paragraph.note or _TITLES.match(words) is None:
        return False
    return _OF_WORK.search(words) is not None if free else words.startswith(tuple(_MARKS))


def _is_dash(heading: Heading) -> bool:
    """Whether a heading is an item behind a dash, which no line that titles more stands under."""
    return heading.number != "" and not heading.number.strip("—-·• ")


def blocks_to_sections(blocks: Iterable[Block]) -> list[Section]:
    """Sections in reading order; tables are left out, a heading without text gives a section without paragraphs.

    A document's title (level 0) is no heading here; a paragraph whose path is shorter has left the last headings.
    """
    sections: list[tuple[tuple[Heading, ...], list[Paragraph]]] = []
    chain: tuple[Heading, ...] = ()
    lines: list[Heading] = []
    for printed in blocks:
        block = printed
        free = all(one in lines or _is_dash(one) for one in chain)
        if isinstance(printed, Paragraph) and _is_title(printed, free=free):
            block = _line_to_heading(printed, 1 if free else len(printed.place.path) + 1)
            lines.append(block)
        if isinstance(block, Heading):
            above = (heading for heading in chain if heading.level < block.level)
            chain = (*above, block) if block.level > 0 else ()
            sections.append((chain, []))
        elif isinstance(block, Paragraph):
            chain = _still_open(chain, lines, len(block.place.path))
            if not sections or sections[-1][0] != chain:
                sections.append((chain, []))
            sections[-1][1].append(block)
    return [Section(headings, tuple(paragraphs)) for headings, paragraphs in sections]


def _still_open(chain: tuple[Heading, ...], lines: list[Heading], depth: int) -> tuple[Heading, ...]:
    """The headings that a paragraph under `depth` printed ones stands under: with them a line that titles more."""
    under = depth + 1 if len(chain) == depth + 1 and chain[-1] in lines else depth
    return chain[: max(under, int(chain[:1] == tuple(lines[-1:])))]

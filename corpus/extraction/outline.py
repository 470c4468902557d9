"""Paragraphs under their headings: the running text of a document as sections. Knows no policy words."""

from collections.abc import Iterable
from dataclasses import dataclass

from corpus.document import Block, Heading, Paragraph

__all__ = ["Section", "blocks_to_sections"]


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


def title_of(heading: Heading) -> str:
    """A heading's title without the full stop of a run-in heading and without emphasis marks."""
    return heading.title.replace("**", "").strip().strip("。：:．.").strip()


def blocks_to_sections(blocks: Iterable[Block]) -> list[Section]:
    """Sections in reading order; tables are left out, a heading without text gives a section without paragraphs.

    A document's title (level 0) is no heading here; a paragraph whose path is shorter has left the last headings.
    """
    sections: list[tuple[tuple[Heading, ...], list[Paragraph]]] = []
    chain: tuple[Heading, ...] = ()
    for block in blocks:
        if isinstance(block, Heading):
            above = (heading for heading in chain if heading.level < block.level)
            chain = (*above, block) if block.level > 0 else ()
            sections.append((chain, []))
        elif isinstance(block, Paragraph):
            chain = chain[: len(block.place.path)]
            if not sections or sections[-1][0] != chain:
                sections.append((chain, []))
            sections[-1][1].append(block)
    return [Section(headings, tuple(paragraphs)) for headings, paragraphs in sections]

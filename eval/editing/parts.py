"""A document cut into the parts that an edit changes: clauses and table rows, as its source prints them.

Text is cut where its blocks begin; what is no text is written as a web page first. Joined, the parts are the source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape, unescape

from corpus.document import Block, Document, Heading, MediaType, Paragraph
from corpus.table import Row, Table

_STOPS = ("。", "：", "；")
_TAG = re.compile(r"<[^<>]{1,40}>")


@dataclass(slots=True)
class Part:
    """A piece of source. `line` says where its block stands in the document; None where nothing may change."""

    words: str
    line: int | None = None
    text: str = ""
    """The words of a clause as read."""
    row: Row | None = None
    table: Table | None = None
    break_words: str = ""
    """What makes two paragraphs of one; empty where it is what stands behind the paragraph."""
    heads: bool = False
    """Whether it is or begins with a heading."""
    inside: bool = False
    """Whether it stands under a heading."""
    reworded: bool = False
    """Whether words of it were changed; more of them may be."""
    reshaped: bool = False
    """Whether it was moved, split or put in; nothing else may be done to it."""
    original: str = ""
    """Its words before any edit."""

    @property
    def touched(self) -> bool:
        """Whether any edit was made in it."""
        return self.reworded or self.reshaped

    @property
    def before(self) -> str:
        """Its original words without tags."""
        return _bare(self.original)

    @property
    def after(self) -> str:
        """Its words as edited, without tags."""
        return _bare(self.words)


def document_to_parts(document: Document) -> list[Part]:
    """The parts of a document: of its own text where that is what the file is, else of a web page of it."""
    groups = _groups(document.blocks)
    if writes_text(document):
        parts = list(_text_parts(document, groups))
    else:
        written = (part for group in groups for part in _html_parts(document, group))
        parts = [Part("<html><body>"), *written, Part("</body></html>")]
    return [replace(part, original=part.words) for part in parts]


def writes_text(document: Document) -> bool:
    """Whether a document is edited as text: one whose blocks have lines of their own."""
    lines = sum(bool(line.strip()) for line in document.text.splitlines())
    return document.source.media_type is MediaType.TEXT and lines >= len(document.blocks)


def parts_to_source(parts: Sequence[Part]) -> bytes:
    """The bytes of a file."""
    return "".join(part.words for part in parts).encode()


def _groups(blocks: Sequence[Block]) -> list[list[Block]]:
    """Blocks, a heading together with the paragraph that runs on in its line."""
    groups: list[list[Block]] = []
    for block in blocks:
        before = groups[-1][0] if groups else None
        if isinstance(block, Paragraph) and isinstance(before, Heading) and before.place.line == block.place.line:
            groups[-1].append(block)
        else:
            groups.append([block])
    return groups


def _text_parts(document: Document, groups: Sequence[list[Block]]) -> Iterator[Part]:
    starts: list[tuple[int, Part]] = []
    for group in groups:
        block = group[0]
        if isinstance(block, Table):
            starts.append((block.span.start, Part("")))
            starts += [(row.span.start, Part("", row.place.line, row.quote, row, block)) for row in block.rows]
            starts.append((max(row.span.end for row in block.rows) if block.rows else block.span.end, Part("")))
        else:
            starts.append((block.span.start, _clause(document, group)))
    starts.sort(key=lambda item: item[0])
    yield Part(document.text[: starts[0][0]])
    ends = [start for start, _ in starts[1:]] + [len(document.text)]
    for (start, part), end in zip(starts, ends, strict=True):
        part.words = document.text[start:end]
        yield part


def _html_parts(document: Document, group: list[Block]) -> Iterator[Part]:
    block = group[0]
    if isinstance(block, Table):
        head = "".join(f"<th>{escape(column.name)}</th>" for column in block.columns)
        yield Part(f"<table><tr>{head}</tr>\n")
        for row in block.rows:
            cells = "".join(f"<td>{escape(cell.text)}</td>" for cell in row.cells)
            yield Part(f"<tr>{cells}</tr>\n", row.place.line, row.quote, row, block)
        yield Part("</table>\n")
        yield from (Part(f"<p>{escape(note)}</p>\n") for note in block.notes)
        return
    part = _clause(document, group)
    part.words, part.break_words = f"<p>{escape(part.text)}</p>\n", "</p>\n<p>"
    yield part


def _clause(document: Document, group: list[Block]) -> Part:
    first, end = group[0], group[-1].span.end
    end += document.text[end : end + 1] in _STOPS
    text = " ".join(document.text[first.span.start : end].split())
    inside = isinstance(first, Heading) or (isinstance(first, Paragraph) and bool(first.place.path) and not first.note)
    return Part("", first.place.line, text, heads=isinstance(first, Heading), inside=inside)


def _bare(words: str) -> str:
    return unescape(_TAG.sub(" ", words))

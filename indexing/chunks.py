"""Documents to chunks along their structure: a chunk never reaches over a heading, and a table row is one chunk.

Knows nothing of facts, tokens' weights or vectors.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.document import Block, Document, Heading, Paragraph
from corpus.place import Place
from corpus.quoting import SourceText, squeeze
from corpus.table import Row, Table
from indexing.chunk import Chunk, ChunkKind
from indexing.sentences import text_to_pieces

SIZE = 400
"""Characters a chunk of prose has at most; longer paragraphs are cut."""
_SHORT = 80
"""Neighbouring paragraphs of at most this length under one heading are a list and stay together."""
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s?年?\s?[-—~～–至到]{1,2}\s?((?:19|20)\d\d))?(?!\d)")
_LONGEST_PERIOD = 30


@dataclass(frozen=True, slots=True)
class _Piece:
    """A chunk in the making; `context` is what stands above it inside its document."""

    kind: ChunkKind
    text: str
    place: Place
    context: tuple[str, ...]


def document_to_chunks(document: Document, borders: Callable[[str], list[int]]) -> list[Chunk]:
    """Chunks in reading order. `borders` gives the offsets at which a word of a text ends (`Words.borders`)."""
    head = (document.name, *document.source.regions)
    seen: Counter[tuple[str, ...]] = Counter()
    chunks = []
    for piece in _document_to_pieces(document, borders):
        context = " ".join(dict.fromkeys(squeeze(part) for part in (*head, *piece.context) if part))
        key = (document.id, piece.kind, *piece.place.path, context, piece.text)
        chunks.append(_chunk(piece, context, key, seen[key]))
        seen[key] += 1
    return chunks


def years_of(text: str) -> tuple[int, ...]:
    """Every year a text names, those inside a span of years too, ascending.

    >>> years_of("2023—2025年，到2030年")
    (2023, 2024, 2025, 2030)
    """
    years: set[int] = set()
    for first, last in _YEAR.findall(text):
        start = int(first)
        end = int(last) if last else start
        years.update(range(start, end + 1) if start <= end <= start + _LONGEST_PERIOD else {start, end})
    return tuple(sorted(years))


def _chunk(piece: _Piece, context: str, key: tuple[str, ...], occurrence: int) -> Chunk:
    name = hashlib.sha256("\x1f".join((*key, str(occurrence))).encode()).hexdigest()[:16]
    return Chunk(
        id=name, kind=piece.kind, text=piece.text, context=context, place=piece.place, years=years_of(piece.text)
    )


def _document_to_pieces(document: Document, borders: Callable[[str], list[int]]) -> Iterator[_Piece]:
    source = SourceText(document.text)
    blocks = document.blocks
    for (_, is_prose), group in groupby(enumerate(blocks), key=lambda item: (item[1].place.path, _is_prose(item[1]))):
        found = list(group)
        if is_prose:
            run = _joined([block for _, block in found if isinstance(block, Paragraph)], source)
            yield from (part for paragraph in run for part in _prose_to_pieces(paragraph, document.text, borders))
        else:
            yield from (piece for index, block in found for piece in _other_to_pieces(block, blocks[index + 1 :]))


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.note


def _joined(run: list[Paragraph], source: SourceText) -> Iterator[Paragraph]:
    """The paragraphs of one article, neighbouring short ones made one where the source prints them in one piece."""
    current: Paragraph | None = None
    for paragraph in run:
        both = current and _both(current, paragraph, source)
        if current and not both:
            yield current
        current = both or paragraph
    if current:
        yield current


def _both(first: Paragraph, second: Paragraph, source: SourceText) -> Paragraph | None:
    last_line = first.text.rpartition("\n")[2]
    if max(len(last_line), len(second.text)) > _SHORT or len(first.text) + len(second.text) > SIZE:
        return None
    text = f"{first.text}\n{second.text}"
    if source.find(text, first.span.start) is None:
        return None
    return first.model_copy(update={"text": text, "span": first.span.model_copy(update={"end": second.span.end})})


def _prose_to_pieces(paragraph: Paragraph, text: str, borders: Callable[[str], list[int]]) -> Iterator[_Piece]:
    whole = _Piece(ChunkKind.PARAGRAPH, paragraph.text, paragraph.place, paragraph.place.path)
    source = SourceText(text[paragraph.span.start : paragraph.span.end])
    start = 0
    for part in text_to_pieces(paragraph.text, SIZE, borders):
        span = source.find(part, start)
        start = span.start if span else start
        line = paragraph.place.line + source.text.count("\n", 0, start)
        yield replace(whole, text=part, place=paragraph.place.model_copy(update={"line": line}))


def _other_to_pieces(block: Block, following: tuple[Block, ...]) -> Iterable[_Piece]:
    if isinstance(block, Table):
        return _table_to_pieces(block)
    if isinstance(block, Paragraph):
        return [_Piece(ChunkKind.NOTE, block.text, block.place, block.place.path)]
    if _stands_alone(block, following):
        return [_Piece(ChunkKind.HEADING, block.text, block.place, block.place.path)]
    return []


def _stands_alone(heading: Heading, following: tuple[Block, ...]) -> bool:
    """Whether nothing stands under the heading, so that it is itself what the document says."""
    if not following:
        return True
    below = following[0]
    return isinstance(below, Heading) and below.level <= heading.level


def _table_to_pieces(table: Table) -> Iterator[_Piece]:
    above = (*table.place.path, table.caption, table.unit_note or "", *(column.name for column in table.columns))
    for row in table.rows:
        if row.quote:
            yield _Piece(ChunkKind.ROW, row.quote, row.place, (*above, *_carried(row)))
    for note in table.notes:
        yield _Piece(ChunkKind.NOTE, note, table.place, (*table.place.path, table.caption))


def _carried(row: Row) -> Iterator[str]:
    return (cell.text for cell in row.cells if cell.carried)
